"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class RoleKind(OpenEnum):
    """Where a role comes from."""

    CUSTOM = "custom"
    ADMIN = "admin"
    READ_ONLY = "read_only"
