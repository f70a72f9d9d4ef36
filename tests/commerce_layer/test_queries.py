"""What lists and reads are asked for is held against the document before anything is sent; what is
right, the platform understands."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from commerce_sdk import CommerceLayerClient, InvalidRequest, NotLoaded
from commerce_sdk.commerce_layer.models import MembershipStatus, Role
from tests.commerce_layer.front import Front, page
from tests.support.commerce_layer import LayerWorld

pytestmark = pytest.mark.anyio

YESTERDAY = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)

WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "an attribute": (
        {"where": {"user_emial_end": "x"}},
        "where.user_emial_end: user_emial is no attribute of memberships; "
        "did you mean user_email_end?",
    ),
    "an attribute of a relationship": (
        {"where": {"organization_nmae_eq": "x"}},
        "where.organization_nmae_eq: nmae is no attribute of organizations; "
        "did you mean organization_name_eq?",
    ),
    "one of several": (
        {"where": {"user_first_name_or_user_lastname_cont": "x"}},
        "where.user_first_name_or_user_lastname_cont: user_lastname is no attribute of "
        "memberships; did you mean user_first_name_or_user_last_name_cont?",
    ),
    "a matcher": (
        {"where": {"status_equals": "x"}},
        "where.status_equals: equals is no matcher",
    ),
    "no matcher": (
        {"where": {"status": "pending"}},
        "where.status: names no matcher; did you mean status_eq?",
    ),
    "a number for a text": (
        {"where": {"user_email_eq": 1}},
        "where.user_email_eq: expected text, got int",
    ),
    "one for several": (
        {"where": {"reference_in": "a"}},
        "where.reference_in: ",
    ),
    "none": (
        {"where": {"reference_eq": None}},
        "where.reference_eq: may not be None; ask with reference_null",
    ),
    "an empty text": (
        {"where": {"user_email_eq": ""}},
        "where.user_email_eq: may not be empty, for servers leave out such a filter",
    ),
    "a text for an instant": (
        {"where": {"created_at_gt": "yesterday"}},
        "where.created_at_gt: ",
    ),
    "a text for a flag": (
        {"where": {"owner_true": "yes"}},
        "where.owner_true: expected True or False, got str",
    ),
    "an object by a value": (
        {"where": {"metadata_eq": {"a": 1}}},
        "where.metadata_eq: metadata is no single value; ask for a part of it with jcont",
    ),
    "no mapping": ({"where": ["status_eq"]}, "where: expected a mapping of filters, got list"),
    "a relationship to include": (
        {"include": ["organisation"]},
        "include[0]: 'organisation' is no relationship of memberships; did you mean organization?",
    ),
    "one further on": (
        {"include": ["role", "role.permission"]},
        "include[1]: 'permission' is no relationship of roles; did you mean role.permissions?",
    ),
    "a text for a list": ({"include": "role"}, "include: expected a list of names; write ['role']"),
    "a field": (
        {"fields": ["user_mail"]},
        "fields[0]: 'user_mail' is no field of memberships; did you mean user_email?",
    ),
    "a field of another type": (
        {"fields": {"roles": ["nam"]}},
        "fields.roles[0]: 'nam' is no field of roles; did you mean name?",
    ),
    "a type": (
        {"fields": {"role": ["name"]}},
        "fields.role: 'role' is no type of resource; did you mean roles?",
    ),
    "an order": (
        {"sort": ["-createdat"]},
        "sort[0]: 'createdat' is no attribute of memberships; did you mean -created_at?",
    ),
    "an order by a relationship": (
        {"sort": ["role"]},
        "sort[0]: role is a relationship; lists are sorted by attributes",
    ),
    "an order twice": (
        {"sort": ["status", "-status"]},
        "sort[1]: status stands there twice",
    ),
}


@pytest.mark.parametrize("name", WRONG)
async def test_what_is_wrong_is_named_with_the_nearest_right_one(name: str) -> None:
    options, words = WRONG[name]
    front = Front(lambda request: page([]))
    async with front.client() as layer:
        with pytest.raises(InvalidRequest) as refused:
            await layer.memberships.list(**options).first()
    assert str(refused.value).startswith(words)
    assert front.requests == []


@pytest.mark.parametrize(
    "options",
    [{"include": ["organisation"]}, {"fields": ["user_mail"]}],
    ids=["include", "fields"],
)
async def test_every_kind_of_call_looks(options: dict[str, Any]) -> None:
    front = Front(lambda request: page([]))
    (keyword,) = options
    async with front.client() as layer:
        for call in (
            lambda: layer.memberships.get("m1", **options),
            lambda: layer.memberships.update("m1", role="r1", **options),
            lambda: layer.memberships.create(
                user_email="j@example.com", organization="o1", role="r1", **options
            ),
            lambda: layer.roles.memberships("r1", **options).first(),
            lambda: layer.application_memberships.membership("a1", **options),
        ):
            with pytest.raises(InvalidRequest, match=rf"^{keyword}\[0\]: "):
                await call()
    assert front.requests == []


async def test_a_count_looks_too() -> None:
    front = Front(lambda request: page([]))
    async with front.client() as layer:
        with pytest.raises(InvalidRequest, match=r"^where\.nam_eq: .*name_eq"):
            await layer.roles.count(where={"nam_eq": "x"})
    assert front.requests == []


async def test_a_secret_stands_in_no_address() -> None:
    front = Front(lambda request: page([]))
    async with front.client() as layer:
        with pytest.raises(InvalidRequest, match="is secret, and stands in no address") as refused:
            await layer.api_credentials.list(where={"client_secret_eq": "s3cr3t-x"}).first()
    assert "s3cr3t-x" not in str(refused.value)
    assert front.requests == []


FITTING: list[tuple[dict[str, Any], int]] = [
    ({"status_eq": "pending"}, 2),
    ({"status_eq": MembershipStatus.PENDING}, 2),
    ({"user_email_end": "@example.org"}, 1),
    ({"user_email_start": "ANN", "status_not_eq": "active"}, 1),
    ({"user_email_or_reference_eq": "r-2"}, 1),
    ({"reference_in": ["r-1", "r-2"]}, 2),
    ({"reference_null": True}, 1),
    ({"reference_present": True}, 2),
    ({"owner_true": True}, 1),
    ({"metadata_jcont": {"team": "blue"}}, 1),
    ({"created_at_gt": YESTERDAY}, 3),
    ({"created_at_lt": YESTERDAY}, 0),
    ({"organization_name_start": "The"}, 3),
    ({"role_kind_eq": "admin", "user_email_cont": "ann"}, 1),
    ({"role_organization_name_eq": "The Blue Brand"}, 3),
    ({}, 3),
]


async def test_what_fits_comes_and_is_counted(layer: CommerceLayerClient) -> None:
    organization = await layer.organizations.list().first()
    assert organization is not None
    admin = await layer.roles.list(where={"kind_eq": "admin"}).first()
    other = await layer.roles.list(where={"kind_not_eq": "admin"}).first()
    assert admin is not None
    assert other is not None
    await layer.memberships.create(
        user_email="ann@example.com",
        organization=organization,
        role=admin,
        reference="r-1",
        metadata={"team": "blue", "floor": 2},
    )
    await layer.memberships.create(
        user_email="bob@example.org", organization=organization, role=other, reference="r-2"
    )
    for where, count in FITTING:
        found = await layer.memberships.list(where=where).collect()
        assert (len(found), await layer.memberships.count(where=where)) == (count, count), where


async def test_fields_keep_what_include_needs(layer: CommerceLayerClient) -> None:
    member = await layer.memberships.list(
        include=["role.organization"],
        fields={"memberships": ["user_email"], "roles": ["name"], "organizations": ["name"]},
    ).first()
    assert member is not None
    assert isinstance(member.role, Role)
    assert member.role.name == "Admin"
    assert not isinstance(member.role.organization, NotLoaded)
    assert member.role.organization is not None
    assert member.role.organization.name == "The Blue Brand"
    assert isinstance(member.organization, NotLoaded)


async def test_orders_are_the_platforms(here: LayerWorld, layer: CommerceLayerClient) -> None:
    here.behind.seed("roles", 5)
    names = [each.name async for each in layer.roles.list(sort=["-name"])]
    assert names == sorted(names, key=str, reverse=True)
    assert len(names) == 7
