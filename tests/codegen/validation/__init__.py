"""Tests of what is refused, and where it is said to stand."""
