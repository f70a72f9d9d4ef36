"""The published limits, kept before the server has to say no."""
