"""Operations tagged orders, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_order as create_order
    from . import get_order as get_order
    from . import get_order_item as get_order_item
    from . import get_order_status as get_order_status
    from . import list_orders as list_orders
    from . import place_order as place_order
    from . import preview_order as preview_order

_PARTS = frozenset(
    {
        "create_order",
        "get_order",
        "get_order_item",
        "get_order_status",
        "list_orders",
        "place_order",
        "preview_order",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
