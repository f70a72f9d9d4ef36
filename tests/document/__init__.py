"""Tests of what generated code stands on: bounds, amounts, instants, and models read and written."""
