"""The operations, one module each, loaded on first use: `build` makes the request, `parse` reads the
answer."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import apps as apps
    from . import products as products
    from . import provisioning as provisioning
    from . import workspaces as workspaces

_PARTS = frozenset({"apps", "products", "provisioning", "workspaces"})

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
