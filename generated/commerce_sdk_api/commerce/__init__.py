"""Generated from openapi/commerce.yaml; not edited by hand."""
