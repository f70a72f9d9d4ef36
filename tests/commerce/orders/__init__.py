"""Tests of orders: made ready, placed once, followed to their end."""
