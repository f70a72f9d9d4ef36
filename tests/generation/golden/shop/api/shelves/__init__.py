"""Operations tagged shelves, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import add_shelf as add_shelf
    from . import count_shelves as count_shelves
    from . import get_opening as get_opening
    from . import remove_shelves as remove_shelves

_PARTS = frozenset({"add_shelf", "count_shelves", "get_opening", "remove_shelves"})

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
