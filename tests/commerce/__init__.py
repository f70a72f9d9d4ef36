"""Tests of the facade over Commerce: every operation, its keywords, its errors and its files."""
