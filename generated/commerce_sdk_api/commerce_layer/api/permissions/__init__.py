"""Operations tagged permissions, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_permission as create_permission
    from . import get_permission as get_permission
    from . import get_permission_organization as get_permission_organization
    from . import get_permission_role as get_permission_role
    from . import list_permission_versions as list_permission_versions
    from . import list_permissions as list_permissions
    from . import update_permission as update_permission

_PARTS = frozenset(
    {
        "create_permission",
        "get_permission",
        "get_permission_organization",
        "get_permission_role",
        "list_permission_versions",
        "list_permissions",
        "update_permission",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
