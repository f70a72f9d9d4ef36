"""The operations, one module each, loaded on first use: `build` makes the request, `parse` reads the
answer."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import api_credentials as api_credentials
    from . import application_memberships as application_memberships
    from . import identity_providers as identity_providers
    from . import membership_profiles as membership_profiles
    from . import memberships as memberships
    from . import organizations as organizations
    from . import permissions as permissions
    from . import roles as roles
    from . import user as user
    from . import versions as versions

_PARTS = frozenset(
    {
        "api_credentials",
        "application_memberships",
        "identity_providers",
        "membership_profiles",
        "memberships",
        "organizations",
        "permissions",
        "roles",
        "user",
        "versions",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
