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
class TransitionItem(RequestModel):
    """Moves an entitlement to another offering or pricing plan at a set time."""

    item_id: str = attrs.field(metadata=on_wire("itemId", Text(), required=True))
    """A label of the caller's choice, unique in the order, such as O1."""
    type: Literal["TRANSITION_ORDER"] = attrs.field(
        default="TRANSITION_ORDER",
        metadata=on_wire("type", Const("TRANSITION_ORDER"), required=True),
    )
    """Says that the item moves an entitlement to another offering or plan."""
    entitlement: TransitionEntitlementInput = attrs.field(
        metadata=on_wire("entitlement", Nested(lambda: TransitionEntitlementInput), required=True)
    )
    """The entitlement to move."""
    transition: TransitionInput = attrs.field(
        metadata=on_wire("transition", Nested(lambda: TransitionInput), required=True)
    )
    """From where to where, and when."""
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


from .test_parameters_input import TestParametersInput  # noqa: E402
from .transition_entitlement_input import TransitionEntitlementInput  # noqa: E402
from .transition_input import TransitionInput  # noqa: E402
from .usage_options_input import UsageOptionsInput  # noqa: E402
