"""The Commerce platform's client on the wire."""
