"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .offering_requirement_level import OfferingRequirementLevel
from .offering_requirement_side import OfferingRequirementSide
from .offering_requirement_type import OfferingRequirementType


class OfferingRequirement(Model, frozen=True):
    """A relation that an offering allows or needs."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _side: str | None | UnsetType = msgspec.field(default=UNSET, name="side")
    _level: str | None | UnsetType = msgspec.field(default=UNSET, name="level")

    @property
    def type(self) -> OfferingRequirementType | None:
        """What kind it is."""
        return (
            None
            if self._type is UNSET or self._type is None
            else choice(OfferingRequirementType, self._type)
        )

    @property
    def side(self) -> OfferingRequirementSide | None:
        """On which side of the relation it stands."""
        return (
            None
            if self._side is UNSET or self._side is None
            else choice(OfferingRequirementSide, self._side)
        )

    @property
    def level(self) -> OfferingRequirementLevel | None:
        """Its rank among its siblings."""
        return (
            None
            if self._level is UNSET or self._level is None
            else choice(OfferingRequirementLevel, self._level)
        )
