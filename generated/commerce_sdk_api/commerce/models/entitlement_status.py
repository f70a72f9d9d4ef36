"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.open_enum import OpenEnum


class EntitlementStatus(OpenEnum):
    """Whether something is in use."""

    ACTIVE = "ACTIVE"
    INACTIVE = "INACTIVE"
