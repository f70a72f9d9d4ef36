"""The client of Commerce Layer Provisioning: organizations, who may do what in them, and with which
credentials."""
