"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class SubscriptionReferenceType(OpenEnum):
    """What an allowance is counted by."""

    CHARGE_ELEMENT = "CHARGE_ELEMENT"
