"""An async SDK for commerce platforms.

    from commerce_sdk import CommerceClient, new_item

    async with CommerceClient.from_env() as commerce:
        item = new_item("<offering id>", quantities={"user": 100})
        placed = await commerce.orders.place(items=[item])
        order = await placed.result(deadline=600)

Names are loaded when they are first used: importing the package itself costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def _modules() -> dict[str, str]:
    """Each public name with its module, as the stub beside this file lists them."""
    if not _MODULES:
        module = ""
        stub = __spec__.loader.get_data(f"{__file__}i").decode()  # type: ignore[union-attr]
        for line in stub.splitlines():
            if line.startswith("from "):
                module = line.split()[1]
            elif line.startswith("    "):
                _MODULES[line.split()[0]] = module
    return _MODULES


_MODULES: dict[str, str] = {}


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
