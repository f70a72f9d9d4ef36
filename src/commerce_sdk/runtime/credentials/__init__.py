"""Who calls: credentials, how they are renewed, and the layer that sends them."""
