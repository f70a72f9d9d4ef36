"""The `versions` namespace of the client."""

from __future__ import annotations

from typing import Never

from commerce_sdk.commerce_layer.resources import Listing, Reading
from commerce_sdk_api.commerce_layer.models import Version
from commerce_sdk_api.commerce_layer.resource_types import VersionField, VersionSort


class Versions(
    Listing[Version, Never, VersionField, VersionSort], Reading[Version, Never, VersionField]
):
    """Read what was changed, when and by whom."""

    resource = "versions"
    singular = "version"
