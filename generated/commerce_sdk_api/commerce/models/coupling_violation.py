"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class CouplingViolation(Model, frozen=True):
    """Parts of an order that do not go together."""

    _violation_code: str | None | UnsetType = msgspec.field(default=UNSET, name="violationCode")
    _message: str | None | UnsetType = msgspec.field(default=UNSET, name="message")
    _participants: list[CouplingParticipant | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="participants"
    )

    @property
    def violation_code(self) -> str | None:
        """What is violated, for programs; no values are published."""
        return None if self._violation_code is UNSET else self._violation_code

    @property
    def message(self) -> str | None:
        """What is violated, for people."""
        return None if self._message is UNSET else self._message

    @property
    def participants(self) -> list[CouplingParticipant] | None:
        """The parts that do not go together."""
        return (
            None
            if self._participants is UNSET or self._participants is None
            else objects(self._participants)
        )


from .coupling_participant import CouplingParticipant  # noqa: E402
