"""Small frozen values; and what is none, for it lives on the connections of one process.

Values are structs, because a class of them takes a tenth of the time to define that a generated
`__init__` takes, and programs pay for that each time they start.
"""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn, Self, SupportsIndex

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


class OfThisProcess:
    """What no other process can go on with. `_instead` says what to carry there in its place."""

    _instead: ClassVar[str] = "make one in each process"

    def __reduce_ex__(self, protocol: SupportsIndex, /) -> NoReturn:
        name = type(self).__name__
        raise TypeError(f"cannot pickle {name}, which lives in this process: {self._instead}")

    def __copy__(self) -> Self:
        """The same on the same connections, as `copy` makes it of what can be pickled."""
        state: Any = object.__getstate__(self)
        parts = state if isinstance(state, tuple) else (state,)
        copied = type(self).__new__(type(self))
        for name, value in ((name, part[name]) for part in parts if part for name in part):
            object.__setattr__(copied, name, value)
        return copied
