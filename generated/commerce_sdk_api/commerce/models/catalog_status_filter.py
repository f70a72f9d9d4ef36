"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class CatalogStatusFilter(OpenEnum):
    """Which statuses of the catalogue to list; what NONE means is not published."""

    NONE = "NONE"
    DRAFT = "DRAFT"
    ACTIVE = "ACTIVE"
    AT_NOTICE = "AT_NOTICE"
    EXPIRED = "EXPIRED"
