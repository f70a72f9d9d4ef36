"""Operations tagged goods, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import list_goods as list_goods
    from . import list_news as list_news
    from . import list_parcels as list_parcels
    from . import list_shelves as list_shelves
    from . import list_visits as list_visits
    from . import search_goods as search_goods

_PARTS = frozenset(
    {"list_goods", "list_news", "list_parcels", "list_shelves", "list_visits", "search_goods"}
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
