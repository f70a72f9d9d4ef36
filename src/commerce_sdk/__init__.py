"""An async SDK for commerce platforms.

    from commerce_sdk import CommerceClient, new_item

    async with CommerceClient.from_env() as commerce:
        item = new_item("<offering id>", quantities={"user": 100})
        placed = await commerce.orders.place(items=[item])
        order = await placed.result(deadline=600)

Names are loaded when they are first used: importing the package itself costs next to nothing.
"""

from __future__ import annotations

import ast
from functools import cache
from importlib import import_module
from pkgutil import get_data
from typing import Any


@cache
def _modules() -> dict[str, str]:
    """Each public name with its module, as the stub beside this file lists them."""
    stub = get_data(__name__, "__init__.pyi")
    imports = [node for node in ast.parse(stub or b"").body if isinstance(node, ast.ImportFrom)]
    return {alias.name: str(node.module) for node in imports for alias in node.names}


def __getattr__(name: str) -> Any:
    if name == "__all__":
        return sorted(_modules())
    if name not in _modules():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_modules()[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(_modules())
