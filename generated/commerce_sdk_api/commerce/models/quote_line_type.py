"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class QuoteLineType(OpenEnum):
    """What a quote line does."""

    CREATE_ENTITLEMENT = "CREATE_ENTITLEMENT"
    AMEND_ENTITLEMENT = "AMEND_ENTITLEMENT"
    ACCOUNT_MODIFICATION = "ACCOUNT_MODIFICATION"
    REACTIVATE_ENTITLEMENT = "REACTIVATE_ENTITLEMENT"
    CANCEL_ENTITLEMENT = "CANCEL_ENTITLEMENT"
    REVERT_TRIAL = "REVERT_TRIAL"
    APPLY_PROMOTION = "APPLY_PROMOTION"
