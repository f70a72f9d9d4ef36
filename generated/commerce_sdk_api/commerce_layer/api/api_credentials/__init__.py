"""Operations tagged api_credentials, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_api_credential as create_api_credential
    from . import delete_api_credential as delete_api_credential
    from . import get_api_credential as get_api_credential
    from . import get_api_credential_organization as get_api_credential_organization
    from . import get_api_credential_role as get_api_credential_role
    from . import list_api_credentials as list_api_credentials
    from . import update_api_credential as update_api_credential

_PARTS = frozenset(
    {
        "create_api_credential",
        "delete_api_credential",
        "get_api_credential",
        "get_api_credential_organization",
        "get_api_credential_role",
        "list_api_credentials",
        "update_api_credential",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
