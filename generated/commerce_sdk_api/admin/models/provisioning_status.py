"""Generated from openapi/admin.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class ProvisioningStatus(OpenEnum):
    """Where a provisioning stands. Only `IN_PROGRESS` is published; that it ends as `COMPLETED` or
    `FAILED` is not confirmed."""

    IN_PROGRESS = "IN_PROGRESS"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"
