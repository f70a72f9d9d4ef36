"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class OfferingDerived(Model, frozen=True):
    """An offering that was made from this one."""

    _template_id: str | None | UnsetType = msgspec.field(default=UNSET, name="templateId")
    _template_version: int | None | UnsetType = msgspec.field(default=UNSET, name="templateVersion")
    _generated_offering_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="generatedOfferingId"
    )

    @property
    def template_id(self) -> str | None:
        """The template."""
        return None if self._template_id is UNSET else self._template_id

    @property
    def template_version(self) -> int | None:
        """The version of the template."""
        return None if self._template_version is UNSET else self._template_version

    @property
    def generated_offering_id(self) -> str | None:
        """The offering that was made."""
        return None if self._generated_offering_id is UNSET else self._generated_offering_id
