"""What our kinds accept, the schema accepts as it is written; what the schema accepts, ours do. The
judge of schemas is another's: `jsonschema`, with numbers that are exact."""

from __future__ import annotations

import string
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from codegen.reading.failures import UnsupportedSchema
from codegen.schemas.shapes import Shapes
from commerce_sdk import InvalidRequest, Money
from commerce_sdk.document import amount_kinds, bounds, container_kinds, kinds
from commerce_sdk.money import to_wire

SHAPES = Shapes({"components": {"schemas": {}}})
NAMES = {
    **vars(kinds),
    **vars(amount_kinds),
    **vars(container_kinds),
    **vars(bounds),
    "Decimal": Decimal,
}
Schema = dict[str, Any]


def written(schema: Schema, value: Any) -> Any:
    """What the code that is generated for a schema writes of a value; None where it refuses it."""
    kind = eval(SHAPES.shape(schema).written, NAMES)
    try:
        return kind.write(value, "it", None)
    except InvalidRequest as refused:
        assert refused.path.startswith("it")
        return None


def ours(schema: Schema, value: Any) -> bool:
    """Is a value accepted, and written as it is?"""
    found = written(schema, value)
    assert found is None or found == value
    return found is not None


def theirs(schema: Schema, value: Any) -> bool:
    return bool(Draft202012Validator(schema, format_checker=FormatChecker()).is_valid(value))


def some(keywords: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Schema]:
    return st.fixed_dictionaries({}, optional=keywords)


NUMBERS = st.decimals(-20, 20, places=2) | st.integers(-20, 20)
ENDS = dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"))
COUNTS = st.integers(0, 4)
LETTERS = st.text("ab0-é😀\n\u2028", max_size=6)


@given(
    some({**dict.fromkeys(ENDS, NUMBERS), "multipleOf": st.decimals("0.01", 5, places=2)}), NUMBERS
)
def test_a_number(keywords: Schema, value: Any) -> None:
    schema = {"type": "number", **keywords}
    assert ours(schema, value) == theirs(schema, value)


@given(some({"minLength": COUNTS, "maxLength": COUNTS}), LETTERS)
def test_a_length(keywords: Schema, value: str) -> None:
    schema = {"type": "string", **keywords}
    assert ours(schema, value) == theirs(schema, value)


ENTRIES = (
    st.booleans()
    | st.integers(0, 1)
    | st.sampled_from([Decimal("1.0"), "1", None, [1], [True]])
    | st.dictionaries(st.just("a"), st.integers(0, 1) | st.booleans(), max_size=1)
)


@given(some({"minItems": COUNTS, "maxItems": COUNTS}), st.lists(ENTRIES, max_size=5))
def test_a_list(keywords: Schema, value: list[Any]) -> None:
    schema = {"type": "array", "items": {}, **keywords}
    assert ours(schema, value) == theirs(schema, value)


@given(st.lists(ENTRIES, min_size=2, max_size=3))
@example([True, 1])
@example([[0], [False]])
@example([1, Decimal("1.0")])
@example([{"a": 1}, {"a": Decimal("1.0")}])
def test_a_list_of_entries_that_differ(value: list[Any]) -> None:
    schema = {"type": "array", "items": {}, "uniqueItems": True}
    assert ours(schema, value) == theirs(schema, value)


@given(
    some({"minProperties": COUNTS, "maxProperties": COUNTS}),
    st.dictionaries(st.sampled_from(string.ascii_letters), st.none() | st.integers(), max_size=6),
)
def test_a_map(keywords: Schema, value: dict[str, Any]) -> None:
    schema = {"type": "object", **keywords}
    assert ours(schema, value) == theirs(schema, value)


@given(
    st.from_regex(r"\A\d{4}-\d\d-\d\d\Z")
    | st.dates().map(str)
    | st.text("0123456789-T", max_size=11)
)
def test_a_date(value: str) -> None:
    schema = {"type": "string", "format": "date"}
    assert ours(schema, value) == theirs(schema, value)


AMOUNTS = st.builds(
    Money.of, st.decimals(-20, 20, places=7), st.sampled_from(["USD", "JPY", "BHD"])
)
DIGITS = st.builds("^-?[0-9]+(\\.[0-9]{{1,{0}}})?$".format, st.integers(1, 4))


@given(
    some(dict.fromkeys(ENDS, st.integers(-2000, 2000))),
    st.sampled_from(["integer", "number"]),
    st.sampled_from(["minor", "major"]),
    AMOUNTS.map(lambda money: round(money)) | AMOUNTS,
)
def test_an_amount_in_the_unit_of_its_wire(
    keywords: Schema, kind: str, unit: Any, money: Money
) -> None:
    schema = {"type": kind, "x-money": unit, **keywords}
    number = to_wire(money, unit)
    if number == int(number):
        number = int(number)  # which `jsonschema` sees in no Decimal
    assert written(schema, money) == (number if theirs(schema, number) else None)


