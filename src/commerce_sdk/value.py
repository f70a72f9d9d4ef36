"""Small frozen values. Structs, because a class of them takes a tenth of the time to define that a
generated `__init__` takes, and programs pay for that each time they start."""

from __future__ import annotations

from typing import Any, ClassVar

from msgspec import Struct


class Value(Struct, frozen=True):
    """A frozen value; equal to another of its class with the same attributes.

    What `hidden` names stays out of the `repr`, and out of what rich prints.
    """

    hidden: ClassVar[tuple[str, ...]] = ()

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        shown = (name for name in self.__struct_fields__ if name not in self.hidden)
        return [(name, getattr(self, name)) for name in shown]

    def __repr__(self) -> str:
        parts = ", ".join(f"{name}={value!r}" for name, value in self.__rich_repr__())
        return f"{type(self).__name__}({parts})"
