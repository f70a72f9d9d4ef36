"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class OrderError(Model, frozen=True):
    """Why a request or an order failed. Every field may be missing. Which fields belong to which
    `errorResponseVersion` is not published. The platform's general error has the first five
    fields only, and so fits as well."""

    _title: str | None | UnsetType = msgspec.field(default=UNSET, name="title")
    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _detail: str | None | UnsetType = msgspec.field(default=UNSET, name="detail")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _items: list[ItemErrors | None] | None | UnsetType = msgspec.field(default=UNSET, name="items")
    _coupling_violations: list[CouplingViolation | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="couplingViolations"
    )
    _graph_violations: list[GraphViolation | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="graphViolations"
    )

    @property
    def title(self) -> str | None:
        """What went wrong, in a few words."""
        return None if self._title is UNSET else self._title

    @property
    def code(self) -> str | None:
        """What went wrong, for programs; `parameter_invalid` is the one published value."""
        return None if self._code is UNSET else self._code

    @property
    def detail(self) -> str | None:
        """What went wrong, with particulars."""
        return None if self._detail is UNSET else self._detail

    @property
    def status(self) -> str | None:
        """The HTTP status, as a string."""
        return None if self._status is UNSET else self._status

    @property
    def id(self) -> str | None:
        """The id of this occurrence, to quote to support."""
        return None if self._id is UNSET else self._id

    @property
    def items(self) -> list[ItemErrors] | None:
        """What is wrong with single items."""
        return None if self._items is UNSET or self._items is None else objects(self._items)

    @property
    def coupling_violations(self) -> list[CouplingViolation] | None:
        """Items that do not go together."""
        return (
            None
            if self._coupling_violations is UNSET or self._coupling_violations is None
            else objects(self._coupling_violations)
        )

    @property
    def graph_violations(self) -> list[GraphViolation] | None:
        """Relations between entitlements that are missing or too many."""
        return (
            None
            if self._graph_violations is UNSET or self._graph_violations is None
            else objects(self._graph_violations)
        )


from .coupling_violation import CouplingViolation  # noqa: E402
from .graph_violation import GraphViolation  # noqa: E402
from .item_errors import ItemErrors  # noqa: E402
