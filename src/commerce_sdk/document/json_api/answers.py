"""Successes that are JSON:API documents: one resource, or a list of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Generic, TypeVar

from msgspec import Struct

from commerce_sdk.document.answer import AnswerOf
from commerce_sdk.document.json_api.graph import Graph, checked_document, encoded, plain
from commerce_sdk.document.json_api.resource import Resource, one_of
from commerce_sdk.document.model import parse_json
from commerce_sdk.document.reading import another_shape, whole_number
from commerce_sdk.document.showing import shown
from commerce_sdk.value import Value

R = TypeVar("R", bound=Resource)


class _Document(AnswerOf, frozen=True):
    """A success that is a JSON:API document."""

    long: ClassVar[tuple[str, ...]] = ("data", "included")

    def from_json(self, content: bytes) -> Any:
        """Read an answer's bytes. Raises `DecodeError` for what is no such document."""
        return self.of_parts(parse_json(content))


class DocumentOf(_Document, frozen=True):
    """A document of one resource. `stored` gives its class; where `nullable`, there may be none."""

    def of_parts(self, parts: Any) -> Any:
        document = checked_document(parts)
        if document["data"] is None and self.nullable:
            return None
        return one_of(self.stored(), document)


class ListOf(_Document, frozen=True):
    """A document of a list of resources. `stored` gives their class."""

    def of_parts(self, parts: Any) -> Any:
        document = checked_document(parts)
        data = document["data"]
        if data is not None and not isinstance(data, list):
            raise another_shape("a list", data, "$.data")
        for name in ("meta", "links"):
            value = document.get(name)
            if value is not None and not isinstance(value, dict):
                raise another_shape("an object", value, f"$.{name}")
        return _listed(self.stored(), Graph(document))


def _listed(cls: type[R], graph: Graph) -> ResourceList[R]:
    came = graph.document["data"] or []
    rows = [graph.at(place, cls) for place, entry in enumerate(came) if entry is not None]
    return ResourceList(came, rows, graph, cls)


class ListMeta(Value, frozen=True):
    """How long a list is over all of its pages."""

    _came: dict[str, Any]

    @property
    def record_count(self) -> int | None:
        """The number of resources in the whole list."""
        count: int | None = whole_number(self._came.get("record_count"), "$.meta.record_count")
        return count

    @property
    def page_count(self) -> int | None:
        """The number of its pages."""
        count: int | None = whole_number(self._came.get("page_count"), "$.meta.page_count")
        return count

    def to_dict(self) -> dict[str, Any]:
        """All that came."""
        came: dict[str, Any] = plain(self._came)
        return came

    def __shown__(self) -> Iterable[tuple[str, Any]]:
        return self._came.items()

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return list(self._came.items())

    def __repr__(self) -> str:
        return shown(self)


class ResourceList(Struct, Generic[R], frozen=True, eq=False):
    """One page of a list of resources; they share what the page includes."""

    _data: list[Any]
    _rows: list[R]
    _graph: Graph
    _cls: type[R]

    @property
    def data(self) -> list[R]:
        """The resources, without the nulls that stood among them."""
        return self._rows.copy()

    @property
    def meta(self) -> ListMeta:
        """How long the whole list is."""
        return ListMeta(self._graph.document.get("meta") or {})

    @property
    def links(self) -> dict[str, Any]:
        """The addresses of other pages, by `first`, `prev`, `next` and `last`."""
        return dict(self._graph.document.get("links") or {})

    def to_dict(self) -> dict[str, Any]:
        """The whole document as it came; fractions are `Decimal`."""
        came: dict[str, Any] = plain(self._graph.document)
        return came

    def to_json(self) -> bytes:
        """`to_dict()` as the bytes of a JSON document; fractions keep every digit."""
        return encoded(self._graph.document)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ResourceList) or other._cls is not self._cls:
            return NotImplemented
        return bool(self._graph.document == other._graph.document)

    def __ne__(self, other: object) -> bool:
        return not self == other  # a struct has a `!=` of its own

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __copy__(self) -> ResourceList[R]:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _listed, (self._cls, self._graph)

    def __shown__(self) -> list[tuple[str, Any]]:
        return [("data", self._rows), ("meta", self.meta)]

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return self.__shown__()

    def __repr__(self) -> str:
        return shown(self)
