"""Operations tagged roles, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_role as create_role
    from . import get_role as get_role
    from . import get_role_organization as get_role_organization
    from . import list_role_api_credentials as list_role_api_credentials
    from . import list_role_memberships as list_role_memberships
    from . import list_role_permissions as list_role_permissions
    from . import list_role_versions as list_role_versions
    from . import list_roles as list_roles
    from . import update_role as update_role

_PARTS = frozenset(
    {
        "create_role",
        "get_role",
        "get_role_organization",
        "list_role_api_credentials",
        "list_role_memberships",
        "list_role_permissions",
        "list_role_versions",
        "list_roles",
        "update_role",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
