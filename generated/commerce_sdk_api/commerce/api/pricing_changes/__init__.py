"""Operations tagged pricing_changes, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_pricing_change as create_pricing_change
    from . import delete_pricing_change as delete_pricing_change
    from . import execute_pricing_change as execute_pricing_change
    from . import get_pricing_change as get_pricing_change
    from . import update_pricing_change as update_pricing_change

_PARTS = frozenset(
    {
        "create_pricing_change",
        "delete_pricing_change",
        "execute_pricing_change",
        "get_pricing_change",
        "update_pricing_change",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
