"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class SubscriptionAnchorType(OpenEnum):
    """The way in which a billing anchor is given."""

    PHASE_START = "PHASE_START"
    CONTINUE = "CONTINUE"
    TIMESTAMP = "TIMESTAMP"
