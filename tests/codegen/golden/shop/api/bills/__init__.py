"""Operations tagged bills, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_bill as create_bill
    from . import create_plan as create_plan
    from . import get_bill as get_bill
    from . import list_bills as list_bills
    from . import print_bill as print_bill
    from . import send_bill as send_bill

_PARTS = frozenset(
    {"create_bill", "create_plan", "get_bill", "list_bills", "print_bill", "send_bill"}
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
