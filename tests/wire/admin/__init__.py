"""The administration's client on the wire."""
