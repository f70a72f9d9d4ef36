"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class QuoteRelationReferenceType(OpenEnum):
    """What kind of thing a line names."""

    ENTITLEMENT = "ENTITLEMENT"
    LINE_ITEM = "LINE_ITEM"
