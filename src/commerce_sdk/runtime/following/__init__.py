"""Waiting for what a call began, to its end: one handle, or many at once."""
