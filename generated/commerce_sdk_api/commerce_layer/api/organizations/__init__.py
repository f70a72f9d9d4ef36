"""Operations tagged organizations, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_organization as create_organization
    from . import get_organization as get_organization
    from . import list_organization_api_credentials as list_organization_api_credentials
    from . import list_organization_memberships as list_organization_memberships
    from . import list_organization_permissions as list_organization_permissions
    from . import list_organization_roles as list_organization_roles
    from . import list_organizations as list_organizations
    from . import transfer_organization_ownership as transfer_organization_ownership
    from . import update_organization as update_organization

_PARTS = frozenset(
    {
        "create_organization",
        "get_organization",
        "list_organization_api_credentials",
        "list_organization_memberships",
        "list_organization_permissions",
        "list_organization_roles",
        "list_organizations",
        "transfer_organization_ownership",
        "update_organization",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
