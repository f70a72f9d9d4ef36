"""A success that is no object alone: a list, a map, one of several objects, a scalar, or null."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, ClassVar

from commerce_sdk.document.model import parse_json, read_stored
from commerce_sdk.document.reading import another_shape, whole_number
from commerce_sdk.value import Value

_SCALARS = {str: "text", bool: "true or false", int: "a whole number", Decimal: "a number"}


class AnswerOf(Value, frozen=True):
    """How such a success is held, as an attribute would be: `stored` is the type of what comes,
    `read` makes of it what is given; None gives it as it came."""

    stored: Any
    read: Callable[[Any], Any] | None = None
    nullable: bool = False
    long: ClassVar[tuple[str, ...]] = ()
    """Its parts, if it is an object of plain values, that may be long lists."""

    def of_parts(self, parts: Any) -> Any:
        """Such an object, given its plain values. Raises `DecodeError`."""
        raise NotImplementedError

    def from_json(self, content: bytes) -> Any:
        """Read an answer's bytes, as tolerantly as a model. Raises `DecodeError` for another kind
        of JSON than the document's, and for null where it allows none."""
        if self.nullable and content.strip() == b"null":
            return None
        of = _SCALARS.get(self.stored)
        value = read_stored(self.stored, content) if of is None else self._scalar(content, of)
        return value if self.read is None else self.read(value)

    def _scalar(self, content: bytes, of: str) -> Any:
        value = parse_json(content)
        kinds = (int, Decimal) if self.stored is Decimal else (self.stored,)
        value = whole_number(value, "$") if self.stored is int else value
        if value.__class__ not in kinds:  # a bool is no number here
            raise another_shape(of, value, "$")
        return value
