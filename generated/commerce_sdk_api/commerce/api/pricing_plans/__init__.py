"""Operations tagged pricing_plans, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_pricing_plan as create_pricing_plan
    from . import delete_pricing_plan as delete_pricing_plan
    from . import get_pricing_plan as get_pricing_plan
    from . import update_pricing_plan as update_pricing_plan

_PARTS = frozenset(
    {"create_pricing_plan", "delete_pricing_plan", "get_pricing_plan", "update_pricing_plan"}
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
