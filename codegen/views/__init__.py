"""What is generated from a document, worked out: templates render it and the diff compares it."""
