"""Resources of JSON:API in generated code: flat, typed, and whatever the document says of them."""

from __future__ import annotations

import datetime
import importlib
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import attrs
import pytest

from codegen.reading.bundle import bundle
from codegen.reading.documents import ROOT
from codegen.reading.resources import envelopes, resources
from commerce_sdk import InvalidRequest
from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.document.json_api.resource import Resource
from commerce_sdk.document.json_api.writing import ResourceInput, ToMany, ToOne
from commerce_sdk.document.kinds import WIRE, Text
from tests.codegen.generator import DOCUMENTS
from tests.codegen.packages import api, made, models, type_check

LAYER = ROOT / "openapi" / "commerce_layer.yaml"
MEMBER = {
    "type": "members",
    "id": "m1",
    "attributes": {
        "name": "Ada",
        "level": "senior",
        "rank": Decimal("2.0"),
        "visits": Decimal("3.0"),
        "balance": Decimal("1.5"),
        "born": "1815-12-10",
        "joined_at": "2020-01-02T03:04:05Z",
        "seen": 1000,
        "words": ["a", None],
        "seasons": {"first": "2020-01-02"},
        "pin": "s3cret",
        "metadata": {"a": [1]},
        "meta": "data",
        "wire_type": "other",
        "odd": 1,
    },
    "relationships": {
        "club": {"data": {"type": "clubs", "id": "c1"}},
        "team": {"data": None},
        "friends": {"data": [{"type": "members", "id": "m1"}]},
    },
}


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with made("club", tmp_path_factory.mktemp("generated")) as package:
        yield package


def part(package: Any, name: str) -> Any:
    return importlib.import_module(f"{package.__name__}.{name}")


def test_a_package_of_resources_type_checks_strictly(club: Any) -> None:
    assert type_check(club) == ""


def test_there_is_no_class_of_an_envelope(club: Any) -> None:
    flat = {"Member", "MemberInput", "MemberUpdateInput", "Team", "Club", "ClubUpdateInput"}
    assert set(models(club).__all__) == {*flat, "Level", "Rank", "Refusal", "Reason"}


def test_every_kind_of_attribute_is_read_flat(club: Any) -> None:
    held = models(club)
    document = {"data": MEMBER, "included": [{"type": "clubs", "id": "c1"}]}
    content = json.dumps(document, default=float).encode()
    member = api(club, "members", "get_member").OPERATION.answers[200].from_json(content)
    assert isinstance(member, held.Member)
    assert (member.id, member.type, member.name) == ("m1", "members", "Ada")
    assert (member.level, member.rank) == (held.Level.SENIOR, held.Rank(2))
    assert (member.visits, type(member.visits), member.balance) == (3, int, Decimal("1.5"))
    assert (member.born, member.seasons) == (
        datetime.date(1815, 12, 10),
        {"first": datetime.date(2020, 1, 2)},
    )
    assert member.joined_at == datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
    assert member.seen == datetime.datetime(1970, 1, 1, 0, 0, 1, tzinfo=datetime.UTC)
    assert (member.words, member.metadata) == (["a"], {"a": [1]})
    assert (member.meta_, member.wire_type_) == ("data", "other")
    assert isinstance(member.club, held.Club)
    assert (member.team, member.friends, member.unknown_fields) == (None, [member], {"odd": 1})
    assert (member.pin, repr(member.pin)) == ("s3cret", "…")
    assert "s3cret" not in repr(member)
    with pytest.warns(DeprecationWarning, match=r"Member\.active"):
        assert member.active is None


def test_an_answer_says_whether_it_holds_one_or_none_or_a_list(club: Any) -> None:
    listed = api(club, "members", "list_members")
    page = listed.OPERATION.answers[200].from_json(
        b'{"data": [{"type": "members", "id": "m1"}], "meta": {"page_count": 7}}'
    )
    assert ([each.id for each in page.data], page.meta.page_count) == (["m1"], 7)
    (pages,) = listed.OPERATION.pagination
    assert (pages.items, pages.item_id, pages.end) == (("data",), ("id",), ("meta", "page_count"))
    team = api(club, "members", "get_member_team")
    assert team.OPERATION.answers[200].from_json(b'{"data": null}') is None
    returned = {
        name: api(club, "members", name).build.__annotations__["return"]
        for name in ("list_members", "get_member_team", "get_member")
    }
    assert returned == {
        "list_members": "Request[ResourceList[Member]]",
        "get_member_team": "Request[Team | None]",
        "get_member": "Request[Member]",
    }


def test_what_is_sent_is_given_flat(club: Any) -> None:
    held = models(club)
    one = held.Club.from_dict({"type": "clubs", "id": "c1"})
    body = held.MemberInput(name="Ada", club=one, team=None, friends=["m2"], notify=True)
    request = api(club, "members", "create_member").build(body=body)
    assert json.loads(request.body) == {
        "data": {
            "type": "members",
            "attributes": {"name": "Ada", "_notify": True},
            "relationships": {
                "club": {"data": {"type": "clubs", "id": "c1"}},
                "team": {"data": None},
                "friends": {"data": [{"type": "members", "id": "m2"}]},
            },
        }
    }
    assert request.content_type == "application/vnd.api+json"
    change = held.MemberUpdateInput(id="m1", friends=[])
    assert change.to_dict()["data"]["id"] == "m1"
    assert held.ClubUpdateInput(motto=None).to_dict() == {
        "data": {"type": "clubs", "attributes": {"motto": None}}
    }


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"name": "Ada" * 4, "club": "c1"}, "name"),
        ({"name": "Ada", "club": None}, "club"),
        ({"name": "Ada", "club": "c1", "friends": "m2"}, "friends"),
        ({"name": "Ada", "club": "c1", "level": "odd"}, "level"),
    ],
)
def test_what_the_document_forbids_is_refused_at_the_name(
    club: Any, given: dict[str, Any], path: str
) -> None:
    with pytest.raises(InvalidRequest) as refused:
        models(club).MemberInput(**given).to_dict()
    assert refused.value.path == path


