"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import MapOf, Nested
from commerce_sdk.document.kinds import Boolean, Const, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class ChangeAccountItem(RequestModel):
    """Moves an entitlement to another transaction account or invoice group."""

    item_id: str = attrs.field(metadata=on_wire("itemId", Text(), required=True))
    """A label of the caller's choice, unique in the order, such as O1."""
    type: Literal["ACCOUNT_MODIFICATION_ORDER"] = attrs.field(
        default="ACCOUNT_MODIFICATION_ORDER",
        metadata=on_wire("type", Const("ACCOUNT_MODIFICATION_ORDER"), required=True),
    )
    """Says that the item moves an entitlement."""
    entitlement: EntitlementReferenceInput = attrs.field(
        metadata=on_wire("entitlement", Nested(lambda: EntitlementReferenceInput), required=True)
    )
    """The entitlement to move."""
    account_modification: AccountModificationInput = attrs.field(
        metadata=on_wire(
            "accountModification", Nested(lambda: AccountModificationInput), required=True
        )
    )
    """Where to."""
    opted_usage_options: UsageOptionsInput | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("optedUsageOptions", Nested(lambda: UsageOptionsInput), nullable=True),
    )
    """Quantities, trial and term."""
    metadata: Mapping[str, str | None] | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("metadata", MapOf(Text(), nullable=True), nullable=True)
    )
    """Key-value pairs of the caller's own for the item."""
    is_immediate: bool | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("isImmediate", Boolean(), nullable=True)
    )
    """True to move at once rather than with the next billing cycle."""
    test_parameters: TestParametersInput | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("testParameters", Nested(lambda: TestParametersInput), nullable=True),
    )
    """Knobs for tests."""


from .account_modification_input import AccountModificationInput  # noqa: E402
from .entitlement_reference_input import EntitlementReferenceInput  # noqa: E402
from .test_parameters_input import TestParametersInput  # noqa: E402
from .usage_options_input import UsageOptionsInput  # noqa: E402
