"""What templates render: a document's parts with every name and expression worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
    doc: str
    attributes: tuple[Attribute, ...]
    tag: tuple[str, str] | None
    holds_money: bool
    carries_money: bool
    currency_places: tuple[str, ...] | None
    currency_field: str | None
    rules: tuple[str, ...]
    models: tuple[str, ...]
    enums: tuple[str, ...]

    @property
    def secrets(self) -> tuple[str, ...]:
        """The attributes that no `repr` shows."""
        return tuple(each.name for each in self.attributes if each.shape.secret)


@dataclass(frozen=True)
class ParameterView:
    name: str
    wire: str
    doc: str
    shape: Shape
    required: bool

    @property
    def is_closed(self) -> bool:
        """Does its schema leave no room for text, and so for a secret?"""
        return self.shape.closed and not self.shape.secret


FILE = "bytes"
"""What an operation answers that sends a file, not JSON."""


@dataclass(frozen=True)
class AnswersView:
    """What an operation answers: by status, the model of a success, and of an error with whether
    a list of it comes; the family of each error; the content types of success."""

    success: Mapping[int, str | None]
    errors: Mapping[int, tuple[str, bool]]
    families: Mapping[int, str]
    accept: str

    @property
    def usual(self) -> str | None:
        """The shape of a success that the document does not name: that of the lowest named status
        that has one."""
        return next((shape for _, shape in sorted(self.success.items()) if shape), None)


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
    paging: tuple[Mapping[str, str | tuple[str, ...]], ...]
    body: tuple[str, ...]
    body_doc: str
    body_required: bool
    body_currency: bool
    answers: AnswersView
    enums: tuple[str, ...]
