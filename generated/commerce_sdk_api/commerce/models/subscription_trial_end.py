"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.open_enum import OpenEnum


class SubscriptionTrialEnd(OpenEnum):
    """By which plan a subscription goes on after its trial."""

    TRIAL_PLAN = "TRIAL_PLAN"
    BILLING_PLAN = "BILLING_PLAN"
