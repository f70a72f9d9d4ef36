"""Tests of how the source is built: its floors, its rooms, what it may name, and the wheel."""
