"""Who calls: tokens, sessions, and the layer that shows them."""
