"""Tests of the limits that are kept before the server has to say no."""
