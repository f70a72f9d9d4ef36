"""Tests of lists: every way to page, what is iterated over, and where to go on from."""
