"""What templates render: a document's parts with every name and expression worked out."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from codegen.reading.media_types import is_form
from codegen.schemas.shape import Shape
from codegen.views.platforms import PlatformView
from codegen.views.tenants import TenantView


@dataclass(frozen=True)
class Attribute:
    """One property of a model, ready to render."""

    name: str
    wire: str
    doc: str
    shape: Shape
    required: bool
    const: str | int | bool | None
    deprecated: bool = False
    field: str = ""
    """What stands for `wire` in a struct."""

    @property
    def read(self) -> str:
        """The expression that reads it. Most attributes of most answers are not there: those cost
        no call."""
        stored = f"self._{self.name}"
        read = self.shape.read.format(v=stored)
        if read.startswith("None if"):
            return read
        return f"None if {stored} is UNSET or {stored} is None else {read}"

    @property
    def converted(self) -> str | None:
        """The expression over `value` that reads it of a resource; None where it reads as it came,
        which costs no more than to look it up."""
        whole = 'whole_number(value, "$")'  # as a number with no more than zeros behind its point
        read = self.shape.read.format(v=whole if self.shape.stored == "int" else "value")
        if not read.startswith("None if"):
            return read
        return whole if self.shape.stored == "int" else None


@dataclass(frozen=True)
class ModelView:
    """One model, ready to render. `tag` is the discriminator and its value where it is a variant;
    `other_tags` are the classes of its further values, `variants` those of other models that it
    holds; `is_told` says that it may come with a value that is not its own. `resource` is the type
    of the JSON:API resource that it is."""

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
    variants: tuple[str, ...] = ()
    other_tags: Mapping[str, str] = dataclasses.field(default_factory=dict)
    is_told: bool = False
    resource: str | None = None

    @property
    def deprecated(self) -> tuple[str, ...]:
        """The attributes that warn when they are given: none that has to be."""
        return tuple(each.name for each in self.attributes if each.deprecated and not each.required)

    @property
    def odd_names(self) -> Mapping[str, str]:
        """The names of the wire that stand otherwise in a struct, by what stands for them."""
        return {each.field: each.wire for each in self.attributes if each.field != each.wire}

    @property
    def secrets(self) -> tuple[str, ...]:
        """The attributes that no `repr` shows."""
        return tuple(each.name for each in self.attributes if each.shape.secret)

    @property
    def links(self) -> tuple[str, ...]:
        """What the wire calls its relationships."""
        return tuple(each.wire for each in self.attributes if each.shape.link)

    @property
    def containers(self) -> Mapping[str, str]:
        """The attributes that are lists or objects, with the class of what came."""
        stored = ((each.wire, each.shape.stored.partition("[")[0]) for each in self.attributes)
        return {wire: kind for wire, kind in stored if kind in ("list", "dict")}

    @property
    def template(self) -> str:
        is_answer = self.resource is not None and not self.is_request
        return "resource.py.jinja" if is_answer else "model.py.jinja"


@dataclass(frozen=True)
class EnumView:
    """One enum, ready to render: `members` are names and the values, all texts or all integers,
    that they stand for."""

    name: str
    module: str
    doc: str
    members: tuple[tuple[str, str | int], ...]

    @property
    def base(self) -> str:
        return "OpenIntEnum" if isinstance(self.members[0][1], int) else "OpenEnum"


@dataclass(frozen=True)
class ParameterView:
    """One parameter, ready to render. `const` is the expression of the one value that it can have;
    `delimited` says that a list goes out as one text, `money` that there are amounts in it."""

    name: str
    wire: str
    doc: str
    shape: Shape
    required: bool
    const: str | None = None
    delimited: bool = False
    style: str = ""
    money: bool = False
    deprecated: bool = False

    @property
    def is_closed(self) -> bool:
        """Does its schema leave no room for text, and so for a secret?"""
        return self.shape.closed and not self.shape.secret


FILE = "bytes"
"""What an operation answers that sends a file, not JSON."""


@dataclass(frozen=True)
class AnswersView:
    """What an operation answers: by status, what a success is for who asked, the shapes of those
    that are JSON, and the expressions that tell them in the operation's table; by family, the
    statuses of its errors, and those of them that say that nothing was done; the content types to
    ask for."""

    success: Mapping[int, str | None]
    shapes: Mapping[int, Shape]
    told: Mapping[int, str]
    errors: Mapping[str, tuple[int | str, ...]]
    refusals: tuple[int, ...]
    accept: str

    @property
    def result(self) -> str:
        """What a call gives."""
        found = {each.removesuffix(" | None") for each in self.success.values() if each}
        is_null = None in self.success.values() or any(e.nullable for e in self.shapes.values())
        return " | ".join([*sorted(found), *(["None"] if is_null else [])])

    @property
    def names(self) -> set[str]:
        """The models and enums that it takes to tell them, with the classes of variants."""
        shapes = self.shapes.values()
        return {name for each in shapes for name in each.models | each.enums | each.variants}


@dataclass(frozen=True)
class CurrencyView:
    """What says which currency the amounts of a request are in: the argument `currency`, where
    nothing else does; the parameter of that name on the wire, which is filled where it is left out
    and `is_filled`. `argument` is the Python name of either, `amounts` are those of the parameters
    that hold some."""

    is_asked: bool
    is_parameter: bool
    is_filled: bool
    amounts: tuple[str, ...]
    argument: str = "currency"


@dataclass(frozen=True)
class OperationView:
    """One operation, ready to render. `body` are the models that a body is, one of them, or that it
    is made of where it has a `body_shape`; `models` and `enums` what its parameters name."""

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
    body_shape: Shape | None
    body_type: str
    body_doc: str
    body_required: bool
    currency: CurrencyView
    answers: AnswersView
    enums: tuple[str, ...]
    models: tuple[str, ...]
    deprecated: bool = False

    @property
    def arguments(self) -> tuple[ParameterView, ...]:
        """The parameters of all places, in the order in which they go out."""
        return tuple(each for views in self.parameters.values() for each in views)

    @property
    def has_body(self) -> bool:
        return bool(self.body or self.body_shape)

    @property
    def is_form(self) -> bool:
        return is_form(self.body_type)


@dataclass(frozen=True)
class ResourceView:
    """A type of resource, ready to render: its class, what lists of it are filtered by, what it
    links to (by wire name, the type and whether it links to many), and the names that `include`,
    `fields` and `sort` take."""

    type: str
    name: str
    attributes: tuple[Attribute, ...]
    links: Mapping[str, tuple[str, bool]]
    includes: tuple[str, ...]
    fields: tuple[str, ...]
    sorts: tuple[str, ...]

    @property
    def enums(self) -> tuple[str, ...]:
        """The enums of its attributes."""
        return tuple(sorted({name for each in self.attributes for name in each.shape.enums}))


@dataclass(frozen=True)
class PackageView:
    """All that is generated from one document, ready to render."""

    platform: PlatformView
    operations: tuple[OperationView, ...]
    models: tuple[ModelView, ...]
    enums: tuple[EnumView, ...]
    resources: tuple[ResourceView, ...]
    matchers: Mapping[str, str]
