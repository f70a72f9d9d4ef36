"""Names of a module that are loaded when they are first used."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def lazily(module: dict[str, Any]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of a module whose names its stub lists.

    `module` is its `globals()`. The stub says `from x import A as A`, or one name a line.
    """
    known: dict[str, str] = {}

    def names() -> dict[str, str]:
        if not known:
            stub = module["__spec__"].loader.get_data(f"{module['__file__']}i")
            known.update(_listed(stub.decode()))
        return known

    def load(name: str) -> Any:
        if name == "__all__":
            return sorted(names())
        if name not in names():
            raise AttributeError(f"module {module['__name__']!r} has no attribute {name!r}")
        value = getattr(import_module(names()[name], module["__name__"]), name)
        module[name] = value
        return value

    return load, lambda: sorted(names())


def _listed(stub: str) -> dict[str, str]:
    """Each name with its module."""
    listed: dict[str, str] = {}
    module = ""
    for words in map(str.split, stub.splitlines()):
        if words[:1] == ["from"]:
            module, words = words[1], words[3:]
        if len(words) == 3 and words[1] == "as":
            listed[words[0]] = module
    return listed
