"""Generated from shop.yaml; not edited by hand."""

SERVER = "https://shop.invalid/api"
"""Where the platform is served, as the document says."""
