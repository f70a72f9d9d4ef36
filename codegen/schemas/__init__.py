"""How generated code holds the values of each schema, and what it holds them to."""
