"""Tests of trying again: when, after which pause, and what is known of a write meanwhile."""
