"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class IdentityProviderStatus(OpenEnum):
    """Whether the domains were found to belong to who added the provider."""

    PENDING = "pending"
    VERIFIED = "verified"
    ERROR = "error"
