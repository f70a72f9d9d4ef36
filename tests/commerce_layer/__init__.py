"""Tests of the client of Commerce Layer, against the sandbox, or against what a test answers."""
