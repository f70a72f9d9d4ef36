"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class BillingTransitionType(OpenEnum):
    """Between which billing systems an entitlement moved."""

    EXTERNAL_TO_CCP_BILLED = "EXTERNAL_TO_CCP_BILLED"
