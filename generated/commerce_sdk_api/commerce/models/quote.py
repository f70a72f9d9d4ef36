"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .quote_contract_type import QuoteContractType
from .quote_status import QuoteStatus


class Quote(Model, frozen=True):
    """An offer at fixed prices, open until it expires, is cancelled or is ordered."""

    carries_money: ClassVar[bool] = True
    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")
    _version: int | None | UnsetType = msgspec.field(default=UNSET, name="version")
    _contract_type: str | None | UnsetType = msgspec.field(default=UNSET, name="contractType")
    _cloned_from: str | None | UnsetType = msgspec.field(default=UNSET, name="clonedFrom")
    _number: str | None | UnsetType = msgspec.field(default=UNSET, name="number")
    _expires_at: int | None | UnsetType = msgspec.field(default=UNSET, name="expiresAt")
    _expires_after_days: int | None | UnsetType = msgspec.field(
        default=UNSET, name="expiresAfterDays"
    )
    _from_quote: str | None | UnsetType = msgspec.field(default=UNSET, name="fromQuote")
    _revision: int | None | UnsetType = msgspec.field(default=UNSET, name="revision")
    _locale: str | None | UnsetType = msgspec.field(default=UNSET, name="locale")
    _transaction_account_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="transactionAccountId"
    )
    _reason_code: str | None | UnsetType = msgspec.field(default=UNSET, name="reasonCode")
    _invoice_group_id: str | None | UnsetType = msgspec.field(default=UNSET, name="invoiceGroupId")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _external_notes: list[QuoteNote | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="externalNotes"
    )
    _created_by: QuoteAuthor | None | UnsetType = msgspec.field(default=UNSET, name="createdBy")
    _created_at: int | None | UnsetType = msgspec.field(default=UNSET, name="createdAt")
    _updated_by: QuoteAuthor | None | UnsetType = msgspec.field(default=UNSET, name="updatedBy")
    _updated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")
    _line_items: list[QuoteLine | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="lineItems"
    )
    _metadata: dict[str, str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="metadata"
    )
    _finalized_at: int | None | UnsetType = msgspec.field(default=UNSET, name="finalizedAt")
    _stale_reason: QuoteStaleReason | None | UnsetType = msgspec.field(
        default=UNSET, name="staleReason"
    )
    _cancelled_reason: QuoteCancelledReason | None | UnsetType = msgspec.field(
        default=UNSET, name="cancelledReason"
    )
    _upcoming_bills_requested_at: int | None | UnsetType = msgspec.field(
        default=UNSET, name="upcomingBillsRequestedAt"
    )
    _upcoming_bills_computed_at: int | None | UnsetType = msgspec.field(
        default=UNSET, name="upcomingBillsComputedAt"
    )
    _upcoming_bills: UpcomingBills | None | UnsetType = msgspec.field(
        default=UNSET, name="upcomingBills"
    )
    _auto_refresh: QuoteAutoRefresh | None | UnsetType = msgspec.field(
        default=UNSET, name="autoRefresh"
    )

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def name(self) -> str | None:
        """Its name."""
        return None if self._name is UNSET else self._name

    @property
    def version(self) -> int | None:
        """Its version, counted up with each change."""
        return None if self._version is UNSET else self._version

    @property
    def contract_type(self) -> QuoteContractType | None:
        """Whether the quote keeps to the standard contract."""
        return (
            None
            if self._contract_type is UNSET or self._contract_type is None
            else choice(QuoteContractType, self._contract_type)
        )

    @property
    def cloned_from(self) -> str | None:
        """The quote that this one is a copy of."""
        return None if self._cloned_from is UNSET else self._cloned_from

    @property
    def number(self) -> str | None:
        """Its number for people."""
        return None if self._number is UNSET else self._number

    @property
    def expires_at(self) -> datetime.datetime | int | None:
        """When it expires."""
        return (
            None
            if self._expires_at is UNSET or self._expires_at is None
            else from_epoch_ms(self._expires_at)
        )

    @property
    def expires_after_days(self) -> int | None:
        """After how many days the quote expires."""
        return None if self._expires_after_days is UNSET else self._expires_after_days

    @property
    def from_quote(self) -> str | None:
        """The quote that this one was made from."""
        return None if self._from_quote is UNSET else self._from_quote

    @property
    def revision(self) -> int | None:
        """How many times the quote was revised."""
        return None if self._revision is UNSET else self._revision

    @property
    def locale(self) -> str | None:
        """The language of the quote."""
        return None if self._locale is UNSET else self._locale

    @property
    def transaction_account_id(self) -> str | None:
        """The transaction account that it belongs to."""
        return None if self._transaction_account_id is UNSET else self._transaction_account_id

    @property
    def reason_code(self) -> str | None:
        """Why, for programs; no values are published."""
        return None if self._reason_code is UNSET else self._reason_code

    @property
    def invoice_group_id(self) -> str | None:
        """The invoice group that is billed."""
        return None if self._invoice_group_id is UNSET else self._invoice_group_id

    @property
    def status(self) -> QuoteStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(QuoteStatus, self._status)
        )

    @property
    def external_notes(self) -> list[QuoteNote] | None:
        """Notes that the customer sees."""
        return (
            None
            if self._external_notes is UNSET or self._external_notes is None
            else objects(self._external_notes)
        )

    @property
    def created_by(self) -> QuoteAuthor | None:
        """Who created it."""
        return None if self._created_by is UNSET else self._created_by

    @property
    def created_at(self) -> datetime.datetime | int | None:
        """When it was created."""
        return (
            None
            if self._created_at is UNSET or self._created_at is None
            else from_epoch_ms(self._created_at)
        )

    @property
    def updated_by(self) -> QuoteAuthor | None:
        """Who last changed it."""
        return None if self._updated_by is UNSET else self._updated_by

    @property
    def updated_at(self) -> datetime.datetime | int | None:
        """When it last changed."""
        return (
            None
            if self._updated_at is UNSET or self._updated_at is None
            else from_epoch_ms(self._updated_at)
        )

    @property
    def line_items(self) -> list[QuoteLine] | None:
        """What the quote offers."""
        return (
            None
            if self._line_items is UNSET or self._line_items is None
            else objects(self._line_items)
        )

    @property
    def metadata(self) -> dict[str, str | None] | None:
        """Further particulars."""
        return None if self._metadata is UNSET else self._metadata

    @property
    def finalized_at(self) -> datetime.datetime | int | None:
        """When it became final."""
        return (
            None
            if self._finalized_at is UNSET or self._finalized_at is None
            else from_epoch_ms(self._finalized_at)
        )

    @property
    def stale_reason(self) -> QuoteStaleReason | None:
        """Why it is out of date, if it is."""
        return None if self._stale_reason is UNSET else self._stale_reason

    @property
    def cancelled_reason(self) -> QuoteCancelledReason | None:
        """Why it was cancelled, if it was."""
        return None if self._cancelled_reason is UNSET else self._cancelled_reason

    @property
    def upcoming_bills_requested_at(self) -> datetime.datetime | int | None:
        """When that was asked for."""
        return (
            None
            if self._upcoming_bills_requested_at is UNSET
            or self._upcoming_bills_requested_at is None
            else from_epoch_ms(self._upcoming_bills_requested_at)
        )

    @property
    def upcoming_bills_computed_at(self) -> datetime.datetime | int | None:
        """When that was worked out."""
        return (
            None
            if self._upcoming_bills_computed_at is UNSET or self._upcoming_bills_computed_at is None
            else from_epoch_ms(self._upcoming_bills_computed_at)
        )

    @property
    def upcoming_bills(self) -> UpcomingBills | None:
        """What would be billed if the quote were ordered."""
        return None if self._upcoming_bills is UNSET else self._upcoming_bills

    @property
    def auto_refresh(self) -> QuoteAutoRefresh | None:
        """The refresh that the platform began by itself, if any."""
        return None if self._auto_refresh is UNSET else self._auto_refresh


from .quote_author import QuoteAuthor  # noqa: E402
from .quote_auto_refresh import QuoteAutoRefresh  # noqa: E402
from .quote_cancelled_reason import QuoteCancelledReason  # noqa: E402
from .quote_line import QuoteLine  # noqa: E402
from .quote_note import QuoteNote  # noqa: E402
from .quote_stale_reason import QuoteStaleReason  # noqa: E402
from .upcoming_bills import UpcomingBills  # noqa: E402
