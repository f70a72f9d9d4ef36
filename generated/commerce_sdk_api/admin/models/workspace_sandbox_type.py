"""Generated from openapi/admin.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class WorkspaceSandboxType(OpenEnum):
    """Whether a workspace is a sandbox."""

    CHILD = "CHILD"
    NONE = "NONE"
