"""Tests of what generated code sends and reads."""
