"""Operations tagged memberships, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_membership as create_membership
    from . import delete_membership as delete_membership
    from . import get_membership as get_membership
    from . import get_membership_membership_profile as get_membership_membership_profile
    from . import get_membership_organization as get_membership_organization
    from . import get_membership_role as get_membership_role
    from . import list_membership_application_memberships as list_membership_application_memberships
    from . import list_membership_versions as list_membership_versions
    from . import list_memberships as list_memberships
    from . import resend_membership as resend_membership
    from . import update_membership as update_membership

_PARTS = frozenset(
    {
        "create_membership",
        "delete_membership",
        "get_membership",
        "get_membership_membership_profile",
        "get_membership_organization",
        "get_membership_role",
        "list_membership_application_memberships",
        "list_membership_versions",
        "list_memberships",
        "resend_membership",
        "update_membership",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
