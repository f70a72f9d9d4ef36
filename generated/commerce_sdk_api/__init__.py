"""Generated from the OpenAPI documents, one package a platform. Not edited by hand."""
