"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.open_enum import OpenEnum


class PricingChangeStatus(OpenEnum):
    """Where a pricing change stands; COMPLETED and FAILED are ends."""

    DRAFT = "DRAFT"
    PENDING = "PENDING"
    PROCESSING = "PROCESSING"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"
