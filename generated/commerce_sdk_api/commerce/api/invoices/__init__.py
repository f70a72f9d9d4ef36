"""Operations tagged invoices, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import download_invoice as download_invoice
    from . import get_invoice as get_invoice
    from . import list_invoices as list_invoices

_PARTS = frozenset({"download_invoice", "get_invoice", "list_invoices"})

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
