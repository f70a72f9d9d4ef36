"""The `products` and `offerings` namespaces of the Commerce client."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from commerce_sdk.commerce.namespace import Namespace
from commerce_sdk.runtime.call.answers import about
from commerce_sdk.runtime.lists.listing import paginate
from commerce_sdk.runtime.lists.paginator import Paginator
from commerce_sdk_api.commerce import api

if TYPE_CHECKING:
    from commerce_sdk_api.commerce.models import (
        Offering,
        PartnerOptOut,
        PartnerOptOuts,
        PricingPlan,
        Product,
    )


class Products(Namespace):
    """Read what is sold."""

    async def get(self, product_id: str) -> Product:
        """A product. Raises `NotFound`."""
        return await self._core.ask(
            api.products.get_product.build(id=product_id), check=about(product_id)
        )

    def list(
        self,
        *,
        status: str | None = None,
        page_size: int | None = None,
        deadline: float | None = None,
    ) -> Paginator[Product]:
        """All products: `async for product in …`, or `.pages()`, `.first()`, `.collect()`.

        Args:
            status: Only products of this status.
            page_size: The most products to a page; left out, the platform's own.
            deadline: Seconds for the whole iteration, the SDK's own time only.

        Raises:
            InvalidRequest: at once, for a value that the document forbids.
            CommerceError: while iterating, what any call raises, or `PaginationError`; with the
                last good `cursor`.
        """
        return paginate(
            self._core,
            api.products.list_products.build(status=status, page_size=page_size),
            deadline=deadline,
        )

    def offerings(
        self,
        product_id: str,
        *,
        status: str | None = None,
        creation_type: str | None = None,
        hosting_type: str | None = None,
        page_size: int | None = None,
        deadline: float | None = None,
    ) -> Paginator[Offering]:
        """The offerings of a product; `Products.list` says what can be done with a list. Raises as
        `list` does."""
        return paginate(
            self._core,
            api.products.list_offerings.build(
                product_id=product_id,
                status=status,
                creation_type=creation_type,
                hosting_type=hosting_type,
                page_size=page_size,
            ),
            deadline=deadline,
        )

    async def partner_opt_out(
        self, product_id: str, *, hosting_type: str | None = None
    ) -> PartnerOptOut:
        """Whether a product is left out of partner promotions. Raises `NotFound`."""
        return await self._core.ask(
            api.products.get_partner_opt_out.build(product_id=product_id, hosting_type=hosting_type)
        )

    async def partner_opt_outs(self, *, hosting_type: str | None = None) -> PartnerOptOuts:
        """All products that are left out of partner promotions. Raises `InvalidRequest` for a value
        that the document forbids, and what any call does."""
        return await self._core.ask(
            api.products.list_partner_opt_outs.build(hosting_type=hosting_type)
        )


class Offerings(Namespace):
    """Read in which forms a product is sold, and at which prices."""

    async def get(self, offering_id: str) -> Offering:
        """An offering. Raises `NotFound`."""
        return await self._core.ask(
            api.offerings.get_offering.build(id=offering_id), check=about(offering_id)
        )

    def related(
        self,
        offering_id: str,
        relationship: str,
        *,
        page_size: int | None = None,
        deadline: float | None = None,
    ) -> Paginator[Offering]:
        """The offerings in a relationship such as `APP_DEPENDENCE` with this one. Raises
        `InvalidRequest` at once for a value that the document forbids; iterating raises what any
        call does, and `PaginationError`."""
        return paginate(
            self._core,
            api.offerings.list_related_offerings.build(
                id=offering_id,
                type_=relationship,
                page_size=page_size,
            ),
            deadline=deadline,
        )

    def pricing_plans(
        self,
        offering_id: str,
        *,
        status: str | None = None,
        activation_reasons: Sequence[str] | None = None,
        page_size: int | None = None,
        deadline: float | None = None,
    ) -> Paginator[PricingPlan]:
        """The pricing plans of an offering, with their tiers in `Money`.

        Args:
            offering_id: The offering's id.
            status: Only plans of this status.
            activation_reasons: Only plans that were activated for one of these reasons.
            page_size: The most plans to a page; left out, the platform's own.
            deadline: Seconds for the whole iteration, the SDK's own time only.

        Raises:
            InvalidRequest: at once, for a value that the document forbids.
            CommerceError: while iterating, what any call raises, or `PaginationError`; with the
                last good `cursor`.
        """
        return paginate(
            self._core,
            api.offerings.list_pricing_plans.build(
                offering_id=offering_id,
                status=status,
                activation_reason_code=activation_reasons,
                page_size=page_size,
            ),
            deadline=deadline,
        )
