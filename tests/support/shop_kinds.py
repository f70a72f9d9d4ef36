"""The neutral platform as it could be: with another rule in its document."""

from __future__ import annotations

from msgspec.structs import replace

from tests.codegen.golden.shop import PLATFORM
from tests.support.shop import ShopClient

AT_ONCE = replace(
    PLATFORM,
    schemes=tuple(replace(scheme, unauthenticated="expired") for scheme in PLATFORM.schemes),
)
"""Where a 401 says that the credential is at its end, whatever it said of its life."""


class AtOnce(ShopClient):
    """A client of a shop whose 401 always means that."""

    platform = AT_ONCE
