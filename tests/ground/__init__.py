"""Tests of what everything stands on: money, hidden values, and what can be copied and carried."""
