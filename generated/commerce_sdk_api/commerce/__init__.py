"""Generated from openapi/commerce.yaml; not edited by hand."""

SERVER = "https://api.atlassian.com/commerce/api"
"""Where the platform is served, as the document says."""
