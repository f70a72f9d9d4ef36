"""Names of a module that are loaded when they are first used."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def lazily(
    module: dict[str, Any], names: dict[str, str], rooms: tuple[str, ...] = ()
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of a module, where `names` has the module of each name. The
    modules below it that are `rooms` are loaded when they are first used, too.

    `module` is its `globals()`. Nothing is read but code, so that it works from an archive, without
    sources and frozen.
    """

    def load(name: str) -> Any:
        if name == "__all__":
            return sorted(names)
        if name in rooms:
            return import_module(f"{module['__name__']}.{name}")
        if name not in names:
            raise AttributeError(f"module {module['__name__']!r} has no attribute {name!r}")
        value = getattr(import_module(names[name], module["__name__"]), name)
        module[name] = value
        return value

    return load, lambda: sorted(names)


def door_to(target: str, door: str) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of the module `door`, which shows the names of another one
    as its own."""

    def load(name: str) -> Any:
        if name == "__all__":
            return dir(import_module(target))
        if name.startswith("__"):
            raise AttributeError(f"module {door!r} has no attribute {name!r}")
        try:
            return getattr(import_module(target), name)
        except AttributeError:
            raise AttributeError(f"module {door!r} has no model {name!r}") from None

    return load, lambda: dir(import_module(target))
