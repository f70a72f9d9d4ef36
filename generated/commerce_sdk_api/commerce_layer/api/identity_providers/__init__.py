"""Operations tagged identity_providers, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_identity_provider as create_identity_provider
    from . import delete_identity_provider as delete_identity_provider
    from . import get_identity_provider as get_identity_provider
    from . import get_identity_provider_user as get_identity_provider_user
    from . import list_identity_providers as list_identity_providers
    from . import update_identity_provider as update_identity_provider

_PARTS = frozenset(
    {
        "create_identity_provider",
        "delete_identity_provider",
        "get_identity_provider",
        "get_identity_provider_user",
        "list_identity_providers",
        "update_identity_provider",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
