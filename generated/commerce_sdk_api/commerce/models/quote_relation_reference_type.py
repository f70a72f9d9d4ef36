"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.open_enum import OpenEnum


class QuoteRelationReferenceType(OpenEnum):
    """What kind of thing a line names."""

    ENTITLEMENT = "ENTITLEMENT"
    LINE_ITEM = "LINE_ITEM"
