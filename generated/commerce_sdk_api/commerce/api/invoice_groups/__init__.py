"""Operations tagged invoice_groups, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import get_invoice_group as get_invoice_group
    from . import list_invoice_groups as list_invoice_groups

_PARTS = frozenset({"get_invoice_group", "list_invoice_groups"})

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
