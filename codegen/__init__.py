"""The programs that read the OpenAPI documents: they lint, generate code, and compare versions."""
