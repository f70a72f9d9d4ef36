"""Tests of one call: its deadline, the layers it goes through, and how its answer is read."""
