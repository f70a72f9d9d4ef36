"""Texts that show themselves to nobody who only looks.

Crash reporters record the `repr` of every local variable of every frame, of ours and of those
below. So a credential travels as one of these, from where it comes in to where it is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, SupportsIndex, overload

from msgspec import UNSET

_SHOWN = "…"


class Secret(str):
    """A text like any other, but for its `repr`; and so are its bytes, and parts of it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return _SHOWN

    def __getitem__(self, part: SupportsIndex | slice) -> Secret:
        return Secret(super().__getitem__(part))

    def strip(self, chars: str | None = None) -> Secret:
        return Secret(super().strip(chars))

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> SecretBytes:
        return SecretBytes(str.encode(self, encoding, errors))


class SecretBytes(bytes):
    """The same of bytes."""

    def __repr__(self) -> str:
        return _SHOWN

    __str__ = __repr__

    @overload
    def __getitem__(self, part: SupportsIndex) -> int: ...
    @overload
    def __getitem__(self, part: slice) -> SecretBytes: ...
    def __getitem__(self, part: SupportsIndex | slice) -> int | SecretBytes:
        found = super().__getitem__(part)
        return SecretBytes(found) if isinstance(found, bytes) else found

    def __bytes__(self) -> SecretBytes:
        return self  # h11 makes plain bytes of all others

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> Secret:
        return Secret(super().decode(encoding, errors))


class Hidden:
    """Whatever else somebody gave as a credential. `revealed` gives it back."""

    __slots__ = ("_give",)

    def __init__(self, given: Any) -> None:
        # In no attribute of its own, for reporters look into those too.
        self._give: Callable[[], Any] = lambda: given

    def __repr__(self) -> str:
        return _SHOWN


def hide(given: Any) -> Any:
    """The same, hidden: a text and bytes as what they are, all else as `Hidden`; what was left out
    stays so. `given = hide(given)` leaves a frame nothing to show."""
    if given is None or given is UNSET or isinstance(given, Secret | SecretBytes | Hidden):
        return given
    if isinstance(given, str):
        return Secret(given)
    return SecretBytes(given) if isinstance(given, bytes | bytearray) else Hidden(given)


def hide_texts(given: Any) -> Any:
    """The same, its texts and bytes hidden, also those in lists and maps."""
    if isinstance(given, list | tuple):
        return [hide_texts(entry) for entry in given]
    if isinstance(given, Mapping):
        return {key: hide_texts(entry) for key, entry in given.items()}
    return hide(given) if isinstance(given, str | bytes | bytearray) else given


def revealed(given: Any) -> Any:
    """What was hidden, to be used and kept in no variable."""
    return given._give() if isinstance(given, Hidden) else given


def type_name(given: Any) -> str:
    """What came in the place of a credential: the name of its type, which errors may say."""
    if isinstance(given, str):
        return "str"
    return "bytes" if isinstance(given, bytes) else type(revealed(given)).__name__
