"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.open_enum import OpenEnum


class QuoteLineType(OpenEnum):
    """What a quote line does."""

    ACCOUNT_MODIFICATION = "ACCOUNT_MODIFICATION"
    AMEND_ENTITLEMENT = "AMEND_ENTITLEMENT"
    APPLY_PROMOTION = "APPLY_PROMOTION"
    CANCEL_ENTITLEMENT = "CANCEL_ENTITLEMENT"
    CREATE_ENTITLEMENT = "CREATE_ENTITLEMENT"
    REACTIVATE_ENTITLEMENT = "REACTIVATE_ENTITLEMENT"
    REVERT_TRIAL = "REVERT_TRIAL"
