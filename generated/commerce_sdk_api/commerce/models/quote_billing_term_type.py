"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class QuoteBillingTermType(OpenEnum):
    """A condition of billing."""

    PRICE_LOCK_FOR_AMENDMENT = "PRICE_LOCK_FOR_AMENDMENT"
