"""Operations tagged quotes, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import download_quote as download_quote
    from . import get_quote as get_quote
    from . import list_quotes as list_quotes

_PARTS = frozenset({"download_quote", "get_quote", "list_quotes"})

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
