"""Tests of the runtime: a folder for each of its rooms, and beside them what is true of all of it."""
