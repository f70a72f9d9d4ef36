"""The models of the organization administration under plain names, each loaded when it is first
used.

from commerce_sdk.admin.models import Workspace, WorkspaceQuery, ProvisioningState
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from commerce_sdk.lazy import door_to

if TYPE_CHECKING:
    from commerce_sdk_api.admin.models import *  # noqa: F403
else:  # a type checker would take any name for one
    __getattr__, __dir__ = door_to("commerce_sdk_api.admin.models", __name__)
