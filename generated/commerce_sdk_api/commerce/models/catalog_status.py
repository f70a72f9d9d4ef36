"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class CatalogStatus(OpenEnum):
    """Where something in the catalogue stands."""

    DRAFT = "DRAFT"
    ACTIVE = "ACTIVE"
    AT_NOTICE = "AT_NOTICE"
    EXPIRED = "EXPIRED"
