"""A resource: its attributes and links, whatever the server made of them."""

from __future__ import annotations

import copy
import datetime
import pickle
import pprint
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given, strategies as st
from rich.pretty import pretty_repr

from commerce_sdk.document.json_api.answers import DocumentOf
from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.document.json_api.resource import Resource
from commerce_sdk.errors import DecodeError, InvalidRequest
from tests.support.resources import Credential, Membership, Organization, Role, Status

ROW: dict[str, Any] = {
    "id": "m1",
    "type": "memberships",
    "links": {"self": "https://api.example.com/memberships/m1"},
    "attributes": {"user_email": "ann@example.com", "status": "active", "new": [1]},
    "relationships": {
        "organization": {"links": {}, "data": {"type": "organizations", "id": "o1"}},
        "role": {"data": None},
        "next": {"links": {}},
        "tags": {"data": []},
    },
    "meta": {"mode": "live"},
}
ORGANIZATION: dict[str, Any] = {
    "id": "o1",
    "type": "organizations",
    "attributes": {"name": "Acme", "config": {"a": 1}, "created_at": "2018-01-01T12:00:00.125Z"},
    "relationships": {"memberships": {"data": [{"type": "memberships", "id": "m1"}]}},
}
DOCUMENT = {"data": ROW, "included": [ORGANIZATION]}


def linked(data: Any, *included: Any) -> Membership:
    """A membership whose organization is linked to as given."""
    row = {"type": "memberships", "id": "m1", "relationships": {"organization": data}}
    return Membership.from_dict({"data": row, "included": list(included)})


def test_a_resource_reads_flat() -> None:
    read = Membership.from_dict(DOCUMENT)

    assert (read.id, read.type, read.meta) == ("m1", "memberships", {"mode": "live"})
    assert (read.user_email, read.status, read.owner) == ("ann@example.com", Status.ACTIVE, None)
    assert isinstance(read.organization, Organization)
    assert read.organization.name == "Acme"
    assert read.organization.created_at == datetime.datetime(
        2018, 1, 1, 12, 0, 0, 125_000, datetime.UTC
    )
    assert read.role is None
    assert read.next == NotLoaded()
    assert read.unknown_fields == {"new": [1], "tags": {"data": []}}
    assert read.to_dict() == ROW
    assert Membership.from_json(read.to_json()) == read


def test_links_lead_to_one_object_each_and_back() -> None:
    read = Membership.from_dict(DOCUMENT)

    assert isinstance(read.organization, Organization)
    assert read.organization is read.organization
    assert read.organization.memberships == [read]
    assert read.organization.memberships[0] is read


@pytest.mark.parametrize(
    "read", [Membership.from_dict, lambda d: Membership.from_json(msgspec.json.encode(d))]
)
def test_a_resource_is_made_of_an_object_or_of_a_whole_document(
    read: Callable[[Any], Membership],
) -> None:
    alone = {"id": "m1", "attributes": {"user_email": "a@b"}}
    assert read(alone).user_email == "a@b"
    assert read(alone).type == "memberships"
    assert read(alone).to_dict() == alone
    assert read({"data": alone}) == read(alone)
    assert read({}).user_email is None
    with pytest.raises(DecodeError, match=r"of the type memberships.*\$\.type"):
        read({"type": "roles", "id": "x"})
    with pytest.raises(DecodeError, match=r"memberships.*\$\.data\.type"):
        read({"data": {"type": "roles", "id": "x"}})
    nothings: list[Any] = [None, []]
    for nothing in nothings:
        with pytest.raises(DecodeError, match=r"an object should stand here.*\$\.data"):
            read({"data": nothing})
    with pytest.raises(DecodeError, match=r"errors in the place of data \(at \$\.errors\)"):
        read({"errors": []})
    with pytest.raises(DecodeError, match="an object should stand here, a list came"):
        read([])


