"""The storefront's client on the wire."""
