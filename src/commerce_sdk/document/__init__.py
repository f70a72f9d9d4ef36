"""What generated code stands on: the facts of an operation, and the values it reads and writes."""
