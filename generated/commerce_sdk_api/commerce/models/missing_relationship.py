"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class MissingRelationship(Model, frozen=True):
    """A relation that should be there."""

    _offering_relationship_key: str | None | UnsetType = msgspec.field(
        default=UNSET, name="offeringRelationshipKey"
    )
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")

    @property
    def offering_relationship_key(self) -> str | None:
        """Key of the relation between the offerings."""
        return None if self._offering_relationship_key is UNSET else self._offering_relationship_key

    @property
    def type(self) -> str | None:
        """The kind of relation."""
        return None if self._type is UNSET else self._type
