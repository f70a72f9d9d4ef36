"""The operations, one module each, loaded on first use: `build` makes the request, `parse` reads the
answer."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import access as access
    from . import articles as articles
    from . import bills as bills
    from . import goods as goods
    from . import racks as racks
    from . import stands as stands
    from . import tills as tills

_PARTS = frozenset({"access", "articles", "bills", "goods", "racks", "stands", "tills"})

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
