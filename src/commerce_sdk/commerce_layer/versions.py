"""The `versions` namespace of the client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commerce_sdk.commerce_layer.resources import (
    Listing,
    Reading,
)
from commerce_sdk_api.commerce_layer import api, models

if TYPE_CHECKING:
    from commerce_sdk_api.commerce_layer.models import (
        Version,
    )
    from commerce_sdk_api.commerce_layer.types import (
        VersionField,
        VersionInclude,
        VersionSort,
    )


class Versions(
    Listing["Version", "VersionInclude", "VersionField", "VersionSort"],
    Reading["Version", "VersionInclude", "VersionField"],
):
    """Read what was changed, when and by whom."""

    resource = "versions"
    endpoints = api.versions
    singular = "version"
