"""Tests of the names that generated code gives."""
