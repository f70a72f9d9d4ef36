"""Operations tagged application_memberships, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_application_membership as create_application_membership
    from . import delete_application_membership as delete_application_membership
    from . import get_application_membership as get_application_membership
    from . import (
        get_application_membership_api_credential as get_application_membership_api_credential,
    )
    from . import get_application_membership_membership as get_application_membership_membership
    from . import (
        get_application_membership_membership_profile as get_application_membership_membership_profile,
    )
    from . import get_application_membership_organization as get_application_membership_organization
    from . import get_application_membership_role as get_application_membership_role
    from . import list_application_memberships as list_application_memberships
    from . import update_application_membership as update_application_membership

_PARTS = frozenset(
    {
        "create_application_membership",
        "delete_application_membership",
        "get_application_membership",
        "get_application_membership_api_credential",
        "get_application_membership_membership",
        "get_application_membership_membership_profile",
        "get_application_membership_organization",
        "get_application_membership_role",
        "list_application_memberships",
        "update_application_membership",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
