"""Operations tagged products, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import get_partner_opt_out as get_partner_opt_out
    from . import get_product as get_product
    from . import list_offerings as list_offerings
    from . import list_partner_opt_outs as list_partner_opt_outs
    from . import list_products as list_products

_PARTS = frozenset(
    {
        "get_partner_opt_out",
        "get_product",
        "list_offerings",
        "list_partner_opt_outs",
        "list_products",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
