"""Documents and SDK held against independent tools: Prism, Redocly, schemathesis."""
