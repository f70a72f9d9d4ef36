"""A document as it is written: its files put together, its keywords, and ways through its parts."""
