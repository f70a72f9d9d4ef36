"""What is sent of a resource: flat to the caller, in its envelope on the wire."""

from __future__ import annotations

import copy
import datetime
import pickle
import re
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st
from msgspec import UNSET

from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.document.json_api.resource import Resource
from commerce_sdk.document.model import parse_json
from commerce_sdk.document.request_model import content_of
from commerce_sdk.errors import InvalidRequest
from tests.support.reporters import of_value
from tests.support.resources import CredentialUpdateInput, Membership, Organization, Role, RoleInput

ORGANIZATION = Organization.from_dict({"id": "o"})
ORGANIZATION_LINK = {"data": {"type": "organizations", "id": "o"}}


def test_attributes_and_links_go_where_they_belong() -> None:
    body = RoleInput(
        name="Support",
        organization=ORGANIZATION,
        memberships=["m1", Membership.from_dict({"id": "m2"})],
    )
    assert parse_json(content_of(body, RoleInput)) == {
        "data": {
            "type": "roles",
            "attributes": {"name": "Support"},
            "relationships": {
                "organization": ORGANIZATION_LINK,
                "memberships": {
                    "data": [
                        {"type": "memberships", "id": "m1"},
                        {"type": "memberships", "id": "m2"},
                    ]
                },
            },
        }
    }


def test_only_what_was_given_is_sent() -> None:
    assert CredentialUpdateInput(id="c").to_dict() == {"data": {"type": "credentials", "id": "c"}}
    assert CredentialUpdateInput(id="c", role=None).to_dict() == {
        "data": {"type": "credentials", "id": "c", "relationships": {"role": {"data": None}}}
    }
    assert CredentialUpdateInput(id="c", disable=True, role="r").to_dict() == {
        "data": {
            "type": "credentials",
            "id": "c",
            "attributes": {"_disable": True},
            "relationships": {"role": {"data": {"type": "roles", "id": "r"}}},
        }
    }
    cleared = RoleInput(name="x", organization="o", memberships=[], metadata=None).to_dict()["data"]
    assert cleared["relationships"]["memberships"] == {"data": []}
    assert cleared["attributes"] == {"name": "x", "metadata": None}


