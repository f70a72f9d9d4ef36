"""Tests of what goes on after a call, followed to its end."""
