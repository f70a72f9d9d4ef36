"""The client of Commerce Layer Provisioning on the wire."""
