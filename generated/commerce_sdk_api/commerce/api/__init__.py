"""The operations, one module each, loaded on first use: `build` makes the request, `parse` reads the
answer."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import credit_notes as credit_notes
    from . import entitlements as entitlements
    from . import invoice_groups as invoice_groups
    from . import invoices as invoices
    from . import offerings as offerings
    from . import orders as orders
    from . import pricing_changes as pricing_changes
    from . import pricing_plans as pricing_plans
    from . import products as products
    from . import quotes as quotes

_PARTS = frozenset(
    {
        "credit_notes",
        "entitlements",
        "invoice_groups",
        "invoices",
        "offerings",
        "orders",
        "pricing_changes",
        "pricing_plans",
        "products",
        "quotes",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
