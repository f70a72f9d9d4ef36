"""Generated from openapi/admin.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class EntitlementProvisioningStatus(OpenEnum):
    """Whether an entitlement is there to be used. Only `ACTIVE` is published."""

    ACTIVE = "ACTIVE"
