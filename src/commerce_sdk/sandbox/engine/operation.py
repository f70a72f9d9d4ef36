"""One operation of a document, as values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = Mapping[str, Any]


def is_json(kind: str) -> bool:
    """Is a content type one of JSON's?"""
    return kind == "application/json" or kind.endswith("+json")


def is_json_answer(kind: str | None) -> bool:
    """Is what is answered JSON? `*/*` says nothing, so it is."""
    return kind is not None and (kind == "*/*" or is_json(kind))


@dataclass(frozen=True)
class Parameter:
    """A parameter of the path, the query, the headers or the cookies. `tenant` is whom it names."""

    name: str
    place: str
    required: bool
    schema: Json
    style: str
    explode: bool
    tenant: str | None


@dataclass(frozen=True)
class Body:
    """What an operation takes, under these media types. `tenants` are the tenants that properties
    of it name, by the property."""

    schema: Json
    media_types: tuple[str, ...]
    required: bool
    tenants: Mapping[str, str]


@dataclass(frozen=True)
class Success:
    """What an operation answers with one status. Without a media type there is no body."""

    status: int
    media_type: str | None = None
    schema: Json | None = None


@dataclass(frozen=True)
class ErrorAnswer:
    """What the document says of one error: its family, and the document that comes with it."""

    family: str | None
    media_type: str | None = None
    schema: Json | None = None


@dataclass(frozen=True)
class Window:
    """A published limit: so many calls in so many seconds, over all that name the bucket. It is for
    the customers of a tier, or for all."""

    limit: int
    seconds: int
    scope: str
    bucket: str
    tier: str | None = None


@dataclass(frozen=True)
class Paging:
    """A way to page: what the cursor and the size are asked for by, and the places in an answer."""

    strategy: str
    items: str
    cursor: str | None = None
    size: str | None = None
    next: str | None = None
    item_id: str | None = None
    number: str | None = None
    ends_by: Json = field(default_factory=dict)


@dataclass(frozen=True)
class Operation:
    """One operation of a document. Of `security` each entry is enough, with all of its schemes;
    without one it takes no credential."""

    id: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    body: Body | None
    successes: tuple[Success, ...]
    errors: Mapping[str, ErrorAnswer]
    security: tuple[tuple[str, ...], ...]
    limits: tuple[Window, ...]
    paging: tuple[Paging, ...]

    def error(self, status: int) -> ErrorAnswer | None:
        """What the document says of an error: by its status, by its hundred, or by default."""
        keys = (str(status), f"{status // 100}XX", "default")
        return next((self.errors[key] for key in keys if key in self.errors), None)

    @property
    def path_names(self) -> list[str]:
        """The names of the path's parameters, from left to right."""
        return re.findall(r"\{([^{}]+)\}", self.path)
