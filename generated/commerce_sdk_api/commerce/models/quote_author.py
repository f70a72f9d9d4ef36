"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class QuoteAuthor(Model, frozen=True):
    """Who did something to a quote."""

    _subject: str | None | UnsetType = msgspec.field(default=UNSET, name="subject")
    _subject_type: str | None | UnsetType = msgspec.field(default=UNSET, name="subjectType")
    _is_customer_advocate: bool | None | UnsetType = msgspec.field(
        default=UNSET, name="isCustomerAdvocate"
    )
    _is_system_driven_action: bool | None | UnsetType = msgspec.field(
        default=UNSET, name="isSystemDrivenAction"
    )

    @property
    def subject(self) -> str | None:
        """Who it was."""
        return None if self._subject is UNSET else self._subject

    @property
    def subject_type(self) -> str | None:
        """What kind of subject it was."""
        return None if self._subject_type is UNSET else self._subject_type

    @property
    def is_customer_advocate(self) -> bool | None:
        """Whether it was someone of the platform on behalf of the customer."""
        return None if self._is_customer_advocate is UNSET else self._is_customer_advocate

    @property
    def is_system_driven_action(self) -> bool | None:
        """Whether it was the platform by itself."""
        return None if self._is_system_driven_action is UNSET else self._is_system_driven_action
