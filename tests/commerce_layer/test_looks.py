"""What a look for a reference makes of odd lists: nothing is sent on a list that does not tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import CommerceError, InvalidRequest
from tests.commerce_layer.front import Front, document, page, refusal, resource

pytestmark = pytest.mark.anyio


def role(id: str | None, organization: str = "org1") -> dict[str, Any]:
    link = {"data": {"type": "organizations", "id": organization}}
    made: dict[str, Any] = resource("roles", "", reference="role-1")
    return {**made, "id": id, "relationships": {"organization": link}}


OTHERS = [role(f"other{number}", "org2") for number in range(10)]
Lists = Callable[[int], httpx.Response]


async def created(lists: Lists) -> tuple[Front, Any]:
    """A platform that answers looks by the number of the page, and what a create came to."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            return document(role("new"), status=201)
        return lists(int(request.url.params.get("page[number]", "1")))

    front = Front(answer)
    async with front.client(deadline=30) as layer:
        try:
            made = await layer.roles.create(name="x", organization="org1", reference="role-1")
        except CommerceError as error:
            return front, error
    return front, made.id


THERE: dict[str, Lists] = {
    "after an empty page": lambda page: document(
        [role("old")] if page == 2 else [], meta={"page_count": 2}
    ),
    "where nobody says how many pages there are": lambda page: document(
        [*OTHERS, *([role("old")] if page == 3 else [])] if page < 4 else []
    ),
    "where the number is null": lambda page: document(
        {1: OTHERS, 2: [role("old")]}.get(page, []), meta={"page_count": None}
    ),
}


@pytest.mark.parametrize("where", THERE)
async def test_what_is_there_is_found(where: str) -> None:
    front, made = await created(THERE[where])
    assert (made, front.count("POST")) == ("old", 0)


UNTOLD: dict[str, Lists] = {
    "no such list": lambda page: refusal(404),
    "no number of pages": lambda page: document(OTHERS, meta={"page_count": "x"}),
    "no id": lambda page: document([role(None)], meta={"page_count": 1}),
}


@pytest.mark.parametrize("how", UNTOLD)
async def test_nothing_is_sent_where_the_list_does_not_tell(how: str) -> None:
    front, error = await created(UNTOLD[how])
    assert isinstance(error, CommerceError)
    assert (error.maybe_applied, front.count("POST")) == (False, 0)


async def test_a_list_without_it_is_read_to_its_end() -> None:
    front, made = await created(lambda page: document(OTHERS if page < 3 else []))
    assert (made, front.count("GET"), front.count("POST")) == ("new", 3, 1)


@pytest.mark.parametrize("reference", [" a", "a ", "a\nb", "a\ud800", 5])
async def test_what_cannot_be_looked_for_is_refused_by_its_keyword(reference: Any) -> None:
    front = Front(lambda request: document([]))
    async with front.client() as layer:
        with pytest.raises(InvalidRequest) as refused:
            await layer.roles.create(name="x", organization="org1", reference=reference)
    assert (refused.value.path, front.requests) == ("reference", [])


@pytest.mark.parametrize(("role", "found"), [(None, "there"), ("r1", "new"), ("r2", "there")])
async def test_what_is_to_link_to_none_is_no_other(role: str | None, found: str) -> None:
    """And what is left out may link to any."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            return document(resource("api_credentials", "new"), status=201)
        organization = {"data": {"type": "organizations", "id": "org1"}}
        link = {"data": role and {"type": "roles", "id": role}}
        held = resource("api_credentials", "there", reference="x-1")
        return page([{**held, "relationships": {"organization": organization, "role": link}}])

    given: dict[str, Any] = {
        "name": "App",
        "kind": "integration",
        "organization": "org1",
        "reference": "x-1",
    }
    if role != "r2":
        given["role"] = None
    async with Front(answer).client() as layer:
        assert (await layer.api_credentials.create(**given)).id == found
