"""Operations tagged offerings, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import get_offering as get_offering
    from . import list_pricing_plans as list_pricing_plans
    from . import list_related_offerings as list_related_offerings

_PARTS = frozenset({"get_offering", "list_pricing_plans", "list_related_offerings"})

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
