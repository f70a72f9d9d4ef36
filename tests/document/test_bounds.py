"""Bounds of parameters and of bodies: each on both sides of its edge, refused with its place before
anything is sent; and answers, which nobody holds to them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from commerce_sdk import InvalidRequest, Money
from tests.codegen.golden.shop.api.articles import change_article, find_articles
from tests.codegen.golden.shop.models import Article, ArticleChange, Articles, PartInput

YEN, DOLLAR = "JPY", "USD"


def yen(amount: int | str) -> Money:
    return Money.of(amount, YEN)


PARAMETERS: list[tuple[str, list[Any], list[Any], str]] = [
    ("q", ["ab", "abcde", "😀😀😀😀😀"], ["", "a", "abcdef", "😀"], "expected 2 to 5 characters"),
    ("limit", [1, 100], [0, 101, -1], "expected at least 1 and at most 100"),
    (
        "share",
        [Decimal("0.05"), Decimal("0.950")],
        [0, 1, Decimal("-0.05")],
        "expected more than 0 and less than 1",
    ),
    ("share", [Decimal("0.15")], [Decimal("0.051"), Decimal("0.949")], "a multiple of 0.05"),
    ("from", ["2024-02-29", datetime.date(1, 1, 1)], ["31/12/99", "2023-02-29"], "expected a date"),
    ("from", ["1999-12-31"], ["19991231", "1999-W52-5", "٢٠٢٤-01-01"], "expected a date"),
    ("from", [], [datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)], "pass its .date()"),
    ("from", [], [20240101], "expected a datetime.date, got int"),
    ("colours", [["RED"], ["RED", "dark-blue"]], [[]], "expected 1 to 2 entries"),
    ("colours[1]", [["RED", "dark-blue"]], [["RED", "RED"]], "entries that all differ"),
    ("upTo", [yen(100), Money.of(1, DOLLAR)], [yen(99)], "expected at least 100 (in minor units)"),
    ("upTo", [], [Money.of("0.99", DOLLAR)], "expected at least 100 (in minor units)"),
    ("X-trace", ["00ff"], ["00f", "00fff", "00fg", "00FF", "00ff\n"], "matches ^[0-9a-f]{4}\\Z"),
]
KEYWORDS = {"from": "from_", "upTo": "up_to", "X-trace": "x_trace"}


def edges(table: list[tuple[str, list[Any], list[Any], str]]) -> list[tuple[str, Any, str | None]]:
    """Each value by itself; with what it is told, where it is refused."""
    allowed = [(place, value, None) for place, values, _, _ in table for value in values]
    return allowed + [(place, value, said) for place, _, values, said in table for value in values]


def holds(place: str, said: str | None, ask: Callable[[], object]) -> None:
    if said is None:
        ask()
        return
    with pytest.raises(InvalidRequest) as refused:
        ask()
    assert refused.value.path == place
    assert said in refused.value.message


@pytest.mark.parametrize(("place", "value", "said"), edges(PARAMETERS))
def test_a_parameter_is_held_to_its_bounds(place: str, value: Any, said: str | None) -> None:
    wire = place.partition("[")[0]
    given = {"q": "abc", KEYWORDS.get(wire, wire): value}
    holds(place, said, lambda: find_articles.build(**given))


FIELDS: list[tuple[str, list[Any], list[Any], str]] = [
    ("name", ["a", "a" * 10, "é" * 10], ["", "a" * 11], "expected 1 to 10 characters"),
    ("price", [yen(0), Money.of("0.00", DOLLAR)], [yen(-1)], "expected at least 0 (in minor"),
    (
        "listPrice",
        [Money.of("0.000001", DOLLAR), yen(1000), Money.of("1000.00", "BHD")],
        [yen(0), yen(-1), Money.of("1000.001", "BHD")],
        "expected more than 0 and at most 1000 (in major units)",
    ),
    ("exactPrice", [Money.of("0.1234", DOLLAR)], [Money.of("0.12345", DOLLAR)], "5 decimals"),
    ("stock", [0, 2, 10], [-2, 12], "expected at least 0 and at most 10"),
    ("stock", [4], [1, 9], "expected a multiple of 2"),
    ("share", [0, Decimal("-0.75")], [-1, 1, Decimal("1.25")], "expected more than -1 and less"),
    ("share", [], [Decimal("0.7500000000000000000000000000000000000001")], "multiple of 0.25"),
    ("words", [["abc"], ["xabcx", "a\tc", "a\vc"]], [[], ["a1c", "a2c", "a3c", "a4c"]], "1 to 3"),
    ("words[1]", [], [["abc", "bc"], ["abc", "a\nc"], ["abc", "a\u2028c"], ["abc", "Abc"]], "a["),
    ("words[2]", [], [["abc", "adc", "abc"]], "entries that all differ"),
    ("labels", [{"a": ""}, {"a": "abc", "b": "c"}], [{}, dict.fromkeys("abc", "")], "1 to 2 field"),
    ("labels.b", [], [{"a": "abc", "b": "abcd"}], "expected 3 or fewer characters"),
    ("extra", [{}, {"a": None, "b": [1]}], [dict.fromkeys("abc")], "expected 2 or fewer fields"),
    ("extra", [], [[1], "ab"], "expected a mapping"),
    ("launchedOn", ["2000-02-29", None], ["1900-02-29", "31/12/99", ""], "expected a date"),
    ("parts[1].sku", [[PartInput(sku="AB-12345")]], [], ""),
    ("parts[1].sku", [], [[PartInput(), PartInput(sku="AB-123456")]], "8 or fewer characters"),
    ("parts[1].sku", [], [[PartInput(), PartInput(sku="AB-")]], "matches ^[A-Z]{2}-\\d+\\Z"),
    ("parts[1].sku", [], [[PartInput(), PartInput(sku="AB-١")]], "matches ^[A-Z]{2}-\\d+\\Z"),
]
NAMES = {"listPrice": "list_price", "exactPrice": "exact_price", "launchedOn": "launched_on"}


@pytest.mark.parametrize(("place", "value", "said"), edges(FIELDS))
def test_a_field_is_held_to_its_bounds(place: str, value: Any, said: str | None) -> None:
    wire = place.partition("[")[0].partition(".")[0]
    change = ArticleChange(**{NAMES.get(wire, wire): value})
    holds(place, said, lambda: change_article.build(sku="AB-1", body=change))


def test_a_part_of_a_path_is_held_to_the_bounds_of_the_schema_that_it_names() -> None:
    change = ArticleChange(name="a")
    assert change_article.build(sku="AB-12345", body=change).path == "/v1/articles/AB-12345"
    for sku in ("AB-123456", "A-1", "AB-1\n", "xAB-1"):
        with pytest.raises(InvalidRequest, match=r"^sku: "):
            change_article.build(sku=sku, body=change)


def test_a_body_may_have_to_say_something() -> None:
    with pytest.raises(InvalidRequest, match=r"^expected 1 or more fields$"):
        change_article.build(sku="AB-1", body=ArticleChange())


def test_a_date_reads_as_a_date_or_as_what_came_and_goes_back_as_it_came() -> None:
    for came, read in (
        ("1999-12-31", datetime.date(1999, 12, 31)),
        ("31/12/99", "31/12/99"),
        ("0000-01-01", "0000-01-01"),
        ("1999-12-31T00:00:00Z", "1999-12-31T00:00:00Z"),
        (None, None),
        (17, 17),
    ):
        article = Article.from_dict({"launchedOn": came})
        assert article.launched_on == read
        assert type(article.launched_on) is type(read)
        assert article.to_dict() == {"launchedOn": came}
    read_back = ArticleChange.from_dict({"launchedOn": "1999-12-31"})
    assert read_back == ArticleChange(launched_on=datetime.date(1999, 12, 31))
    assert read_back.to_dict() == {"launchedOn": "1999-12-31"}


def test_an_answer_is_held_to_no_bounds() -> None:
    came = {"articles": [{"sku": "?", "price": -1, "currency": ""}, {"sku": "AB-123456789"}]}
    articles = Articles.from_dict(came)
    assert articles.to_dict() == came
    assert [article.sku for article in articles.articles or ()] == ["?", "AB-123456789"]
