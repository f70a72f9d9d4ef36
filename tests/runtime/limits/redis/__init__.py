"""Tests of the limits that processes keep together over Redis."""
