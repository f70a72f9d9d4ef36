"""Bugs that nobody must be able to write unnoticed: each is one edit of the source, and names the
tests that turn red with it. `python -m tests.planted` plants them one at a time."""
