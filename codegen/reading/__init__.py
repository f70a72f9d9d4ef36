"""A document as it is written: its files, its keywords, ways through it; what cannot be read."""
