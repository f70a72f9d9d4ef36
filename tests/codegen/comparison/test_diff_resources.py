"""What a change of a resource (`x-resource`) is to callers, who see it flat."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from codegen import diff
from codegen.reading.bundle import bundle
from codegen.reading.resources import envelopes
from tests.codegen.comparison.versions import BREAKS, GONE, SHOWN
from tests.codegen.generator import DOCUMENTS

Node = dict[str, Any]
CLUB = bundle(DOCUMENTS / "club.yaml")
LEVEL = {"$ref": "#/components/schemas/Level"}


def member(part: str, name: str, **said: Any) -> Callable[[Node], None]:
    """An edit of an attribute or a relationship of a member; a whole one where it has a
    description."""

    def edit(document: Node) -> None:
        held = document["components"]["schemas"]["Member"]["x-resource"][part]
        if not said:
            del held[name]
            return
        if "description" not in said:
            held[name] |= said
        else:
            held[name] = said
        held[name] = {key: each for key, each in held[name].items() if each is not GONE}

    return edit


def attribute(name: str, **said: Any) -> Callable[[Node], None]:
    return member("attributes", name, **said)


def link(name: str, **said: Any) -> Callable[[Node], None]:
    return member("relationships", name, **said)


def matchers(**said: Any) -> Callable[[Node], None]:
    def edit(document: Node) -> None:
        held = document["components"]["parameters"]["Filter"]
        every = {**held["x-matchers"], **said}
        held["x-matchers"] = {key: each for key, each in every.items() if each is not GONE}

    return edit


def answered(reference: str) -> Callable[[Node], None]:
    def edit(document: Node) -> None:
        answer = document["paths"]["/members/{id}/team"]["get"]["responses"]["200"]
        answer["content"]["application/vnd.api+json"]["schema"] = {
            "$ref": f"#/components/schemas/{reference}"
        }

    return edit


def of_type(name: str) -> Callable[[Node], None]:
    def edit(document: Node) -> None:
        document["components"]["schemas"]["Team"]["x-resource"]["type"] = name

    return edit


def made(edit: Callable[[Node], None]) -> Node:
    """The document with an edit, before its envelopes are written out."""
    document = copy.deepcopy(CLUB)
    for name in document["components"]["schemas"].keys() - ORIGINAL:
        del document["components"]["schemas"][name]
    for name in ("Member", "Team", "Club"):
        schema = document["components"]["schemas"][name]
        document["components"]["schemas"][name] = {
            key: schema[key] for key in ("description", "x-resource")
        }
    edit(document)
    return document


ORIGINAL = {"Level", "Rank", "Refusal", "Reason", "Member", "Team", "Club"}
TEXT = {"type": "string", "description": "More."}
Said = tuple[str, str, str]
CHANGES: list[tuple[str, Callable[[Node], None], Said, Said]] = [
    (
        "an attribute",
        attribute("visits"),
        (BREAKS, "Member.visits", "the field"),
        (SHOWN, "Member.visits", "a field"),
    ),
    (
        "the type of an attribute",
        attribute("visits", **{"type": "string", "x-number": GONE}),
        (BREAKS, "Member.visits", "was int, is str"),
        (BREAKS, "Member.visits", "was str, is int"),
    ),
    (
        "an attribute that becomes an enum",
        attribute("born", description="Its level.", **LEVEL),
        (BREAKS, "Member.born", "was datetime.date | str, is Level"),
        (BREAKS, "Member.born", "was Level, is datetime.date | str"),
    ),
    (
        "what one is made with",
        attribute("born", create=GONE),
        (BREAKS, "MemberInput.born", "the field"),
        (SHOWN, "MemberInput.born", "a field"),
    ),
    (
        "what one has to be made with",
        attribute("born", create="required"),
        (BREAKS, "MemberInput.born", "is now required"),
        (SHOWN, "MemberInput.born", "is no longer required"),
    ),
    (
        "what changes with it",
        attribute("name", update=GONE),
        (BREAKS, "MemberUpdateInput.name", "the field"),
        (SHOWN, "MemberUpdateInput.name", "a field"),
    ),
    (
        "a required attribute that is new",
        attribute("more", create="required", **TEXT),
        (BREAKS, "MemberInput.more", "a required field"),
        (BREAKS, "MemberInput.more", "the field"),
    ),
    (
        "what an attribute is held to",
        attribute("name", maxLength=8),
        (BREAKS, "MemberInput.name", "8"),
        (SHOWN, "MemberInput.name", "9"),
    ),
    (
        "what is secret",
        attribute("name", **{"x-secret": True}),
        (SHOWN, "Member.name", "is now secret"),
        (SHOWN, "Member.name", "is no longer secret"),
    ),
    (
        "a relationship",
        link("team"),
        (BREAKS, "Member.team", "the field"),
        (SHOWN, "Member.team", "a field"),
    ),
    (
        "one that becomes many",
        link("team", many=True),
        (BREAKS, "Member.team", "was Team | NotLoaded, is list[Team] | NotLoaded"),
        (BREAKS, "Member.team", "was list[Team] | NotLoaded, is Team | NotLoaded"),
    ),
    (
        "whom it leads to",
        link("team", to="Club"),
        (BREAKS, "MemberInput.team", "was str | Team, is str | Club"),
        (BREAKS, "Member.team", "was Club | NotLoaded, is Team | NotLoaded"),
    ),
    (
        "one that can no longer be none",
        link("team", create="required"),
        (BREAKS, "MemberUpdateInput.team", "may no longer be None"),
        (SHOWN, "MemberUpdateInput.team", "may now be None"),
    ),
    (
        "the type of a resource",
        of_type("squads"),
        (BREAKS, "Team", "is a resource of squads, was of teams"),
        (BREAKS, "Team", "is a resource of teams, was of squads"),
    ),
    (
        "what an answer holds of it: one",
        answered("TeamDocument"),
        (SHOWN, "get_member_team", "answers Team, answered None | Team"),
        (BREAKS, "get_member_team", "answers None | Team, answered Team"),
    ),
    (
        "what an answer holds of it: many",
        answered("TeamList"),
        (BREAKS, "get_member_team", "answers ResourceList[Team], answered None | Team"),
        (BREAKS, "get_member_team", "answers None | Team, answered ResourceList[Team]"),
    ),
    (
        "a matcher",
        matchers(cont=GONE),
        (BREAKS, "filters _cont", "the matcher"),
        (SHOWN, "filters _cont", "a matcher"),
    ),
    (
        "what a matcher takes",
        matchers(cont="texts"),
        (BREAKS, "filters _cont", "takes texts, took text"),
        (BREAKS, "filters _cont", "takes text, took texts"),
    ),
]


@pytest.mark.parametrize(("edit", "there", "back"), [each[1:] for each in CHANGES], ids=[e[0] for e in CHANGES])  # fmt: skip
def test_a_change_is_weighed_and_told(
    edit: Callable[[Node], None], there: Said, back: Said
) -> None:
    before, after = made(lambda _: None), made(edit)
    for old, new, (verdict, place, words) in ((before, after, there), (after, before, back)):
        found = diff.changes(old, new)
        breaking = [each for each in found if each.breaking]
        assert (BREAKS if breaking else SHOWN) == verdict, found
        told = breaking or found
        assert [each for each in told if each.place == place and words in each.what], told


def test_nothing_is_said_of_envelopes() -> None:
    """They are as a bundled document has them, or not there yet."""
    assert diff.changes(made(lambda _: None), CLUB) == []
    gone = {each.place for each in diff.changes(CLUB, _bare())}
    flat = {"Member", "Team", "Club", "MemberInput", "MemberUpdateInput", "ClubUpdateInput"}
    assert gone & envelopes(CLUB).keys() == flat


def _bare() -> Node:
    document = copy.deepcopy(CLUB)
    document["paths"] = {}
    document["components"]["schemas"] = {}
    return document
