"""Generated from openapi/storefront.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class Category(OpenEnum):
    """A category of products."""

    FOOTWEAR = "footwear"
    APPAREL = "apparel"
    ACCESSORIES = "accessories"
    ELECTRONICS = "electronics"
    HOME = "home"
