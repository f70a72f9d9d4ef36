"""Lists: pages by number and by id, an order, and filters with every matcher."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from commerce_sdk.sandbox.commerce_layer.document import commerce_layer_document
from commerce_sdk.sandbox.commerce_layer.tables import matchers_of
from tests.sandbox.commerce_layer.callers import Here, commerce_layer, link

pytestmark = pytest.mark.anyio


async def named(here: Here, *names: str | None) -> dict[str, str]:
    """Roles with these references beside the two that are there; the reference of each id."""
    made = {}
    for number, name in enumerate(names):
        here.clock.advance(1)
        attributes = {"reference": name, "name": f"role {number}", "metadata": {"n": [number]}}
        made[await here.created("roles", attributes)] = str(name)
    return made


async def test_pages_have_numbers_counts_and_links_that_lead_on() -> None:
    async with commerce_layer() as here:
        made = here.behaviour.seed("roles", 43)
        document = await here.get("/roles")
        assert len(document["data"]) == 10
        assert document["meta"] == {"record_count": 45, "page_count": 5}
        assert document["links"].keys() == {"first", "next", "last"}
        query = {"page[size]": "20", "page[number]": "2", "filter[q][name_present]": "true"}
        document = await here.get("/roles", **query)
        assert document["meta"]["page_count"] == 3
        assert document["links"].keys() == {"first", "prev", "next", "last"}
        asked = httpx.URL(document["links"]["next"]).params
        assert dict(asked) == {**query, "page[number]": "3"}
        last = (await here.api.get(document["links"]["last"])).json()
        assert [each["id"] for each in last["data"]] == made[-5:]
        assert last["links"].keys() == {"first", "prev", "last"}
        beyond = await here.get("/roles", **{"page[number]": "9"})
        assert beyond["data"] == []
        none = await here.get("/roles", **{"filter[q][name_eq]": "none"})
        assert none["meta"] == {"record_count": 0, "page_count": 0}
        assert none["links"].keys() == {"first", "last"}


@pytest.mark.parametrize(
    "query",
    [
        *("page[size]=26", "page[size]=0", "page[number]=0", "page[number]=x"),
        *("sort=colour", "sort=-metadata", "sort=permissions"),
        *("include=colour", "include=permissions.colour", "include=organization,"),
        *("fields[roles]=colour", "fields[colours]=name", "fields=name"),
        *("colour=red", "filter[q]=name", "filter[name]=x", "filter[q][colour_eq]=x"),
        *("filter[q][name_like]=x", "filter[q][name]=x", "filter[q][name_or_colour_eq]=x"),
        *("filter[q][organization_colour_eq]=x", "filter[q][created_at_gt]=yesterday"),
        *("filter[q][metadata_eq]=x", "filter[q][metadata_jcont]=x", "filter[q][name_jcont]={}"),
        *("filter[q][created_at_cont]=2025", "filter[q][name_true]=1", "filter[q][name_null]=x"),
        "filter[q][permissions_can_read_eq]=maybe",
    ],
)
async def test_what_cannot_be_asked_is_a_bad_request(query: str) -> None:
    async with commerce_layer() as here:
        for path in ("/roles", f"/organizations/{await here.first('organizations')}/roles"):
            answer = await here.asked(path, query)
            assert answer.status_code == 400, (query, answer.text)
            (error,) = answer.json()["errors"]
            assert error["status"] == "400"
            assert all(error[name] for name in ("code", "title", "detail"))


async def test_an_order_by_attributes_and_by_ids_which_are_texts() -> None:
    async with commerce_layer() as here:
        made = await named(here, "b", "a", None, "b")
        ids, only = list(made), "filter[q][name_start]=role"
        assert await here.ids("/roles", f"{only}&sort=-created_at") == ids[::-1]
        assert await here.ids("/roles", f"{only}&sort=id") == sorted(ids) != ids
        by_both = await here.ids("/roles", f"{only}&sort=reference,-created_at")
        assert by_both == [ids[1], ids[3], ids[0], ids[2]]


async def test_a_walk_by_ids_brings_each_row_that_stays_once() -> None:
    async with commerce_layer() as here:
        made = here.behaviour.seed("memberships", 60)
        seen: list[str] = []
        query = "sort=id&page[size]=25"
        while page := await here.ids(
            "/memberships", f"{query}&filter[q][id_gt]={seen[-1]}" if seen else query
        ):
            seen += page
            for id in (page[0], max(made)):
                await here.api.delete(f"/memberships/{id}")
            here.behaviour.seed("memberships", 1, user_email=f"more-{len(seen)}@example.com")
        assert len(seen) == len(set(seen))
        assert {*made} - {max(made)} - {*seen} == set()
        document = await here.get("/memberships", **{"sort": "id", "filter[q][id_gt]": seen[-2]})
        assert document["meta"]["record_count"] == 1


VALUES = ("apple", "Apple pie", "banana", "", None)
BY_MATCHER: dict[str, tuple[str, str]] = {
    "eq": ("apple", "0"),
    "not_eq": ("apple", "123"),
    "eq_or_null": ("apple", "04"),
    "not_eq_or_null": ("apple", "1234"),
    "eq_any": ("apple,banana", "02"),
    "not_eq_any": ("apple,banana", "0123"),
    "eq_all": ("apple,banana", ""),
    "not_eq_all": ("apple,banana", "13"),
    "matches": ("a%e", "01"),
    "does_not_match": ("a%e", "23"),
    "matches_any": ("appl_,b%", "02"),
    "matches_all": ("a%,%pie", "1"),
    "does_not_match_any": ("appl_,a%", "123"),
    "does_not_match_all": ("appl_,b%", "13"),
    "lt": ("apple", "13"),
    "lt_any": ("apple,b", "013"),
    "lt_all": ("apple,b", "13"),
    "lteq": ("apple", "013"),
    "lteq_any": ("A,apple", "013"),
    "lteq_all": ("A,apple", "3"),
    "gt": ("apple", "2"),
    "gt_any": ("B,b", "02"),
    "gt_all": ("B,b", "2"),
    "gteq": ("apple", "02"),
    "gteq_any": ("apple,b", "02"),
    "gteq_all": ("apple,b", "2"),
    "present": ("true", "012"),
    "blank": ("1", "34"),
    "null": ("true", "4"),
    "not_null": ("true", "0123"),
    "in": ("apple,banana", "02"),
    "not_in": ("apple,banana", "13"),
    "not_in_or_null": ("apple,banana", "134"),
    "start": ("app", "01"),
    "start_any": ("app,ban", "012"),
    "start_all": ("a,app", "01"),
    "not_start": ("app", "23"),
    "not_start_any": ("app,ban", "0123"),
    "not_start_all": ("app,ban", "3"),
    "end": ("E", "01"),
    "end_any": ("pie,ana", "12"),
    "end_all": ("e,pie", "1"),
    "not_end": ("e", "23"),
    "not_end_any": ("e,pie", "023"),
    "not_end_all": ("pie,ana", "03"),
    "cont": ("PP", "01"),
    "cont_any": ("pie,nan", "12"),
    "cont_all": ("p,pie", "1"),
    "not_cont": ("pp", "23"),
    "not_cont_any": ("p,pie", "023"),
    "not_cont_all": ("pie,nan", "03"),
}
"""By matcher, what it is given and which of the values it finds."""
OTHERS = {"true", "false", "jcont"}


def test_every_matcher_of_the_document_is_tried() -> None:
    assert {*BY_MATCHER} | OTHERS == {*matchers_of(commerce_layer_document())}


async def test_every_matcher_finds_what_it_says() -> None:
    async with commerce_layer() as here:
        ids = [*(await named(here, *VALUES))]

        async def found(condition: str) -> str:
            query = f"filter[q][name_start]=role&sort=created_at&{condition}"
            return "".join(str(ids.index(each)) for each in await here.ids("/roles", query))

        wrong = {
            matcher: got
            for matcher, (given, wanted) in BY_MATCHER.items()
            if (got := await found(f"filter[q][reference_{matcher}]={quote(given)}")) != wanted
        }
        assert wrong == {}
        assert await found("filter[q][reference_null]=false") == "0123"
        assert await found("filter[q][reference_blank]=0") == "012"
        part = quote(json.dumps({"n": [3]}))
        assert await found(f"filter[q][metadata_jcont]={part}") == "3"
        assert await found("filter[q][created_at_gt]=2100-01-01") == ""
        moment = (await here.get(f"/roles/{ids[1]}"))["data"]["attributes"]["created_at"]
        assert await found(f"filter[q][created_at_lteq]={moment}") == "01"


@pytest.mark.parametrize(
    ("type", "query", "wanted"),
    [
        ("memberships", "user_email_or_role_name_cont=EDITOR", 1),
        ("memberships", "organization_name_start=the&owner_true=1", 1),
        ("memberships", "role_permissions_subject_eq=coupons", 1),
        ("memberships", "membership_profile_name_null=true", 1),
        ("memberships", "membership_profile_name_eq=Support", 1),
        ("permissions", "can_create_true=true&role_name_eq=Admin", 7),
        ("permissions", "can_create_false=true&role_kind_eq=read_only", 7),
        ("permissions", "can_create_true=false&role_kind_eq=read_only", 7),
        ("api_credentials", "expires_in_gt=7200", 1),
        ("api_credentials", "expires_in_in=7200,14400", 2),
        ("roles", "memberships_user_email_end=@example.com", 2),
        ("organizations", "memberships_status_eq=pending", 1),
    ],
)
async def test_filters_see_what_a_resource_belongs_to(type: str, query: str, wanted: int) -> None:
    async with commerce_layer() as here:
        role = await here.created("roles")
        await here.created("permissions", role=link("roles", role))
        profile = await here.created("membership_profiles")
        await here.created(
            "memberships",
            role=link("roles", role),
            membership_profile=link("membership_profiles", profile),
        )
        pairs = [each.partition("=") for each in query.split("&")]
        asked: dict[str, Any] = {f"filter[q][{name}]": value for name, _, value in pairs}
        document = await here.get(f"/{type}", **asked)
        assert document["meta"]["record_count"] == wanted


async def test_related_lists_are_filtered_and_sorted_like_lists() -> None:
    async with commerce_layer() as here:
        organization = await here.first("organizations")
        second = await here.created("organizations")
        path = f"/organizations/{organization}/permissions"
        document = await here.get(path, **{"filter[q][role_kind_eq]": "admin", "sort": "-subject"})
        subjects = [each["attributes"]["subject"] for each in document["data"]]
        assert subjects == sorted(subjects, reverse=True)
        assert document["meta"]["record_count"] == 7
        assert {*await here.ids(f"/organizations/{second}/roles")}.isdisjoint(
            await here.ids(f"/organizations/{organization}/roles")
        )
