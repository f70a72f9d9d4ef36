"""What the document allows of a value beyond its kind: bounds, lengths, patterns.

They are checked on the value as it is written, for that is what they speak of: an amount in the
wire's unit, a list as it is sent. What a refusal says is the bound, never the value, which may be a
secret. Answers are not held to them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Protocol

from commerce_sdk.document.kinds import Kind, Scope
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.value import Value


class Rule(Protocol):
    """One thing that is allowed."""

    def check(self, written: Any, path: str) -> None:
        """Raise `InvalidRequest` where the written value breaks the rule."""
        ...


class Range(Value, frozen=True, kw_only=True):
    """A number from `least` to `most`, or between `above` and `below`, counted in `unit`."""

    least: int | Decimal | None = None
    most: int | Decimal | None = None
    above: int | Decimal | None = None
    below: int | Decimal | None = None
    unit: str | None = None

    def check(self, written: Any, path: str) -> None:
        if (
            (self.least is not None and written < self.least)
            or (self.most is not None and written > self.most)
            or (self.above is not None and written <= self.above)
            or (self.below is not None and written >= self.below)
        ):
            raise InvalidRequest(f"expected {self._in_words()}", path=path)

    def _in_words(self) -> str:
        ends = (
            ("at least", self.least),
            ("more than", self.above),
            ("at most", self.most),
            ("less than", self.below),
        )
        words = " and ".join(f"{word} {end}" for word, end in ends if end is not None)
        return f"{words} (in {self.unit})" if self.unit else words


class MultipleOf(Value, frozen=True):
    """A whole number of steps."""

    step: int | Decimal

    def check(self, written: Any, path: str) -> None:
        # As ratios of whole numbers, for a Decimal's own remainder ends at the context's digits.
        number, divisor = written.as_integer_ratio()
        step, of = self.step.as_integer_ratio()
        if number * of % (divisor * step):
            raise InvalidRequest(f"expected a multiple of {self.step}", path=path)


class Length(Value, frozen=True, kw_only=True):
    """From `least` to `most` characters (of Unicode), entries or fields."""

    least: int = 0
    most: int | None = None
    of: str = "characters"

    def check(self, written: Any, path: str) -> None:
        if len(written) < self.least or (self.most is not None and len(written) > self.most):
            raise InvalidRequest(f"expected {self._in_words()} {self.of}", path=path)

    def _in_words(self) -> str:
        if self.most is None:
            return f"{self.least} or more"
        if self.least == self.most:
            return f"exactly {self.most}"
        return f"{self.least} to {self.most}" if self.least else f"{self.most} or fewer"


class Matches(Value, frozen=True):
    """Text that holds a match of `pattern` anywhere; the pattern says itself where it is tied."""

    pattern: str

    def check(self, written: Any, path: str) -> None:
        if re.search(self.pattern, written, re.ASCII) is None:
            raise InvalidRequest(f"expected text that matches {self.pattern}", path=path)


class Distinct(Value, frozen=True):
    """A list without two equal entries."""

    def check(self, written: Any, path: str) -> None:
        seen = set()
        for index, entry in enumerate(written):
            key = _key(entry)
            if key in seen:
                what = "expected entries that all differ; this one stands there before"
                raise InvalidRequest(what, path=f"{path}[{index}]")
            seen.add(key)


def _key(value: Any) -> Any:
    """What equal JSON values have in common, and no others."""
    if isinstance(value, Mapping):
        return frozenset((name, _key(entry)) for name, entry in value.items())
    if isinstance(value, list | tuple):
        return tuple(map(_key, value))
    return (bool, value) if isinstance(value, bool) else value


class Bounded(Value, frozen=True):
    """A kind of value, and the rules that it is held to when it is written."""

    kind: Kind
    rules: tuple[Rule, ...]

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        written = self.kind.write(value, path, currency)
        for rule in self.rules:
            rule.check(written, path)
        return written

    def read(self, value: Any, scope: Scope) -> Any:
        return self.kind.read(value, scope)