@pytest.mark.parametrize(
    ("link", "included", "reads"),
    [
        ({}, [], NotLoaded()),
        (None, [], NotLoaded()),
        ({"links": {}}, [], NotLoaded()),
        ({"data": None}, [], None),
        ({"data": {"type": "organizations", "id": "o1"}}, [], NotLoaded(("o1",))),
        ({"data": {"type": "organizations", "id": "o1"}}, [None], NotLoaded(("o1",))),
        ({"data": {"type": "organizations", "id": 1}}, [{"type": "organizations", "id": "1"}], NotLoaded()),
        ({"data": {"type": "organizations", "id": 1}}, [{"type": "organizations", "id": 1}], NotLoaded()),
        ({"data": {"type": "organizations"}}, [{"type": "organizations"}], NotLoaded()),
        ({"data": {"id": "o1"}}, [ORGANIZATION], NotLoaded()),
        ({"data": {"type": "organizations", "id": "o1"}}, [{"type": "organizations", "id": 1}], NotLoaded(("o1",))),
        ({"data": {"type": "stores", "id": "o1"}}, [ORGANIZATION], NotLoaded(("o1",))),
    ],
    ids=str,
)  # fmt: skip
def test_a_link_is_not_there_none_or_not_loaded(link: Any, included: Any, reads: Any) -> None:
    assert linked(link, *included).organization == reads
    row = {"id": "m1", "relationships": None}
    assert Membership.from_dict(row).organization == NotLoaded()


def test_a_list_is_loaded_whole_or_not_at_all() -> None:
    def roles(data: Any, *included: Any) -> Any:
        row = {"type": "organizations", "id": "o", "relationships": {"roles": {"data": data}}}
        return Organization.from_dict({"data": row, "included": list(included)}).roles

    one, two = {"type": "roles", "id": "1"}, {"type": "roles", "id": "2"}
    assert roles([]) == roles(None) == []
    assert [role.id for role in roles([one, None, two], two, one)] == ["1", "2"]
    assert roles([one, two], one) == NotLoaded(("1", "2"))
    assert roles([one, {"type": "roles", "id": 2}], one) == NotLoaded()
    assert Organization.from_dict({"id": "o"}).roles == NotLoaded()
    links_alone = {"id": "o", "relationships": {"roles": {"links": {}}}}
    assert Organization.from_dict(links_alone).roles == NotLoaded()


def test_what_is_linked_to_in_place_of_the_declared_type_is_a_plain_resource() -> None:
    store = {"type": "stores", "id": "s", "attributes": {"name": "Rome"}}
    found: Any = linked({"data": {"type": "stores", "id": "s"}}, store).organization

    assert type(found) is Resource
    assert (found.type, found.id, found.unknown_fields) == ("stores", "s", {"name": "Rome"})
    assert repr(found) == "Resource(type='stores', id='s')"
    assert not hasattr(found, "name")


def test_not_loaded_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="ask for it with include"):
        bool(NotLoaded())
    assert NotLoaded(("a",)) == NotLoaded(("a",)) != NotLoaded()
    assert pickle.loads(pickle.dumps(NotLoaded(("a",)))) == NotLoaded(("a",))


def test_who_goes_on_with_what_was_not_loaded_is_told_of_include() -> None:
    absent: Any = NotLoaded(("a",))
    with pytest.raises(TypeError, match="ask for it with include"):
        list(absent)
    with pytest.raises(AttributeError, match=r"NotLoaded has no name: .* ask for it with include"):
        _ = absent.name
    assert not hasattr(absent, "name")
    assert copy.deepcopy(absent) == absent


@pytest.mark.parametrize(
    "included",
    [
        [{"data": ORGANIZATION}],
        [None, {"type": "organizations"}, {"id": "o1"}, {}, ORGANIZATION],
        [ORGANIZATION, {**ORGANIZATION, "attributes": {"name": "later"}}],
        [{"type": None, "id": "o1"}, {"type": "organizations", "id": 1}, ORGANIZATION],
        [{"data": None}, {"data": ORGANIZATION}, {**ORGANIZATION, "attributes": None}],
    ],
    ids=["wrapped", "incomplete", "twice", "odd", "mixed"],
)
def test_included_resources_are_found_among_odd_ones(included: Any) -> None:
    read = Membership.from_dict({"data": ROW, "included": included})
    assert isinstance(read.organization, Organization)
    assert read.organization.name == "Acme"


def test_included_may_be_null() -> None:
    read = Membership.from_dict({"data": ROW, "included": None})
    assert read.organization == NotLoaded(("o1",))


