"""Writes `docs/api.md`: every public name with its types, and of each method of a platform's client
the routes behind it."""
