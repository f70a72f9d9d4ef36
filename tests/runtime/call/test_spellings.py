"""What a text means where it is escaped: each way to escape, and how often."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from commerce_sdk.runtime.call.spellings import meanings

MEANT = {
    "JSON": (r"\u00e9x", "éx"),
    "JSON, beyond the first plane": (r"\ud83d\ude00x", "😀x"),
    "a short one": (r"a\nb\tc", "a\nb\tc"),
    "a quote": (r"\"a\"\/", '"a"/'),
    "bytes": (r"\xc3\xa9\x61", "éa"),
    "a byte that is no UTF-8": (r"\xe9", "\udce9"),
    "Python's long one": (r"\U0001f600", "😀"),
    "Python's long one, of a letter": (r"\U00000061", "a"),
    "Python's last one": (r"\U0010ffff", "\U0010ffff"),
    "HTML": ("&amp;&#233;", "&é"),
    "an address": ("a%C3%A9+b", "aé+b"),
    "a form": ("a%C3%A9+b", "aé b"),
    "the first byte that is no UTF-8": ("\udc80", "\x80"),
    "the last byte that is no UTF-8": ("\udcff", "ÿ"),
}


@pytest.mark.parametrize(("text", "meant"), MEANT.values(), ids=MEANT)
def test_a_text_is_understood(text: str, meant: str) -> None:
    assert meant in list(meanings(text))


@pytest.mark.parametrize("text", ["", "a", "é", "\udc7f\udd00", "100%", "&"])
def test_a_text_that_is_not_escaped_means_itself_alone(text: str) -> None:
    assert list(meanings(text)) == []


def test_a_meaning_is_told_once_and_the_nearest_comes_first() -> None:
    assert list(meanings("%2561")) == ["%61", "a"]
    assert list(meanings("&amp;%61")) == ["&%61", "&amp;a", "&a"]


@pytest.mark.parametrize(
    ("length", "times"), [(100, 4), (2**16 - 1, 4), (2**16, 2), (2**16 + 1, 2)]
)
def test_a_text_may_have_been_escaped_so_often(length: int, times: int) -> None:
    for escaped in (times, times + 1):
        text = "<"
        for _ in range(escaped):
            text = quote(text)
        text += "." * (length - len(text))
        assert any(each.startswith("<") for each in meanings(text)) is (escaped == times)
