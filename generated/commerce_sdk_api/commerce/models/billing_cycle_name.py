"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class BillingCycleName(OpenEnum):
    """A billing cycle."""

    MONTHLY = "MONTHLY"
    ANNUAL = "ANNUAL"
