"""What changed of what the values of a request are held to, and what of it breaks a caller.

A bound that is new, or another one, breaks where it refuses what was allowed: not where something
else had refused that already, be it another bound, the type or the size of an integer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Any

from codegen.comparison.change import Change

Bounds = Mapping[str, Any]
_WORDS = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "minLength": "at least {} characters long",
    "maxLength": "at most {} characters long",
    "pattern": "like {}",
    "minItems": "at least {} entries long",
    "maxItems": "at most {} entries long",
    "uniqueItems": "without an entry twice",
    "minProperties": "of at least {} fields",
    "maxProperties": "of at most {} fields",
    "bits": "a number of {} bits",
    "format": "a {}",
    "enum": "one of {}",
    "decimals": "of at most {} decimals",
    "whole": "in whole {} units",
}
_NOT_IN_UNITS = ("bits", "whole")
_LOWEST = {"minLength": 0, "minItems": 0, "minProperties": 0}
"""The bounds that everything keeps."""


def of_bounds(
    place: str, old: Bounds, new: Bounds, given: Mapping[str, int] | None = None
) -> Iterator[Change]:
    """Differences of two sets of bounds; `given` are those that old values kept anyway."""
    units = old.get("unit"), new.get("unit")
    held = {**_LOWEST, **old}
    held |= {keyword: max(held.get(keyword, 0), least) for keyword, least in (given or {}).items()}
    for keyword in sorted((old.keys() | new.keys()) - {"unit", "integer"}):
        was, now = old.get(keyword), new.get(keyword)
        # A currency may have two places, three or none: what a bound is in the other unit, nobody
        # can say for all of them.
        moved = None not in units and units[0] != units[1] and keyword not in _NOT_IN_UNITS
        if was == now and not moved:
            continue
        before, after = (
            _told(keyword, value, unit if moved else None)
            for value, unit in zip((was, now), units, strict=True)
        )
        what = f"has to be {after}, had to be {before}"
        if was is None:
            what = f"has to be {after}"
        elif now is None:
            what = f"no longer has to be {before}"
        kept = now is None or (not moved and _is_kept(keyword, now, held))
        yield Change(place, "changed", what, not kept)


def _told(keyword: str, value: Any, unit: str | None) -> str:
    words = _WORDS.get(keyword, f"{keyword} {{}}").format(value)
    return f"{words} (in {unit} units)" if unit else words


def _is_kept(keyword: str, now: Any, held: Bounds) -> bool:
    """Did every value that was allowed keep this bound already?"""
    try:
        return _keeps(keyword, now, held)
    except (TypeError, ValueError, ArithmeticError):
        return False  # it is no number: nobody knows


def _keeps(keyword: str, now: Any, held: Bounds) -> bool:
    match keyword:
        case "minimum" | "exclusiveMinimum":
            return _is_within(_lowest(held), Fraction(str(now)), keyword == "exclusiveMinimum")
        case "maximum" | "exclusiveMaximum":
            return _is_within(_highest(held), -Fraction(str(now)), keyword == "exclusiveMaximum")
        case "bits":
            edge = -(2 ** (now - 1))
            return _is_within(_lowest(held), edge, False) and _is_within(
                _highest(held), edge + 1, False
            )
        case "multipleOf":
            step = _step(held)
            return step is not None and step % Fraction(str(now)) == 0
        case "whole":
            # Whole main units are whole in the smallest ones, too.
            return "whole" in held and now in (held["whole"], "minor")
        case "minLength" | "minItems" | "minProperties":
            return bool(held.get(keyword, -1) >= now)
        case "maxLength" | "maxItems" | "maxProperties" | "decimals":
            return keyword in held and bool(held[keyword] <= now)
    return bool(held.get(keyword) == now)


_End = tuple[Fraction, bool]
"""A lower end, and whether it is left out itself."""


def _is_within(ends: list[_End], now: Fraction | int, is_open: bool) -> bool:
    """Does one of the ends shut out all that is below another one, or at it where it is open?"""
    return any((end, is_left_out) >= (now, is_open) for end, is_left_out in ends)


def _lowest(held: Bounds) -> list[_End]:
    """The lower ends of the values that were allowed."""
    return _ends(held, "minimum", "exclusiveMinimum", 1, 0)


def _highest(held: Bounds) -> list[_End]:
    """The upper ends, with the other sign: as lower ones."""
    return _ends(held, "maximum", "exclusiveMaximum", -1, 1)


def _ends(held: Bounds, closed: str, opened: str, sign: int, beyond: int) -> list[_End]:
    ends = [
        (sign * Fraction(str(held[keyword])), keyword == opened)
        for keyword in (closed, opened)
        if keyword in held
    ]
    if "integer" in held:
        edge = Fraction(-(2 ** (held["integer"] - 1)) + beyond)
        ends = [
            (Fraction(floor(end) + 1 if is_open else ceil(end)), False) for end, is_open in ends
        ]
        ends.append((edge, False))
    return ends


def _step(held: Bounds) -> Fraction | None:
    """What the values that were allowed are multiples of."""
    said = held.get("multipleOf")
    step = Fraction(str(said)) if said is not None else None
    if "integer" in held:
        return Fraction(step.numerator) if step else Fraction(1)
    return step
