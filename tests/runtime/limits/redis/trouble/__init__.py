"""Processes that share a limit over a Redis that is in trouble, and a server that counts their calls."""
