"""What a document says of its resources and cannot be written out is refused, at its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from codegen.lint import problems
from codegen.reading.bundle import bundle, load, normalise
from codegen.validation.faults import faults
from tests.codegen.generator import DOCUMENTS
from tests.codegen.verdicts import misreported, refusals

Node = dict[str, Any]
CLUB = bundle(DOCUMENTS / "club.yaml")
MEMBER = "#/components/schemas/Member/x-resource"


def said(document: Node, name: str = "Member") -> Any:
    return document["components"]["schemas"][name]["x-resource"]


def attribute(name: str, schema: Node) -> Callable[[Node], Any]:
    return lambda document: said(document)["attributes"].update(
        {name: {"description": "A.", **schema}}
    )


def schema(name: str, text: Node) -> Callable[[Node], Any]:
    return lambda document: document["components"]["schemas"].update({name: text})


def answer(reference: str) -> Callable[[Node], Any]:
    def edit(document: Node) -> None:
        media = document["paths"]["/members/{id}"]["get"]["responses"]["200"]["content"]
        media["application/vnd.api+json"]["schema"] = {"$ref": f"#/components/schemas/{reference}"}

    return edit


def two_of_a_type(document: Node) -> None:
    said(document, "Team")["type"] = "members"


def another(name: str) -> Callable[[Node], Any]:
    text = {"type": "others", "example": "o", "attributes": {"a": {"type": "string"}}}
    text["attributes"]["a"]["description"] = "An A."
    return schema(name, {"description": "Another.", "x-resource": text})


def a_link(document: Node) -> None:
    said(document)["relationships"]["name"] = {"to": "Club", "description": "The club."}


def to_nobody(document: Node) -> None:
    said(document)["relationships"]["team"]["to"] = "Nobody"


def a_second_table(document: Node) -> None:
    other = {
        "name": "too",
        "in": "query",
        "x-matchers": {"eq": "value"},
        "schema": {"type": "string"},
    }
    document["paths"]["/members"]["get"]["parameters"].append(other)


REFUSED = [
    (to_nobody, f"{MEMBER}/relationships/team/to: Nobody is no resource; name one of Member, Team"),
    (
        two_of_a_type,
        "#/components/schemas/Team/x-resource/type: members is the type of Member too; describe",
    ),
    (a_link, f"{MEMBER}/relationships/name: name is an attribute too; rename one"),
    (attribute("id", {"type": "string"}), f"{MEMBER}/attributes/id: JSON:API has no field of"),
    (attribute("type", {"type": "string"}), f"{MEMBER}/attributes/type: JSON:API has no field of"),
    (
        attribute("notify", {"type": "boolean"}),
        f"{MEMBER}/attributes/notify: 'notify' and '_notify' would have one name in Python, notify;",
    ),
    (
        attribute("meta_", {"type": "string"}),
        f"{MEMBER}/attributes/meta_: 'meta_' and 'meta' would have one name in Python, meta_; give",
    ),
    (
        attribute("odd", {"type": "string", "x-python-name": "meta"}),
        f"{MEMBER}/attributes/odd: x-python-name 'meta' is taken; write one in small letters that",
    ),
    (attribute("__", {"type": "string"}), f"{MEMBER}/attributes/__: nothing is left of '__'"),
    (
        attribute("odd", {"type": "string", "read": False}),
        f"{MEMBER}/attributes/odd: an attribute that is neither read nor given; say in which",
    ),
    (
        attribute("odd", {"type": "string", "nullable": True}),
        f"{MEMBER}/attributes/odd/nullable: nullable, which means nothing in OpenAPI 3.1; add 'null'",
    ),
    (
        attribute("odd", {"$ref": "#/components/schemas/Odd"}),
        f"{MEMBER}/attributes/odd: $ref #/components/schemas/Odd names nothing; name a part that",
    ),
    (
        attribute("odd", {"$ref": "#/components/schemas/Reason"}),
        f"{MEMBER}/attributes/odd: an attribute that is an object with properties; write type: obj",
    ),
    (
        attribute("odd", {"type": "integer", "x-money": "minor"}),
        f"{MEMBER}/attributes/odd: x-money in an attribute of a resource; leave it out",
    ),
    (
        attribute("odd", {"type": "string", "format": "email"}),
        f"{MEMBER}/attributes/odd: format email, which nobody checks for type string; write a patt",
    ),
    (
        attribute("odd", {"type": "string", "enum": ["a"]}),
        f"{MEMBER}/attributes/odd: an enum without a name; move it to components/schemas",
    ),
    (
        another("MemberInput"),
        f"{MEMBER}: MemberInput would be of Member and of MemberInput; rename one of the resources",
    ),
    (
        another("RelatedMember"),
        f"{MEMBER}: RelatedMember would be of Member and of RelatedMember; rename one of the reso",
    ),
    (
        schema("MemberLinkInput", {"type": "object", "properties": {}}),
        "#/components/schemas/MemberLinkInput: is not what x-resource says; leave it out, for bund",
    ),
    (
        lambda document: document["components"]["schemas"]["Team"].update({"title": "A team"}),
        "#/components/schemas/Team: is not what x-resource says; leave it out",
    ),
    (
        answer("Member"),
        "/schema: Member, which is only a part of a document; refer to a document of a resource",
    ),
    (
        lambda document: document["components"]["schemas"]["Reason"]["properties"].update(
            {"by": {"$ref": "#/components/schemas/MemberDocument", "description": "By."}}
        ),
        "Reason/properties/by: MemberDocument inside of something else; refer to it as the schema",
    ),
    (
        lambda document: document["components"]["schemas"]["Reason"]["properties"].update(
            {"by": {"x-resource": said(document, "Club"), "description": "By."}}
        ),
        "Reason/properties/by/x-resource: a resource without a name; move it to components/schemas",
    ),
    (
        lambda document: document["components"]["parameters"]["Filter"].update({"in": "header"}),
        "/x-matchers: matchers of no list of resources; leave it out, or write it on a query param",
    ),
    (another("Guest"), "#/components/schemas/Guest: no operation reaches this schema; remove it"),
    (a_second_table, "/x-matchers: a second table of matchers; write one, as a component that"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "complaint"), REFUSED)
def test_it_is_one_line_at_its_place(edit: Callable[[Node], Any], complaint: str) -> None:
    document = json.loads(json.dumps(load(DOCUMENTS / "club.yaml")))  # what it names by anchors too
    edit(document)
    found = refusals(document)
    assert [str(each) for each in found if complaint in str(each)], [*map(str, found)]
    assert len(found) == 1, [*map(str, found)]
    assert misreported(document, found) is None


def test_a_resource_that_others_link_to_needs_no_operation() -> None:
    document = load(DOCUMENTS / "club.yaml")
    del document["paths"]["/members/{id}/team"]
    assert refusals(document) == []


def test_matchers_without_resources_are_refused() -> None:
    document = load(DOCUMENTS / "kiosk.yaml")
    document["paths"]["/wares"]["get"]["parameters"][0]["x-matchers"] = {"eq": "value"}
    (problem, *_) = refusals(document)
    assert "matchers of no list of resources" in str(problem)


def test_a_bundled_document_is_written_out_as_it_is() -> None:
    again = deepcopy(CLUB)
    normalise(again)
    assert again == CLUB
    assert list(faults(again)) == []


def test_the_lint_says_once_what_holds_of_all_envelopes() -> None:
    document = deepcopy(load(DOCUMENTS / "club.yaml"))
    said(document)["attributes"]["name"]["description"] = "TODO"
    normalise(document)
    told = [str(each) for each in problems(document) if "TODO" in str(each)]
    assert told == [
        f"{MEMBER}/attributes/name: 'TODO' in its description stands for something else; say in our own words what it is"
    ]
