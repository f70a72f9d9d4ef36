"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import MapOf, Nested
from commerce_sdk.document.kinds import Const, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class RevertTrialItem(RequestModel):
    """Takes an entitlement back to what it was before its trial."""

    item_id: str = attrs.field(metadata=on_wire("itemId", Text(), required=True))
    """A label of the caller's choice, unique in the order, such as O1."""
    type: Literal["REVERT_TRIAL_ORDER"] = attrs.field(
        default="REVERT_TRIAL_ORDER",
        metadata=on_wire("type", Const("REVERT_TRIAL_ORDER"), required=True),
    )
    """Says that the item undoes a trial."""
    entitlement: EntitlementReferenceInput = attrs.field(
        metadata=on_wire("entitlement", Nested(lambda: EntitlementReferenceInput), required=True)
    )
    """The entitlement on trial."""
    opted_usage_options: UsageOptionsInput | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("optedUsageOptions", Nested(lambda: UsageOptionsInput), nullable=True),
    )
    """Quantities, trial and term."""
    metadata: Mapping[str, str | None] | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("metadata", MapOf(Text(), nullable=True), nullable=True)
    )
    """Key-value pairs of the caller's own for the item."""
    test_parameters: TestParametersInput | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("testParameters", Nested(lambda: TestParametersInput), nullable=True),
    )
    """Knobs for tests."""


from .entitlement_reference_input import EntitlementReferenceInput  # noqa: E402
from .test_parameters_input import TestParametersInput  # noqa: E402
from .usage_options_input import UsageOptionsInput  # noqa: E402
