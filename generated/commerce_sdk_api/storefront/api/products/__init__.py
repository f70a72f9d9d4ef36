"""Operations tagged products, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_product as create_product
    from . import delete_product as delete_product
    from . import get_product as get_product
    from . import list_products as list_products
    from . import update_product as update_product

_PARTS = frozenset(
    {"create_product", "delete_product", "get_product", "list_products", "update_product"}
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
