"""Connections: the only room that knows how bytes travel."""
