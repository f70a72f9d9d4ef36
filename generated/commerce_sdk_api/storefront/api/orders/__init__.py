"""Operations tagged orders, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_order as create_order
    from . import get_order as get_order
    from . import list_orders as list_orders
    from . import update_order_status as update_order_status

_PARTS = frozenset({"create_order", "get_order", "list_orders", "update_order_status"})

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
