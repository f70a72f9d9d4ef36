"""Operations tagged stands, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import add_rack as add_rack
    from . import count_racks as count_racks
    from . import get_opening as get_opening
    from . import remove_racks as remove_racks

_PARTS = frozenset({"add_rack", "count_racks", "get_opening", "remove_racks"})

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