@pytest.mark.parametrize("attributes", [{}, None, "left out"])
def test_without_attributes_each_reads_as_none(attributes: Any) -> None:
    row = {"id": "o"} if attributes == "left out" else {"id": "o", "attributes": attributes}
    read = Organization.from_dict(row)
    assert (read.name, read.config, read.created_at) == (None, None, None)
    assert read.to_dict() == row


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ([], "$"),
        ({"data": 5}, "$.data"),
        ({"data": {"attributes": []}}, "$.data.attributes"),
        ({"data": {"relationships": "x"}}, "$.data.relationships"),
        ({"data": {"meta": 1}}, "$.data.meta"),
        ({"data": {"relationships": {"roles": []}}}, "$.data.relationships.roles"),
        ({"data": {"attributes": {"config": []}}}, "$.data.attributes.config"),
        ({"data": {}, "included": {}}, "$.included"),
        ({"data": {}, "included": False}, "$.included"),
        ({"data": {}, "included": [None, "x"]}, "$.included[1]"),
        ({"data": {}, "included": [{"attributes": 3}]}, "$.included[0].attributes"),
        ({"data": {}, "included": [{"data": {"meta": 3}}]}, "$.included[0].meta"),
    ],
    ids=str,
)
def test_another_shape_is_refused_where_it_stands(document: Any, path: str) -> None:
    content = msgspec.json.encode(document)
    with pytest.raises(DecodeError, match="should stand here") as refused:
        DocumentOf(lambda: Organization).from_json(content)
    assert refused.value.path == path
    if path != "$":
        with pytest.raises(DecodeError) as refused:
            Organization.from_dict(document)
        assert refused.value.path == path


@pytest.mark.parametrize(
    ("name", "data", "below"),
    [
        ("roles", {}, ""),
        ("roles", [{"type": "roles", "id": "r"}, "x"], "[1]"),
        ("roles", "x", ""),
    ],
    ids=str,
)
def test_another_shape_of_a_link_is_refused_when_it_is_asked_for(
    name: str, data: Any, below: str
) -> None:
    read = Organization.from_dict({"id": "o", "relationships": {name: {"data": data}}})
    with pytest.raises(DecodeError) as refused:
        getattr(read, name)
    assert refused.value.path == f"$.relationships.{name}.data{below}"
    assert "Organization(id='o'" in repr(read)
    odds: list[Any] = [[], "x", 7]
    for odd in odds:
        with pytest.raises(DecodeError, match=r"\$\.data\.relationships\.organization\.data"):
            linked({"data": odd}).organization


def test_another_shape_of_what_is_included_is_refused_when_it_is_asked_for() -> None:
    odd = {**ORGANIZATION, "attributes": {"config": "x"}}
    read = Membership.from_dict({"data": ROW, "included": [odd]})
    with pytest.raises(DecodeError, match=r"\$\.included\[0\]\.attributes\.config"):
        read.organization


def test_is_set_tells_absent_from_null() -> None:
    read = Membership.from_dict({"data": {**ROW, "attributes": {"owner": None}}})

    assert [read.is_set(name) for name in ("owner", "organization", "role", "id", "meta")] == [
        True
    ] * 5
    assert not any(read.is_set(name) for name in ("user_email", "next"))
    assert not Membership.from_dict({"id": "x"}).is_set("meta")
    for name in ("new", "nothing"):
        with pytest.raises(AttributeError, match=name):
            read.is_set(name)


def test_a_resource_cannot_be_changed() -> None:
    read = Membership.from_dict(DOCUMENT)
    for name in ("user_email", "id", "anything", "_data"):
        with pytest.raises(AttributeError):
            setattr(read, name, "x")
    given_back = read.to_dict()
    given_back["attributes"]["user_email"] = "changed"
    assert read.user_email == "ann@example.com"
    given: dict[str, Any] = {"id": "m", "attributes": {"user_email": "a"}}
    made = Membership.from_dict(given)
    given["attributes"]["user_email"] = "changed"
    assert made.user_email == "a"


def test_numbers_keep_every_digit_and_floats_are_refused() -> None:
    text = '{"id":"o","attributes":{"config":{"a":[0.10,1e400,123456789012345678901234567890]}}}'
    read = Organization.from_json(text)
    assert read.config == {"a": [Decimal("0.10"), Decimal("1e400"), 123456789012345678901234567890]}
    assert Organization.from_json(read.to_json()) == read
    with pytest.raises(InvalidRequest, match=r"\$\.attributes\.config\.a\[0\].*from_json"):
        Organization.from_dict({"attributes": {"config": {"a": [0.1]}}})
    wrongs: list[Any] = [None, 5, {}]
    for wrong in wrongs:
        with pytest.raises(InvalidRequest, match="content: must be the bytes or the text"):
            Organization.from_json(wrong)


