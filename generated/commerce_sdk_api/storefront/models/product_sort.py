"""Generated from openapi/storefront.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class ProductSort(OpenEnum):
    """What products are sorted by."""

    NAME = "name"
    PRICE = "price"
    STOCK = "stock"
    CREATED_AT = "createdAt"
