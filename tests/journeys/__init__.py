"""Tests of journeys, against a sandbox that has the organization administration and Commerce."""
