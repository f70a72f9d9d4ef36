"""What the namespaces of resources have in common: a class for each thing that can be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypedDict, TypeVar, cast

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from commerce_sdk.commerce_layer.marked import links_of, made_once
from commerce_sdk.document.json_api.filters import filters
from commerce_sdk.document.json_api.query import includes, sorts, sparse
from commerce_sdk.document.json_api.resource import Resource
from commerce_sdk.document.operation import Request
from commerce_sdk.errors import DecodeError, InvalidRequest
from commerce_sdk.runtime.call.answers import about, named
from commerce_sdk.runtime.call.redaction import echoes_of
from commerce_sdk.runtime.lists.listing import paginate
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk.secret import Secret
from commerce_sdk_api.commerce_layer import api
from commerce_sdk_api.commerce_layer.resources import MATCHERS, TABLES

if TYPE_CHECKING:
    from commerce_sdk.document.json_api.answers import ResourceList
    from commerce_sdk.runtime.lists.paginator import Paginator
    from commerce_sdk_api.commerce_layer.resource_types import Fields

R = TypeVar("R", bound=Resource)
T = TypeVar("T")
I = TypeVar("I", bound=str)  # noqa: E741 - of its kind, as the others
F = TypeVar("F", bound=str)
S = TypeVar("S", bound=str)


class ReadOptions(TypedDict, Generic[I, F], total=False):
    """What reading one takes."""

    include: Sequence[I]
    fields: Sequence[F] | Fields | None


class ListOptions(TypedDict, Generic[I, F, S], total=False):
    """What a list takes."""

    where: Mapping[str, object] | None
    include: Sequence[I]
    fields: Sequence[F] | Fields | None
    sort: Sequence[S]
    page_size: int | None
    by: Literal["page", "id"] | None
    unique: bool
    deadline: float | None


def of_id(id: str) -> Callable[[Resource], None]:
    """What checks that an answer is the resource that was asked for. Two ids may differ by the case
    of a letter alone."""
    return about(id, place="$.data.id", is_exact=True)


def _unechoed(request: Request[R], data: Mapping[str, Any]) -> Request[R]:
    """A request, with what of its resource no answer may bring into a text."""
    words = [each for each in data.get("attributes", {}).values() if isinstance(each, Secret)]
    return replace(request, secrets=echoes_of(*words)) if words else request


class Resources(Namespace, Generic[R]):
    """The resources of one type, `resource`, of which one is called `singular`."""

    resource: ClassVar[str]
    singular: ClassVar[str]
    aliases: ClassVar[Mapping[str, str]] = {"filters": "where"}

    def _build(self, operation: str) -> Any:
        """What makes the requests of an operation, by its id."""
        return getattr(getattr(api, self.resource), operation).build

    def _shown(
        self,
        include: Sequence[str],
        fields: Sequence[str] | Fields | None,
        resource: str | None = None,
    ) -> dict[str, Any]:
        """What tells which parts of an answer come."""
        table = TABLES[resource or self.resource]
        shown: dict[str, Any] = {"include": includes(table, include, TABLES) or UNSET}
        if fields is not None:
            shown["fields"] = (
                sparse(table, cast("Mapping[str, Sequence[str]]", fields), include, TABLES) or UNSET
            )
        return shown

    def _fitting(
        self, where: Mapping[str, object] | None, resource: str | None = None
    ) -> dict[str, str] | UnsetType:
        """What tells which resources come."""
        if where is None:
            return UNSET
        return filters(TABLES[resource or self.resource], where, TABLES, MATCHERS) or UNSET

    async def _create(
        self,
        build: Callable[..., Request[R]],
        body: Any,
        include: Sequence[str],
        fields: Sequence[str] | Fields | None,
    ) -> R:
        request = build(body=body, **self._shown(include, fields))
        request = _unechoed(request, body.to_dict()["data"])
        retry = request.operation.retry
        mark = UNSET if retry.key is None else getattr(body, retry.key)
        if mark is UNSET or mark is None:
            return await self._core.ask(request, check=named("id"))
        key = str(retry.key)
        if not mark or mark != mark.strip():  # servers may leave them out, and look for another
            what = "may not be blank, or begin or end with blanks: it is looked for by it"
            raise InvalidRequest(what, path=key)
        try:
            marked = self._fitting({f"{key}_eq": mark})
        except InvalidRequest as fault:
            fault.at(key)
            raise
        links = links_of(body)
        look: Callable[..., Request[ResourceList[Any]]] = self._build(str(retry.read_back))
        shown = self._shown([*include, *links], fields)
        first = look(filters=marked, sort=["created_at", "id"], **shown)
        first = replace(first, secrets=request.secrets)
        return await made_once(self._core, request, first, links, {key: mark})

    async def _update(
        self,
        build: Callable[..., Request[R]],
        body: Any,
        include: Sequence[str],
        fields: Sequence[str] | Fields | None,
    ) -> R:
        data = body.to_dict()["data"]
        if not data.keys() & {"attributes", "relationships"}:
            raise InvalidRequest("nothing is to change; give what is")
        ids = {"id": data["id"]} if "id" in data else {}  # who asks is named by no id
        request = build(**ids, body=body, **self._shown(include, fields))
        request = _unechoed(request, data)
        return await self._core.ask(request, check=of_id(data["id"]) if ids else None)

    def _listed(
        self,
        resource: str,
        build: Callable[..., Request[Any]],
        ids: Mapping[str, str],
        options: Mapping[str, Any],
    ) -> Paginator[Any]:
        by, sort = options.get("by"), options.get("sort", ())
        if by == "id" and sort:
            what = "a list by id has an order of its own; leave it out"
            raise InvalidRequest(what, path="sort")
        first = build(
            **ids,
            **self._shown(options.get("include", ()), options.get("fields"), resource),
            filters=self._fitting(options.get("where"), resource),
            sort=["id"] if by == "id" else sorts(TABLES[resource], sort) or UNSET,
            page_size=options.get("page_size"),
        )
        return paginate(
            self._core,
            first,
            by=by,
            unique=options.get("unique", False),
            deadline=options.get("deadline"),
        )

    async def _related(
        self,
        resource: str,
        build: Callable[..., Request[T | None]],
        id: str,
        options: Mapping[str, Any],
    ) -> T | None:
        shown = self._shown(options.get("include", ()), options.get("fields"), resource)
        return await self._core.ask(build(id=id, **shown))


class Listing(Resources[R], Generic[R, I, F, S]):
    """Resources that can be listed."""

    def list(
        self,
        *,
        where: Mapping[str, object] | None = None,
        include: Sequence[I] = (),
        fields: Sequence[F] | Fields | None = None,
        sort: Sequence[S] = (),
        page_size: int | None = None,
        by: Literal["page", "id"] | None = None,
        unique: bool = False,
        deadline: float | None = None,
    ) -> Paginator[R]:
        """Those that there are: `async for each in …`, or `.pages()`, `.first()`, `.collect()`.

        By page number what is added or deleted meanwhile moves the others, so one may come twice or
        be missed. By id each that is there all along comes once.

        The names that it takes are literals of `commerce_sdk_api.commerce_layer.resource_types`: of
        roles `RoleInclude`, `RoleField` and `RoleSort`, and so on.

        Args:
            where: Conditions that have to hold together: attributes with a matcher, such as
                `{"status_eq": "pending", "organization_name_start": "The"}`.
            include: Relationships whose resources come along; `"role.permissions"` for those of
                what comes along.
            fields: The only attributes and relationships that are to come; for several types, by
                type. What `include` needs comes all the same.
            sort: Attributes to sort by, with a `-` for the greatest first.
            page_size: The most to a page; left out, the platform's own.
            by: `"page"`, which it is when left out, or `"id"`, which has an order of its own.
            unique: Leave out what came before in the same iteration; its ids are kept for that.
            deadline: Seconds for the whole iteration, the SDK's own time only.

        Raises:
            InvalidRequest: at once, for a condition, a name or a value that there is not.
            CommerceError: while iterating, what any call raises, or `PaginationError`; with the
                last good `cursor`.
        """
        options = {
            "where": where,
            "include": include,
            "fields": fields,
            "sort": sort,
            "page_size": page_size,
            "by": by,
            "unique": unique,
            "deadline": deadline,
        }
        return self._listed(self.resource, self._build(f"list_{self.resource}"), {}, options)

    async def count(self, *, where: Mapping[str, object] | None = None) -> int:
        """How many there are that fit; all, where `where` is left out. Raises `InvalidRequest` for
        a condition that there is not, `DecodeError` where the answer does not say how many."""
        request = self._build(f"list_{self.resource}")(filters=self._fitting(where), page_size=1)
        count = (await self._core.ask(request)).meta.record_count
        if type(count) is not int:
            raise DecodeError("the answer does not say how many there are", path="$.meta")
        return count


class Reading(Resources[R], Generic[R, I, F]):
    """Resources that can be read one by one."""

    async def get(
        self,
        id: str,
        *,
        include: Sequence[I] = (),
        fields: Sequence[F] | Fields | None = None,
    ) -> R:
        """Read one. Raises `NotFound`. The names that it takes are literals, as those of `list`.

        Args:
            id: Its id.
            include: Relationships whose resources come along.
            fields: The only attributes and relationships that are to come.
        """
        request = self._build(f"get_{self.singular}")(id=id, **self._shown(include, fields))
        found: R = await self._core.ask(request, check=of_id(id))
        return found


class Deleting(Resources[R], Generic[R]):
    """Resources that can be deleted."""

    async def delete(self, id: str) -> None:
        """Take one away for good. It is never sent twice: after an unclear end (`maybe_applied`)
        read it, and `NotFound` says that it is gone.

        Raises:
            NotFound: there is none of this id.
            Locked: others depend on it.
        """
        await self._core.ask(self._build(f"delete_{self.singular}")(id=id))