@pytest.mark.parametrize(
    ("wrong", "path", "words"),
    [
        ({"name": UNSET}, "name", "is required"),
        ({"name": 3}, "name", "expected text, got int"),
        ({"name": "x" * 21}, "name", "20"),
        ({"name": None}, "name", "is required"),
        ({"metadata": {1: 2}}, "metadata", "text as the key"),
        ({"organization": None}, "organization", "is required"),
        ({"organization": 7}, "organization", "one of organizations, or the id of one, got int"),
        ({"organization": ""}, "organization", "may not be empty"),
        ({"organization": "\ud800"}, "organization", "surrogate"),
        ({"organization": NotLoaded(("o",))}, "organization", "was not loaded; pass the id"),
        ({"organization": Role.from_dict({"id": "r"})}, "organization", "expected one of organizations, got one of roles"),
        ({"organization": Resource.from_dict({"type": "stores", "id": "o"})}, "organization", "got one of stores"),
        ({"organization": Organization.from_dict({"id": 5})}, "organization", "got int"),
        ({"organization": Organization.from_dict({})}, "organization", "got null"),
        ({"memberships": "m1"}, "memberships", "a list of memberships"),
        ({"memberships": None}, "memberships", "may not be null; write [] for none"),
        ({"memberships": NotLoaded()}, "memberships", "was not loaded; pass a list"),
        ({"memberships": ["m1", None]}, "memberships[1]", "got null"),
        ({"memberships": ["m1", ORGANIZATION]}, "memberships[1]", "expected one of memberships, got one of organizations"),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_wrong_is_named_by_its_keyword(wrong: Any, path: str, words: str) -> None:
    body = attrs.evolve(RoleInput(name="Support", organization="o"), **wrong)
    with pytest.raises(InvalidRequest) as refused:
        content_of(body, RoleInput)
    assert refused.value.path == path
    assert words in str(refused.value)


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


CIRCLE: dict[str, Any] = {}
CIRCLE["a"] = CIRCLE


@pytest.mark.parametrize(
    ("value", "path", "words"),
    [
        (float("inf"), "metadata.a", "expected a finite number"),
        (Decimal("NaN"), "metadata.a", "expected a finite number"),
        (Decimal("1E+20000"), "metadata.a", "has too many digits"),
        ([10**5000], "metadata.a[0]", "has too many digits"),
        ({"b": NotLoaded()}, "metadata.a.b", "list or mapping, got NotLoaded"),
        (ORGANIZATION, "metadata.a", "list or mapping, got Organization"),
        (datetime.datetime(2026, 1, 1), "metadata.a", "list or mapping, got datetime"),
        (b"x", "metadata.a", "list or mapping, got bytes"),
        ("\ud800", "metadata.a", "half a surrogate pair"),
        ({1: "x"}, "metadata.a", "expected text as the key of a mapping"),
        (CIRCLE, "metadata.a", "is nested too deeply"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_of_any_json_only_what_json_has_is_sent(value: Any, path: str, words: str) -> None:
    with pytest.raises(InvalidRequest, match=re.escape(words)) as refused:
        content_of(RoleInput(name="n", organization="o", metadata={"a": value}), RoleInput)
    assert refused.value.path == path


def test_json_of_any_shape_is_sent_as_it_is() -> None:
    metadata = {"a": [True, None, 2**60, Decimal("1.50"), 0.1, {"b": "\u00e9"}], "c": ()}
    sent = content_of(RoleInput(name="n", organization="o", metadata=metadata), RoleInput)
    assert b"[true,null,1152921504606846976,1.50,0.1,{" in sent
    read = parse_json(sent)["data"]["attributes"]["metadata"]
    assert read == {
        "a": [True, None, 2**60, Decimal("1.50"), Decimal("0.1"), {"b": "\u00e9"}],
        "c": [],
    }


@given(
    st.fixed_dictionaries(
        {"name": texts, "organization": texts},
        optional={
            "memberships": st.lists(texts, max_size=3),
            "metadata": st.none() | st.dictionaries(texts, st.none() | st.booleans() | texts),
        },
    )
)
def test_a_stored_request_is_read_back(given_: dict[str, Any]) -> None:
    body = RoleInput(**given_)
    assert RoleInput.from_dict(body.to_dict()) == body
    assert RoleInput.from_dict(parse_json(body.to_json())) == body
    assert pickle.loads(pickle.dumps(body)) == copy.deepcopy(body) == body


def test_a_stored_update_is_read_back() -> None:
    for body in (
        CredentialUpdateInput(id="c"),
        CredentialUpdateInput(id="c", role=None),
        CredentialUpdateInput(id="c", client_secret="s", disable=False, role="r"),
    ):
        assert CredentialUpdateInput.from_dict(body.to_dict()) == body


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ([], "RoleInput"),
        ({}, "data"),
        ({"data": []}, "data"),
        ({"data": {"type": "roles"}, "meta": {}}, "meta"),
        ({"data": {"type": "stores"}}, "type"),
        ({"data": {}}, "type"),
        ({"data": {"type": "roles", "links": {}}}, "links"),
        ({"data": {"type": "roles", "id": "r"}}, "id"),
        ({"data": {"type": "roles", "attributes": None}}, "attributes"),
        ({"data": {"type": "roles", "attributes": {"nmae": "x"}}}, "nmae"),
        ({"data": {"type": "roles", "attributes": {"id": "x"}}}, "id"),
        ({"data": {"type": "roles", "attributes": {"organization": ORGANIZATION_LINK}}}, "organization"),
        ({"data": {"type": "roles", "relationships": []}}, "relationships"),
        ({"data": {"type": "roles", "relationships": {"name": {"data": None}}}}, "name"),
        ({"data": {"type": "roles", "relationships": {"organization": {}}}}, "organization"),
        ({"data": {"type": "roles", "relationships": {"organization": {"data": "o"}}}}, "organization"),
        ({"data": {"type": "roles", "relationships": {"organization": {"data": {"type": "organizations", "id": "o", "meta": 1}}}}}, "organization.meta"),
        ({"data": {"type": "roles", "relationships": {"memberships": {"data": [{"type": "roles", "id": "x"}]}}}}, "memberships[0]"),
        ({"data": {"type": "roles", "attributes": {"name": "x"}}}, "organization"),
    ],
    ids=str,
)  # fmt: skip
def test_a_stored_request_of_another_form_is_refused(data: Any, path: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        RoleInput.from_dict(data)
    assert refused.value.path == path


def test_a_link_that_is_no_text_is_left_for_writing_to_refuse() -> None:
    links: Any = {
        "organization": {"data": {"type": "organizations", "id": 5}},
        "memberships": {"data": 1},
    }
    stored = {"data": {"type": "roles", "attributes": {"name": "x"}, "relationships": links}}
    with pytest.raises(InvalidRequest, match=r"organization: .*got int"):
        RoleInput.from_dict(stored).to_dict()
    del links["organization"]["data"]["id"]
    with pytest.raises(InvalidRequest, match="organization: "):
        RoleInput.from_dict(stored).to_dict()


def test_secrets_of_a_request_are_hidden() -> None:
    body = CredentialUpdateInput(id="c", client_secret="pl4nted")
    for how, text in of_value(body):
        assert "pl4nted" not in text, how
    assert "pl4nted" not in repr(body.to_dict())
    assert b'"client_secret":"pl4nted"' in body.to_json()
