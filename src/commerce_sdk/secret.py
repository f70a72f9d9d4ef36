"""Texts that show themselves to nobody who only looks.

Crash reporters record the `repr` of every local variable of every frame, of ours and of those
below. So a credential travels as one of these, from where it comes in to where it is sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, SupportsIndex, overload

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


def hide(given: Any) -> Any:
    """The same, hidden where it is a text or bytes, or a list or map of some. `given = hide(given)`
    leaves a frame nothing to show."""
    if isinstance(given, str):
        return Secret(given)
    if isinstance(given, bytes | bytearray):
        return SecretBytes(given)
    if isinstance(given, list | tuple):
        return [hide(entry) for entry in given]
    if isinstance(given, Mapping):
        return {key: hide(entry) for key, entry in given.items()}
    return given
