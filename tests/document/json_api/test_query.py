"""What a list is asked to include, its order, and which fields of each."""

from __future__ import annotations

from typing import Any

import pytest

from commerce_sdk.document.json_api import query
from commerce_sdk.errors import InvalidRequest
from tests.support.resources import MEMBERSHIPS, ROLES, TABLES


def includes(include: Any) -> list[str]:
    return query.includes(MEMBERSHIPS, include, TABLES)


def sorts(sort: Any) -> list[str]:
    return query.sorts(MEMBERSHIPS, sort)


def sparse(fields: Any, include: Any = ()) -> dict[str, str]:
    return query.sparse(MEMBERSHIPS, fields, include, TABLES)


def test_what_is_included() -> None:
    assert includes([]) == []
    assert includes(("role", "versions")) == ["role", "versions"]
    assert includes(["role.organization", "role", "role.organization"]) == [
        "role.organization",
        "role",
    ]
    assert includes(["role.memberships.role.organization"]) == [
        "role.memberships.role.organization"
    ]


@pytest.mark.parametrize(
    ("include", "path", "words"),
    [
        ("role", "include", "expected a list of names; write ['role']"),
        (None, "include", "expected a list of names, got null"),
        ({"role": 1}, "include", "expected a list of names, got dict"),
        (["role", 5], "include[1]", "expected a name, got int"),
        (["rol"], "include[0]", "'rol' is no relationship of memberships; did you mean role?"),
        (["role.organisation"], "include[0]", "'organisation' is no relationship of roles; did you mean role.organization?"),
        (["role", "zzz"], "include[1]", "there are organization, role, membership_profile, versions"),
        (["user_email"], "include[0]", "'user_email' is no relationship of memberships"),
        (["versions.item"], "include[0]", "'item' is no relationship of versions"),
        ([""], "include[0]", "'' is no relationship"),
        (["role."], "include[0]", "'' is no relationship of roles"),
        (["role.organization" * 10_000], "include[0]", "is no relationship"),
    ],
    ids=lambda value: str(value)[:60],
)  # fmt: skip
def test_what_cannot_be_included(include: Any, path: str, words: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        includes(include)
    assert refused.value.path == path
    assert words in str(refused.value)


def test_the_order() -> None:
    assert sorts([]) == []
    assert sorts(["-created_at", "id", "user_email"]) == ["-created_at", "id", "user_email"]


@pytest.mark.parametrize(
    ("sort", "path", "words"),
    [
        ("id", "sort", "write ['id']"),
        (["-create_at"], "sort[0]", "'create_at' is no attribute of memberships; did you mean -created_at?"),
        (["id", "role"], "sort[1]", "role is a relationship; lists are sorted by attributes"),
        (["metadata"], "sort[0]", "metadata is no single value, and has no order"),
        (["--id"], "sort[0]", "'-id' is no attribute"),
        (["+id"], "sort[0]", "did you mean id?"),
        (["role.name"], "sort[0]", "'role.name' is no attribute"),
        (["-"], "sort[0]", "'' is no attribute"),
        (["id", "-id"], "sort[1]", "id stands there twice"),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_order(sort: Any, path: str, words: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        sorts(sort)
    assert refused.value.path == path
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("fields", "include", "sent"),
    [
        (["user_email", "status"], [], {"memberships": "user_email,status"}),
        (["user_email", "user_email"], [], {"memberships": "user_email"}),
        ([], [], {"memberships": ""}),
        ({}, ["role"], {}),
        ([], ["role"], {"memberships": "role"}),
        (["role", "status"], ["role"], {"memberships": "role,status"}),
        (["status"], ["role.organization"], {"memberships": "status,role"}),
        ({"roles": ["name"]}, ["role.organization"], {"roles": "name,organization"}),
        ({"roles": ["name"], "memberships": ["status"]}, ["role.organization"], {"roles": "name,organization", "memberships": "status,role"}),
        ({"organizations": ()}, ["role.organization"], {"organizations": ""}),
        ({"memberships": ["status"]}, ["role.memberships.organization"], {"memberships": "status,role,organization"}),
    ],
    ids=str,
)  # fmt: skip
def test_the_fields_keep_what_is_included(fields: Any, include: Any, sent: Any) -> None:
    assert sparse(fields, include) == sent


@pytest.mark.parametrize(
    ("fields", "path", "words"),
    [
        ("status", "fields", "write ['status']"),
        (5, "fields", "expected a list of names, got int"),
        ({"roles": "name"}, "fields.roles", "write ['name']"),
        ({"role": ["name"]}, "fields.role", "'role' is no type of resource; did you mean roles?"),
        ({5: ["name"]}, "fields.5", "5 is no type of resource; there are organizations, "),
        (["user_emial"], "fields[0]", "'user_emial' is no field of memberships; did you mean user_email?"),
        ({"roles": ["name", "kin"]}, "fields.roles[1]", "'kin' is no field of roles; did you mean kind?"),
        (["id"], "fields[0]", "id always comes; leave it out"),
        (["role.name"], "fields[0]", "is no field of memberships"),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_field(fields: Any, path: str, words: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        sparse(fields)
    assert refused.value.path == path
    assert words in str(refused.value)


def test_fields_refuse_what_cannot_be_included() -> None:
    with pytest.raises(InvalidRequest, match=r"include\[0\]: 'rol' is no relationship"):
        sparse([], ["rol"])
    assert query.sparse(ROLES, ["name"], ["memberships"], TABLES) == {"roles": "name,memberships"}
