"""The `workspaces` namespace of the administration's client."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from msgspec import UNSET, UnsetType

from commerce_sdk.runtime.lists.listing import paginate
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk_api.admin import api, models

if TYPE_CHECKING:
    from commerce_sdk.runtime.lists.paginator import Paginator
    from commerce_sdk_api.admin.models import Workspace, WorkspaceQuery, WorkspaceSort

_NAME = "attributes.name"


class Workspaces(Namespace):
    """Search the instances of products that the organization has."""

    aliases: ClassVar[Mapping[str, str]] = {
        "query_field_values_0": "name",
        "query_and_0_field_values_0": "name",
        "limit": "page_size",
    }

    def search(
        self,
        *,
        name: str | None = None,
        query: WorkspaceQuery | None = None,
        sort: Sequence[WorkspaceSort | str] | WorkspaceSort | str | None = None,
        page_size: int | None = None,
        unique: bool = False,
        deadline: float | None = None,
    ) -> Paginator[Workspace]:
        """The workspaces that fit: `async for workspace in …`, or `.pages()`, `.first()`,
        `.collect()`. Without `name` and `query`, all. Takes the scope `read:workspaces:admin`.

        A cursor stands for the whole search: with `.pages(after=…)` what else is given is not sent.

        Args:
            name: Only those on the site of this name, as it is given or in small letters.
            query: Only those that fit this query, and `name` where that is given.
            sort: What they are sorted by, the first field first: paths such as
                `attributes.name.raw`, or `WorkspaceSort`s, which name a direction as well.
            page_size: The most workspaces to a page; left out, the platform's own.
            unique: Leave out what came before in the same iteration; its ids are kept for that.
            deadline: Seconds for the whole iteration, the SDK's own time only.

        Raises:
            InvalidRequest: at once, for a value that the document forbids.
            CommerceError: while iterating, what any call raises, or `PaginationError`; with the
                last good `cursor`.
        """
        body = models.WorkspaceSearchInput(
            query=_all_of(name, query),
            limit=UNSET if page_size is None else page_size,
            sort=UNSET if sort is None else _fields(sort),
        )
        return paginate(
            self._core,
            api.workspaces.search_workspaces.build(body=body),
            unique=unique,
            deadline=deadline,
        )


def _all_of(name: str | None, query: WorkspaceQuery | None) -> WorkspaceQuery | UnsetType:
    if name is None:
        return UNSET if query is None else query
    # It is a part of an address, in which case does not count; small letters are the usual ones.
    spellings = [*dict.fromkeys((name, name.lower()))] if isinstance(name, str) else [name]
    named = models.WorkspaceQuery(field=models.WorkspaceField(name=_NAME, values=spellings))
    return named if query is None else models.WorkspaceQuery(and_=[named, query])


def _fields(sort: object) -> list[WorkspaceSort]:
    entries = [sort] if isinstance(sort, str | models.WorkspaceSort) else sort
    if not isinstance(entries, Iterable):
        return cast("list[WorkspaceSort]", entries)  # what is none is refused there
    return [models.WorkspaceSort(field=by) if isinstance(by, str) else by for by in entries]
