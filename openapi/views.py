"""What templates render: a document's parts with every name and expression worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from platform_view import PlatformView
from shapes import Shape
from tenants import TenantView


@dataclass(frozen=True)
class Attribute:
    """One property of a model, ready to render."""

    name: str
    wire: str
    doc: str
    shape: Shape
    required: bool
    const: str | None
    deprecated: bool = False

    @property
    def read(self) -> str:
        """The expression that reads it. Most attributes of most answers are not there: those cost
        no call."""
        stored = f"self._{self.name}"
        read = self.shape.read.format(v=stored)
        if read.startswith("None if"):
            return read
        return f"None if {stored} is UNSET or {stored} is None else {read}"


@dataclass(frozen=True)
class ModelView:
    """One model, ready to render."""

    name: str
    module: str
    is_request: bool
    doc: str
    attributes: tuple[Attribute, ...]
    tag: tuple[str, str] | None
    holds_money: bool
    carries_money: bool
    currency_places: tuple[str, ...] | None
    currency_field: str | None
    rules: tuple[str, ...]
    filled_later: tuple[str, ...]
    models: tuple[str, ...]
    enums: tuple[str, ...]
    bounds: Mapping[str, Any]
    others: Any

    @property
    def secrets(self) -> tuple[str, ...]:
        """The attributes that no `repr` shows."""
        return tuple(each.name for each in self.attributes if each.shape.secret)


@dataclass(frozen=True)
class EnumView:
    """One enum, ready to render: `members` are names and the values that they stand for."""

    name: str
    module: str
    doc: str
    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ParameterView:
    name: str
    wire: str
    doc: str
    shape: Shape
    required: bool
    style: str = ""
    deprecated: bool = False

    @property
    def is_closed(self) -> bool:
        """Does its schema leave no room for text, and so for a secret?"""
        return self.shape.closed and not self.shape.secret


FILE = "bytes"
"""What an operation answers that sends a file, not JSON."""


@dataclass(frozen=True)
class AnswersView:
    """What an operation answers: by status, the model of a success; by family, the statuses of its
    errors; the content types of success."""

    success: Mapping[int, str | None]
    errors: Mapping[str, tuple[int, ...]]
    accept: str


@dataclass(frozen=True)
class CurrencyView:
    """What says which currency the amounts of a request are in: the argument `currency`, where
    nothing else does; the parameter of that name, which is filled where it is left out and
    `is_filled`. `amounts` are the parameters that hold some, by their Python names."""

    is_asked: bool
    is_parameter: bool
    is_filled: bool
    amounts: tuple[str, ...]


@dataclass(frozen=True)
class OperationView:
    """One operation, ready to render."""

    id: str
    tag: str
    method: str
    path: str
    summary: str
    doc: str
    facts: Mapping[str, Any]
    parameters: Mapping[str, tuple[ParameterView, ...]]
    tenants: tuple[TenantView, ...]
    security: tuple[str, ...] | None
    paging: tuple[Mapping[str, str | tuple[str, ...]], ...]
    body: tuple[str, ...]
    body_type: str
    body_doc: str
    body_required: bool
    currency: CurrencyView
    answers: AnswersView
    enums: tuple[str, ...]
    deprecated: bool = False


@dataclass(frozen=True)
class PackageView:
    """All that is generated from one document, ready to render."""

    platform: PlatformView
    operations: tuple[OperationView, ...]
    models: tuple[ModelView, ...]
    enums: tuple[EnumView, ...]
