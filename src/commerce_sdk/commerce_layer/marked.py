"""Makes what bears a mark of the caller's own: looked for by it, and sent once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from commerce_sdk.document.json_api.answers import ResourceList
from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.document.json_api.resource import Resource
from commerce_sdk.document.json_api.writing import ResourceInput
from commerce_sdk.document.operation import Request
from commerce_sdk.errors import NotFound, PaginationError
from commerce_sdk.runtime.call.answers import named
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.lists.listing import way_of
from commerce_sdk.runtime.retries.certainty import State

R = TypeVar("R", bound=Resource)


async def made_once(
    core: Core,
    request: Request[R],
    first: Request[ResourceList[R]],
    links: Mapping[str, str | None],
    marks: Mapping[str, str],
) -> R:
    """What a request makes, or what an earlier one has made: in the list of those that bear its
    mark, which begins with `first`, the first that does, and that links to the same."""
    way, is_named = way_of(core, first.operation), named("id")

    async def look(context: Context) -> R:
        page = first
        while True:
            try:
                found = await core.ask(page, context=context, again=False)
            except NotFound as missing:  # of a list that is not there nobody knows what it holds
                raise PaginationError(f"it cannot be looked for: {missing}") from missing
            for each in found.data:
                is_marked = all(_bears(each, name, mark) for name, mark in marks.items())
                if is_marked and all(_is_linked(each, name, id) for name, id in links.items()):
                    is_named(each)
                    return each
            following = way.following(page, found)
            if following is None:
                raise NotFound(404, detail="nothing bears this mark")
            page = way.request(first, following)

    outcome = await core.write(request, State.LOOK_BEFORE, look=look, check=is_named)
    made = outcome.answer if outcome.found is None else outcome.found
    assert made is not None
    return made


def links_of(body: ResourceInput) -> dict[str, str | None]:
    """The relationships to one that a request gives, each with the id that it leads to; None where
    it says that there is to be none."""
    given = body.to_dict()["data"].get("relationships", {})
    one = {name: link["data"] for name, link in given.items()}
    return {name: data and data["id"] for name, data in one.items() if not isinstance(data, list)}


def _bears(resource: Resource, name: str, mark: str) -> bool:
    """Does a resource bear this mark, as far as the answer says?"""
    return not resource.is_set(name) or getattr(resource, name) == mark


def _is_linked(resource: Resource, name: str, id: str | None) -> bool:
    """Does a resource link to this one, as far as the answer says?"""
    linked = getattr(resource, name)
    if isinstance(linked, NotLoaded):
        return linked.ids is None or linked.ids == (id,)
    return (linked.id if isinstance(linked, Resource) else linked) == id
