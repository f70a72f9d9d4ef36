"""What generated code calls the things of a document, and how Python writes what it says."""
