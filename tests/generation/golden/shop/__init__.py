"""Generated from shop.yaml; not edited by hand."""
