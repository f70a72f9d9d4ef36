"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class BillingBehaviourType(OpenEnum):
    """A departure from usual billing."""

    PAUSE_BILLING = "PAUSE_BILLING"
