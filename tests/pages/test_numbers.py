"""Every number of the pages is the constant that it tells of: who changes one is led to the sentence
that quotes it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from commerce_sdk import defaults
from tests.pages.blocks import PAGES, text_of
from tests.pages.quantities import plain, quantities
from tests.pages.said.entry import Said
from tests.pages.said.measurements import COMPARED, MEASURED, NEAR
from tests.pages.said.nothing import EXEMPT, NOTHING
from tests.pages.said.platforms import OF_PLATFORMS
from tests.pages.said.sdk import OF_THE_SDK, STATUSES, UNQUOTED

SAID = [*OF_THE_SDK, *OF_PLATFORMS]

TEXTS = {page: plain(text_of(page)) for page in PAGES if page not in EXEMPT}


def wrong(each: Said) -> str:
    """What of it does not hold; nothing where all is well."""
    if TEXTS[each.page].count(each.words) != 1:
        return f"{each.page} has not, once: {each.words}"
    found = [quantity.value for quantity in quantities(each.words)]
    wanted = list(each.numbers())
    if len(found) == len(wanted) and all(map(math.isclose, found, wanted)):
        return ""
    return f"{each.page}: {each.words!r} says {found}, and it is {wanted}"


@pytest.mark.parametrize("said", SAID, ids=[f"{each.page}: {each.words[:40]}" for each in SAID])
def test_a_number_is_what_its_constant_is(said: Said) -> None:
    assert wrong(said) == ""


def wrong_statuses(listed: tuple[str, str, str]) -> str:
    page, words, named = listed
    if words in TEXTS[page] and statuses_in(words) == getattr(defaults, named):
        return ""
    return f"{page}: {words!r} is not {named}"


@pytest.mark.parametrize("listed", STATUSES)
def test_statuses_are_those_that_are_meant(listed: tuple[str, str, str]) -> None:
    assert wrong_statuses(listed) == ""


def statuses_in(words: str) -> set[int]:
    """Those of a list such as `500, 520 to 522`."""
    spans = re.findall(r"(\d+)(?: to (\d+))?", words)
    return {status for low, high in spans for status in range(int(low), int(high or low) + 1)}


@pytest.mark.parametrize("page", TEXTS)
def test_no_number_is_unaccounted_for(page: str) -> None:
    text = TEXTS[page]
    spans = [(text.index(words), words) for words in words_of(page) if words in text]
    lost = [
        text[max(0, each.start - 60) : each.start + 40]
        for each in quantities(text)
        if not any(start <= each.start < start + len(words) for start, words in spans)
    ]
    assert lost == [], "bind it in SAID, or say in NOTHING that no constant stands behind it"


def words_of(page: str) -> Sequence[str]:
    return [
        *(each.words for each in SAID if each.page == page),
        *NOTHING.get(page, ()),
        *(words for of, words in MEASURED if of == page),
    ]


def test_the_exceptions_are_there() -> None:
    for page, listed in NOTHING.items():
        assert [words for words in listed if words not in TEXTS[page]] == []


@pytest.mark.parametrize(("page", "words"), MEASURED)
def test_what_is_said_of_measurements_is_what_was_measured(page: str, words: str) -> None:
    assert words in TEXTS[page]
    found = [quantity.value for quantity in quantities(words)]
    assert found == pytest.approx(MEASURED[page, words](), abs=NEAR)


@pytest.mark.parametrize(("page", "words", "holds"), COMPARED, ids=[each[1] for each in COMPARED])
def test_what_is_compared_was_measured_so(page: str, words: str, holds: Callable[[], bool]) -> None:
    assert words in TEXTS[page]
    assert holds()


# --- a constant that is changed is noticed

QUOTED = sorted(name for name in vars(defaults) if name.isupper() and name not in UNQUOTED)


def changed(value: Any) -> Any:
    return value - {min(value)} if isinstance(value, frozenset) else value * 2


def turned_red(name: str) -> list[str]:
    """What of the pages is wrong once a default is another, and was not."""
    before = {*map(wrong, SAID), *map(wrong_statuses, STATUSES)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(defaults, name, changed(getattr(defaults, name)))
        after = {*map(wrong, SAID), *map(wrong_statuses, STATUSES)}
    return sorted(after - before)


@pytest.mark.parametrize("name", QUOTED)
def test_a_default_that_changes_turns_its_sentences_red(name: str) -> None:
    assert turned_red(name), f"no page quotes {name}: add it to UNQUOTED"


def test_what_turns_red_is_named_with_its_page() -> None:
    assert turned_red("POLL_INTERVAL_CAP") == [
        "docs/orders.md: 'Polls start a second apart and slow down to fifteen;' says [1.0, 15.0],"
        " and it is [1.0, 30.0]"
    ]


@pytest.mark.parametrize("name", sorted(UNQUOTED))
def test_what_no_page_quotes_is_a_default_and_turns_nothing_red(name: str) -> None:
    assert turned_red(name) == []


# --- how numbers are read


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("60 s, 0.5 to 8 s and 900 seconds", [60, 0.5, 8, 900]),
        ("a second apart, half a second, an hour, every minute", [1, 0.5, 3600, 60]),
        ("a second request, a second one", []),
        ("ten minutes, fifteen, four attempts, two of them", [600, 15, 4]),
        ("64 MiB, 100 KiB, 1,024 characters", [64 * 2**20, 100 * 2**10, 1024]),
        ("five sixths, two fifths, ten percent", [5 / 6, 2 / 5, 0.1]),
        ("ten thousand rows, 10,000 calls", [10_000, 10_000]),
        ("400, 401 or 5xx, 520 to 524, and 250 in 10 s", [250, 10]),
        ("RFC 9457, ISO 8601, Python 3.11, 2.4.0, v4, `deadline=600`, from 1.0 on", []),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, values: list[float]) -> None:
    assert [each.value for each in quantities(plain(text))] == pytest.approx(values)
