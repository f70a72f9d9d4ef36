"""Operations tagged entitlements, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import get_entitlement as get_entitlement
    from . import get_entitlement_display_info as get_entitlement_display_info
    from . import get_entitlement_partner_info as get_entitlement_partner_info
    from . import get_entitlement_v2 as get_entitlement_v2
    from . import list_entitlements as list_entitlements

_PARTS = frozenset(
    {
        "get_entitlement",
        "get_entitlement_display_info",
        "get_entitlement_partner_info",
        "get_entitlement_v2",
        "list_entitlements",
    }
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
