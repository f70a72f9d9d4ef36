"""How one schema is held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from codegen.schemas.unions import Union

AS_STORED = "None if {v} is UNSET else {v}"
"""How what is stored as it is given reads."""


@dataclass(frozen=True)
class Link:
    """A relationship of a resource: the class and the type of what it leads to, one or many."""

    to: str
    type: str
    many: bool


@dataclass(frozen=True)
class Shape:
    """How one schema is held. `stored` and `public` are annotations without None; `read` is an
    expression over `{v}`; `written` the expression of its kind in a request. `closed` says that it
    leaves no room for text, and so for a secret; `secret` that it is one. `variants` are the
    classes beside `models` that `stored` needs. `link` is what a relationship is, `told` the
    expression that tells a document of resources in the table of an operation's answers.

    For those who compare: what its values are held to, how they stand on the wire, what they
    measure, what they are where they are left out (nothing, or that one value, which may be null),
    the shapes inside a list (`[]`) or a map (`{}`), and its union."""

    stored: str
    public: str
    read: str
    accepted: str
    written: str
    models: frozenset[str] = frozenset()
    enums: frozenset[str] = frozenset()
    variants: frozenset[str] = frozenset()
    nullable: bool = False
    money: bool = False
    closed: bool = False
    secret: bool = False
    bounds: Mapping[str, Any] = field(default_factory=dict)
    wire: str = ""
    measure: str | None = None
    default: tuple[Any, ...] = ()
    inside: Mapping[str, Shape] = field(default_factory=dict)
    union: Union | None = None
    link: Link | None = None
    told: str = ""
