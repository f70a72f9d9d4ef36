"""What changed between two versions of a document, and what of it breaks a caller."""
