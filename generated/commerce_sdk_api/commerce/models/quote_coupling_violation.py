"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class QuoteCouplingViolation(Model, frozen=True):
    """Items that do not go together."""

    _violation_code: str | None | UnsetType = msgspec.field(default=UNSET, name="violationCode")
    _message: str | None | UnsetType = msgspec.field(default=UNSET, name="message")
    _participants: list[QuoteCouplingParticipant | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="participants"
    )

    @property
    def violation_code(self) -> str | None:
        """What does not go together, for programs; no values are published."""
        return None if self._violation_code is UNSET else self._violation_code

    @property
    def message(self) -> str | None:
        """What went wrong, in words."""
        return None if self._message is UNSET else self._message

    @property
    def participants(self) -> list[QuoteCouplingParticipant] | None:
        """The items that do not go together."""
        return (
            None
            if self._participants is UNSET or self._participants is None
            else objects(self._participants)
        )


from .quote_coupling_participant import QuoteCouplingParticipant  # noqa: E402
