"""The models of Commerce Layer Provisioning under plain names, each loaded when it is first used.

from commerce_sdk.commerce_layer.models import Membership, Organization, Role
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from commerce_sdk.lazy import door_to

if TYPE_CHECKING:
    from commerce_sdk_api.commerce_layer.models import *  # noqa: F403
else:  # a type checker would take any name for one
    __getattr__, __dir__ = door_to("commerce_sdk_api.commerce_layer.models", __name__)