def test_what_is_nested_too_deeply_is_refused() -> None:
    deep: Any = {}
    for _ in range(100_000):
        deep = {"a": deep}
    with pytest.raises(DecodeError, match="nested too deeply"):
        Organization.from_dict({"id": "o", "attributes": deep})
    with pytest.raises(DecodeError, match="nested too deeply"):
        Organization.from_json('{"id":"o","attributes":' + '{"a":' * 100_000 + "}" * 100_001)
    while deep:
        deep = deep.pop("a", None)  # or taking it apart would be too deep as well


def test_a_repr_ends_and_names_what_is_linked() -> None:
    read = Membership.from_dict(DOCUMENT)
    assert repr(read) == (
        "Membership(id='m1', user_email='ann@example.com', status='active', "
        "organization=Organization(id='o1'), role=None)"
    )
    assert "memberships=[Membership(id='m1')]" in repr(read.organization)
    assert "Organization(id='o1')" in pretty_repr(read)
    assert repr(linked({"data": {"type": "organizations", "id": "x"}})) == (
        "Membership(id='m1', organization=NotLoaded(ids=('x',)))"
    )
    assert len(repr(Role.from_dict({"id": "r", "attributes": {"name": "x" * 10_000}}))) < 1100


@pytest.mark.parametrize(
    "way",
    [
        repr,
        str,
        pretty_repr,
        pprint.pformat,
        lambda value: repr(copy.deepcopy(value)),
        lambda value: repr(pickle.loads(pickle.dumps(value))),
        lambda value: repr([value.client_secret]),
    ],
)
def test_no_way_to_show_a_resource_shows_its_secrets(way: Callable[[Any], str]) -> None:
    came = {"id": "c", "type": "credentials", "attributes": {"client_secret": "pl4nted"}}
    read = Credential.from_dict(came)
    assert "pl4nted" not in way(read)
    assert "…" in way(read)
    assert read.client_secret == "pl4nted"
    assert read.to_dict() == came


def test_equal_is_what_came_alike() -> None:
    alone = Membership.from_dict(ROW)
    assert alone == Membership.from_dict(DOCUMENT)
    assert (alone != Membership.from_dict(DOCUMENT)) is False
    assert hash(alone) == hash(Membership.from_dict(DOCUMENT))
    assert alone != Membership.from_dict({**ROW, "meta": None})
    assert alone != Resource.from_dict(ROW)
    assert alone != ROW
    assert len({alone, Membership.from_dict(DOCUMENT), Membership.from_dict({"id": []})}) == 2


scalars = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.decimals(allow_nan=False, allow_infinity=False)  # fmt: skip
flat = scalars | st.lists(scalars, max_size=3)
json_values = flat | st.lists(flat, max_size=3) | st.dictionaries(st.text(max_size=5), flat, max_size=3)  # fmt: skip
names = st.sampled_from(["name", "kind", "memberships", "organization", "new", "a.b"])
ids = json_values | st.sampled_from(["a", "b"])
link = st.fixed_dictionaries(
    {}, optional={"type": st.sampled_from(["roles", "organizations", "x", None, 5]), "id": ids}
)
relationship = st.none() | st.fixed_dictionaries(
    {}, optional={"links": json_values, "data": st.none() | link | st.lists(st.none() | link)}
)
objects = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["roles", None]),
        "id": ids,
        "attributes": st.none() | st.dictionaries(names, json_values),
        "relationships": st.none() | st.dictionaries(names, relationship),
        "meta": st.none() | st.dictionaries(names, json_values),
        "links": json_values,
        "jsonapi": json_values,
    },
)


@given(objects, st.none() | st.lists(st.none() | objects, max_size=3))
def test_whatever_comes_in_this_shape_reads_and_comes_back(came: Any, included: Any) -> None:
    for read in (Role.from_dict(came), Role.from_dict({"data": came, "included": included})):
        assert read.to_dict() == came
        assert Role.from_json(read.to_json()) == read
        assert pickle.loads(pickle.dumps(read)) == copy.deepcopy(read) == read
        assert hash(read) == hash(copy.copy(read))
        assert repr(read).startswith("Role(id=")
        assert not read.known & read.unknown_fields.keys()
        for name in read.known:
            read.is_set(name)
