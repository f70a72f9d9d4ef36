"""Operations tagged articles, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import add_member as add_member
    from . import change_article as change_article
    from . import change_fees as change_fees
    from . import find_articles as find_articles
    from . import get_member as get_member

_PARTS = frozenset({"add_member", "change_article", "change_fees", "find_articles", "get_member"})

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
