"""Small frozen values. Structs, because a class of them takes a tenth of the time to define that a
generated `__init__` takes, and programs pay for that each time they start."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class Value(Struct, frozen=True):
    """A frozen value; equal to another of its class with the same attributes.

    What `hidden` names stays out of the `repr`.
    """

    hidden: ClassVar[tuple[str, ...]] = ()

    def __repr__(self) -> str:
        shown = (name for name in self.__struct_fields__ if name not in self.hidden)
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__name__}({parts})"
