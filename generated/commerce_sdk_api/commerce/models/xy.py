"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.open_enum import OpenEnum


class XY(OpenEnum):
    """What values `y` of X can have."""

    DRAFT = "DRAFT"
    OPEN = "OPEN"
    ACCEPTED = "ACCEPTED"
    CANCELLED = "CANCELLED"
    STALE = "STALE"
