"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class EntitlementStatus(OpenEnum):
    """Whether something is in use."""

    ACTIVE = "ACTIVE"
    INACTIVE = "INACTIVE"