@given(DIGITS, st.sampled_from(["minor", "major"]), AMOUNTS)
def test_an_amount_as_text(pattern: str, unit: Any, money: Money) -> None:
    schema = {"type": "string", "x-money": unit, "pattern": pattern}
    text = written(schema, money)
    # Without the zeros at its end, which mean nothing.
    shortest = f"{to_wire(money, unit) or Decimal():f}"
    shortest = shortest.rstrip("0").rstrip(".") if "." in shortest else shortest
    assert (text is not None) == theirs(schema, shortest)
    if text is not None:
        assert theirs(schema, text)
        assert Decimal(text) == to_wire(money, unit)


PIECES = st.sampled_from(
    [
        "a",
        "b",
        "-",
        r"\d",
        r"\w",
        r"\.",
        "[ab]",
        "[^a]",
        "[a-b0-9]",
        "(a|b)",
        "(?:ab)",
        "(?!b)",
        "^",
    ]
)
TIMES = st.sampled_from(["", "", "", "*", "+", "?", "{2}", "{1,2}", "+?"])
PATTERNS = st.lists(st.tuples(PIECES, TIMES).map("".join), max_size=4).map("".join)


@given(PATTERNS, st.text("ab01-. ", max_size=6))
def test_a_pattern_of_what_both_languages_read_alike(pattern: str, value: str) -> None:
    schema = {"type": "string", "pattern": pattern}
    try:
        accepted = ours(schema, value)
    except UnsupportedSchema:
        return
    assert accepted == theirs(schema, value)


ECMA = [
    ("a", "xay", True),
    ("^a$", "a\n", False),
    ("^a$", "a", True),
    ("a$", "a\nb", False),
    ("^b", "a\nb", False),
    ("^.$", "\n", False),
    ("^.$", "\r", False),
    ("^.$", "\u2029", False),
    ("^.$", "é", True),
    (r"^\d$", "٣", False),
    (r"^\w$", "é", False),
    (r"^\W$", "é", True),
    (r"a\b", "aé", True),
    (r"^[[&~|]+$", "[&~|", True),
    (r"^[\]\-a]+$", "]-a", True),
    (r"^\x41\u00e9$", "Aé", True),
    (r"^\/\{\}$", "/{}", True),
    ("^(?=a).b?$", "ab", True),
    ("^(?!a)", "a", False),
    ("^a{2,}?$", "aaa", True),
    ("^$", "", True),
]
"""Patterns, and what ECMA-262 says of a text (as node says it, where Python's own differ)."""


@pytest.mark.parametrize(("pattern", "value", "matches"), ECMA)
def test_a_pattern_means_what_the_document_means(pattern: str, value: str, matches: bool) -> None:
    assert ours({"type": "string", "pattern": pattern}, value) == matches


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"\s", r"\S", r"\p{L}", r"\A", r"\Z", r"\u{61}", r"\ud83d", r"\cA", r"\0", r"(a)\1"),
        *("(?<name>a)", "(?P<name>a)", "(?i)a", "(?<=a)b", "(?>a)", "(?#a)", "[]", "[^]", "[]a]"),
        *("a{,3}", "{", "a}", "]", "a**", "a*+", "a{2}+", "^*", "|*", "(*a)", "[z-a]", "(", "a)"),
        *("[a", r"[\b]", "[a--b]", "\\", "a{99999999999}", r"\b+"),
    ],
)
def test_a_pattern_that_python_reads_otherwise_is_refused(pattern: str) -> None:
    with pytest.raises(UnsupportedSchema, match=r"^pattern "):
        SHAPES.shape({"type": "string", "pattern": pattern})


@pytest.mark.parametrize(
    ("schema", "why"),
    [
        ({"type": "string", "minimum": 1}, "minimum says nothing of this type"),
        ({"minLength": 1}, "minLength says nothing of this type"),
        ({"type": "number", "exclusiveMinimum": True}, "exclusiveMinimum is no number"),
        ({"type": "number", "multipleOf": 0}, "multipleOf of 0 or less"),
        ({"type": "string", "maxLength": -1}, "maxLength is no count"),
        ({"type": "string", "const": "a", "minLength": 1}, "beside the values that are allowed"),
    ],
)
def test_a_bound_that_cannot_be_kept_is_refused(schema: Schema, why: str) -> None:
    with pytest.raises(UnsupportedSchema, match=why):
        SHAPES.shape(schema)


def test_a_bound_beside_a_reference_is_refused() -> None:
    shapes = Shapes({"components": {"schemas": {"Name": {"type": "string", "maxLength": 5}}}})
    reference = {"$ref": "#/components/schemas/Name"}
    for schema in (
        {**reference, "minLength": 1},
        {"oneOf": [reference, {"type": "null"}], "minLength": 1},
    ):
        with pytest.raises(
            UnsupportedSchema, match=r"minLength beside a (\$ref; write it into Name|oneOf)"
        ):
            shapes.shape(schema)
