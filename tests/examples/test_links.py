"""Each link of a page leads to a file, and to a heading in it, that is there; what users ask is found
from the index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.conftest import ROOT

PAGES = sorted(
    f"{path.relative_to(ROOT)}"
    for folder in ("", "docs", "openapi", "codegen", "examples")
    for path in (ROOT / folder).glob("*.md")
)
INDEX = "docs/how-do-i.md"
LEAST = 30
"""So many questions the index answers at the least."""

BLOCK = re.compile(r"^ *```.*?^ *```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
ENTRY = re.compile(r"^- (.*(?:\n  .*)*)", re.MULTILINE)


def text_of(page: str) -> str:
    """Without blocks, in which a `#` begins a comment."""
    return BLOCK.sub("", (ROOT / page).read_text(encoding="utf-8"))


def anchors_in(text: str) -> Iterator[str]:
    """What GitHub makes of a page's headings; one that comes again is numbered."""
    seen: dict[str, int] = {}
    for heading in re.findall(r"^#{1,6} (.*)$", text, re.MULTILINE):
        shown = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
        anchor = re.sub(r"[^\w\- ]", "", shown).replace(" ", "-")
        times = seen[anchor] = seen.get(anchor, -1) + 1
        yield f"{anchor}-{times}" if times else anchor


@cache
def anchors_of(page: str) -> frozenset[str]:
    return frozenset(anchors_in(text_of(page)))


def lost(page: str, text: str) -> list[str]:
    """The links of a page that lead nowhere."""
    return [
        target
        for target in LINK.findall(text)
        if not target.startswith(("https://", "http://")) and not is_there(page, target)
    ]


def is_there(page: str, target: str) -> bool:
    name, _, anchor = target.partition("#")
    path = ((ROOT / page).parent / name).resolve() if name else ROOT / page
    if not path.exists():
        return False
    return not anchor or anchor in anchors_of(f"{path.relative_to(ROOT)}")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    assert lost(page, text_of(page)) == []


def test_a_link_to_a_file_or_a_heading_that_is_not_there_is_lost() -> None:
    text = "[a](money.md) [b](nothing.md) [c](money.md#arithmetic) [d](money.md#nothing) [e](#f)"
    assert lost("docs/orders.md", text) == ["nothing.md", "money.md#nothing", "#f"]


def test_anchors_are_those_of_headings() -> None:
    text = "# A `b_c`, d\n\n## [The e](f.md)\n\n## The e\n\ntext # none\n"
    assert list(anchors_in(text)) == ["a-b_c-d", "the-e", "the-e-1"]
    assert "arithmetic" in anchors_of("docs/money.md")


def test_every_page_for_users_is_found_from_the_readme() -> None:
    found = {target.partition("#")[0] for target in LINK.findall(text_of("README.md"))}
    assert {page for page in PAGES if page.startswith("docs/")} <= found


# --- what users ask

ENTRIES = ENTRY.findall(text_of(INDEX))


def test_the_index_answers_many_questions_each_once() -> None:
    questions = [entry.partition(":")[0] for entry in ENTRIES]
    assert len(questions) >= LEAST
    assert len(questions) == len(set(questions))


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_question_leads_to_a_heading_that_is_there(entry: str) -> None:
    targets = LINK.findall(entry)
    assert targets
    for target in targets:
        assert "#" in target
        assert is_there(INDEX, target), target
