"""Our own rules of a document that a client could be generated from all the same."""
