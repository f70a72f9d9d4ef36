"""Orders: made ready, placed once, followed to their end."""