def test_the_tables_of_queries_and_their_types(club: Any) -> None:
    tables = part(club, "resources")
    assert tables.MATCHERS == {
        "eq": "value",
        "in": "values",
        "cont": "text",
        "null": "flag",
        "jcont": "object",
    }
    assert tables.TABLES["members"].attributes["name"] == Text()  # not as what is sent is bound
    names = part(club, "resource_types")
    assert get_args(names.TeamInclude) == (
        *("members", "members.club", "members.team", "members.friends"),
    )
    assert not hasattr(names, "ClubInclude")  # it links to nothing
    assert set(get_args(names.ClubSort)) == {"id", "-id", "motto", "-motto"}
    unsorted = {"active", "words", "seasons", "metadata"}
    sorts = {each.removeprefix("-") for each in get_args(names.MemberSort)}
    assert sorts == {"id", *tables.TABLES["members"].attributes} - unsorted


# --- whatever a document says of a resource is in the code


FACTS = [
    (source, name)
    for source in (LAYER, DOCUMENTS / "club.yaml")
    for name in resources(bundle(source))
]


@pytest.mark.parametrize(("source", "name"), FACTS, ids=lambda each: getattr(each, "stem", each))
def test_whatever_is_said_of_a_resource_is_in_its_classes(
    source: Any, name: str, request: pytest.FixtureRequest
) -> None:
    is_kept = source == LAYER
    package = (
        importlib.import_module("commerce_sdk_api.commerce_layer")
        if is_kept
        else request.getfixturevalue("club")
    )
    document = bundle(source)
    found = resources(document)
    said, held = found[name], models(package)
    attributes, links = said["attributes"], said.get("relationships", {})
    read = {wire for wire, each in attributes.items() if each.get("read", True)}
    cls = getattr(held, name)

    assert issubclass(cls, Resource)
    assert cls.known == read | links.keys()
    assert cls.secret_names == {wire for wire, each in attributes.items() if "x-secret" in each}
    properties = {key: each for key, each in vars(cls).items() if isinstance(each, property)}
    assert len(properties) == len(cls.known)
    bare = cls.from_dict({"type": said["type"], "id": "x"})
    for wire, each in links.items():
        hints = get_args(get_type_hints(properties[wire].fget)["return"])
        to = getattr(held, each["to"])
        assert hints == ((list[to], NotLoaded) if "many" in each else (to, NotLoaded, type(None)))
        assert getattr(bare, wire) == NotLoaded()
    table = part(package, "resources").TABLES[said["type"]]
    assert table.attributes.keys() == read
    assert table.relationships == {
        wire: (found[each["to"]]["type"], "many" in each) for wire, each in links.items()
    }
    names = part(package, "resource_types")
    assert set(get_args(getattr(names, f"{name}Field"))) == cls.known
    (of_type,) = get_args(get_type_hints(names.Fields)[said["type"]])
    assert set(get_args(of_type)) == cls.known
    if links:
        deeper = {
            f"{wire}.{more}"
            for wire, each in links.items()
            for more in found[each["to"]].get("relationships", {})
        }
        assert set(get_args(getattr(names, f"{name}Include"))) == links.keys() | deeper
    for end, use in (("Input", "create"), ("UpdateInput", "update")):
        _of_request(getattr(held, name + end, None), said, use, found)
    assert not (envelopes(document).keys() - found.keys()) & {
        each for each in held.__all__ if not each.endswith("Input")
    }


def _of_request(cls: Any, said: Any, use: str, found: Any) -> None:
    given = {
        wire: each
        for part in ("attributes", "relationships")
        for wire, each in said.get(part, {}).items()
        if use in each
    }
    assert (cls is not None) == bool(given)
    if cls is None:
        return
    assert issubclass(cls, ResourceInput)
    entries = {each.metadata[WIRE].wire: each.metadata[WIRE] for each in attrs.fields(cls)}  # type: ignore[arg-type]
    of_id = {"id"} if use == "update" and "singleton" not in said else set()
    assert entries.keys() == given.keys() | of_id
    assert {wire for wire, entry in entries.items() if entry.required} == of_id | {
        wire for wire, each in given.items() if each[use] == "required"
    }
    links = {wire: each for wire, each in given.items() if "to" in each}
    assert cls.relationships == links.keys()
    for wire, each in links.items():
        kind = found[each["to"]]["type"]
        assert entries[wire].kind == (ToMany(kind) if "many" in each else ToOne(kind))
        clears = "many" not in each and each.get("create") != "required"
        assert entries[wire].nullable == clears
