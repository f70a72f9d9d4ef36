"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class SubscriptionTrialEnd(OpenEnum):
    """By which plan a subscription goes on after its trial."""

    TRIAL_PLAN = "TRIAL_PLAN"
    BILLING_PLAN = "BILLING_PLAN"
