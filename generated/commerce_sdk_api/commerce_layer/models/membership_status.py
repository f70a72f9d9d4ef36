"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class MembershipStatus(OpenEnum):
    """Whether a person has accepted."""

    PENDING = "pending"
    ACTIVE = "active"
