"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import ListOf, MapOf, OneOf
from commerce_sdk.document.kinds import Const, Text, Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class OrderRequest(RequestModel):
    """An order that lists its items."""

    order_id: str = attrs.field(metadata=on_wire("orderId", Uuid(), required=True))
    """A UUID that the caller makes, one for each intent to buy. It is also the idempotency key:
    sending the same order again must carry the same id."""
    transaction_account_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("transactionAccountId", Uuid(), nullable=True)
    )
    """The transaction account that buys. It counts where the X-transaction-account header is
    absent."""
    metadata: Mapping[str, str] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("metadata", MapOf(Text()))
    )
    """Key-value pairs of the caller's own. `provisionRequestId` ties the order to a provisioning
    request, which gives up unless the order follows within 10 minutes."""
    invoice_group_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("invoiceGroupId", Uuid(), nullable=True)
    )
    """The invoice group to bill to."""
    items: (
        Sequence[
            AmendItem
            | CancelItem
            | ChangeAccountItem
            | NewItem
            | ReactivateItem
            | RevertTrialItem
            | TransitionItem
        ]
        | UnsetType
    ) = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "items",
            ListOf(
                OneOf(
                    "type",
                    lambda: {
                        "ACCOUNT_MODIFICATION_ORDER": ChangeAccountItem,
                        "AMENDMENT_ORDER": AmendItem,
                        "CANCELLATION_ORDER": CancelItem,
                        "CREATION_ORDER": NewItem,
                        "REACTIVATION_ORDER": ReactivateItem,
                        "REVERT_TRIAL_ORDER": RevertTrialItem,
                        "TRANSITION_ORDER": TransitionItem,
                    },
                )
            ),
        ),
    )
    """What to do, item by item."""
    order_intent_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("orderIntentId", Uuid(), nullable=True)
    )
    """The order intent that the order comes from."""
    source: Literal["ORDER_ITEMS"] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("source", Const("ORDER_ITEMS"))
    )
    """Says that this is an order by items. The published types require it, every published request
    leaves it out; so it is optional here."""


from .amend_item import AmendItem  # noqa: E402
from .cancel_item import CancelItem  # noqa: E402
from .change_account_item import ChangeAccountItem  # noqa: E402
from .new_item import NewItem  # noqa: E402
from .reactivate_item import ReactivateItem  # noqa: E402
from .revert_trial_item import RevertTrialItem  # noqa: E402
from .transition_item import TransitionItem  # noqa: E402
