"""Tests of the examples and of the README: they run as they stand, and keep what they promise."""
