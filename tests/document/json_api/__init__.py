"""Tests of what generated resources stand on: read and linked, written, asked for."""
