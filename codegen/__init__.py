"""The programs that read the OpenAPI documents: lint, generator, diff, and the page of methods."""
