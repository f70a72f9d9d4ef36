"""Generated from openapi/admin.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class WorkspaceStatus(OpenEnum):
    """Whether a workspace can be used."""

    ONLINE = "online"
    OFFLINE = "offline"
    DEPRECATED = "deprecated"
