"""The `entitlements` namespace of the Commerce client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commerce_sdk.commerce.namespace import Namespace
from commerce_sdk.runtime.call.answers import about
from commerce_sdk.runtime.lists.listing import paginate
from commerce_sdk.runtime.lists.paginator import Paginator
from commerce_sdk_api.commerce import api

if TYPE_CHECKING:
    from commerce_sdk_api.commerce.models import (
        Entitlement,
        EntitlementDisplayInfo,
        EntitlementPartnerInfo,
        EntitlementSummary,
        EntitlementV2,
    )


class Entitlements(Namespace):
    """Read what an account may use."""

    async def get(self, entitlement_id: str) -> Entitlement:
        """An entitlement with its subscription, as v4 shows it. Raises `NotFound`."""
        return await self._core.ask(
            api.entitlements.get_entitlement.build(entitlement_id=entitlement_id),
            check=about(entitlement_id, "entitlement_id"),
        )

    async def get_v2(self, entitlement_id: str) -> EntitlementV2:
        """An entitlement as v2 shows it. Raises `NotFound`."""
        return await self._core.ask(
            api.entitlements.get_entitlement_v2.build(entitlement_id=entitlement_id)
        )

    def list(
        self,
        *,
        status: str | None = None,
        invoice_group: str | None = None,
        page_size: int | None = None,
        deadline: float | None = None,
    ) -> Paginator[EntitlementSummary]:
        """The account's entitlements: `async for entitlement in …`, or `.pages()`, `.first()`.

        A page that the platform can give only in part is a `PartialFailure`.

        Args:
            status: `ACTIVE` or `INACTIVE`; left out, both.
            invoice_group: Only entitlements that are billed to this invoice group.
            page_size: The most entitlements to a page; left out, the platform's own.
            deadline: Seconds for the whole iteration, the SDK's own time only.

        Raises:
            InvalidRequest: at once, for a value that the document forbids.
            CommerceError: while iterating, what any call raises, or `PaginationError`; with the
                last good `cursor`.
        """
        return paginate(
            self._core,
            api.entitlements.list_entitlements.build(
                status_filter=status,
                invoice_group=invoice_group,
                page_size=page_size,
            ),
            deadline=deadline,
        )

    async def display_info(self, entitlement_id: str) -> EntitlementDisplayInfo:
        """What to call an entitlement on a screen. Raises `NotFound`, `PartialFailure`."""
        return await self._core.ask(
            api.entitlements.get_entitlement_display_info.build(entitlement_id=entitlement_id)
        )

    async def partner_info(self, entitlement_id: str) -> EntitlementPartnerInfo:
        """What a partner sees of an entitlement. Raises `NotFound`."""
        return await self._core.ask(
            api.entitlements.get_entitlement_partner_info.build(entitlement_id=entitlement_id)
        )
