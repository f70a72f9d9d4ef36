"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class EntitlementQuantitySource(OpenEnum):
    """Where a quantity comes from."""

    USER_OPTED = "USER_OPTED"
    INHERITED = "INHERITED"
    CEILING_LIMIT = "CEILING_LIMIT"
