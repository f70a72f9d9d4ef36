"""Operations tagged membership_profiles, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_membership_profile as create_membership_profile
    from . import delete_membership_profile as delete_membership_profile
    from . import get_membership_profile as get_membership_profile
    from . import get_membership_profile_organization as get_membership_profile_organization
    from . import (
        list_membership_profile_application_memberships as list_membership_profile_application_memberships,
    )
    from . import list_membership_profiles as list_membership_profiles
    from . import update_membership_profile as update_membership_profile

_PARTS = frozenset(
    {
        "create_membership_profile",
        "delete_membership_profile",
        "get_membership_profile",
        "get_membership_profile_organization",
        "list_membership_profile_application_memberships",
        "list_membership_profiles",
        "update_membership_profile",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
