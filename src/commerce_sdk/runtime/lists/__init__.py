"""Lists: how the document says that they page, and what a caller iterates over."""
