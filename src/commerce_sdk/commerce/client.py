"""The client of the Commerce Cloud Platform."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Self, Unpack

from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.keywords import in_keywords, with_keywords_of
from commerce_sdk.runtime.platform_client import OF_FACADES, PlatformClient, Settings, namespace
from commerce_sdk.runtime.tenants import TenantSetting
from commerce_sdk_api.commerce import PLATFORM, models

if TYPE_CHECKING:
    from commerce_sdk.commerce.catalog import Offerings, Products
    from commerce_sdk.commerce.entitlements import Entitlements
    from commerce_sdk.commerce.invoices import CreditNotes, InvoiceGroups, Invoices
    from commerce_sdk.commerce.orders.namespace import Orders
    from commerce_sdk.commerce.pricing import PricingChanges, PricingPlans
    from commerce_sdk.commerce.quotes import Quotes


class CommerceSettings(Settings, total=False):
    """The keywords that `CommerceClient` takes."""

    transaction_account: str | None
    catalog_account: str | None
    error_response_version: str | None


class CommerceClient(PlatformClient):
    """The Commerce Cloud Platform. Make one, share it, close it.

        async with CommerceClient(token=…, transaction_account=…) as commerce:
            placed = await commerce.orders.place(items=[new_item(offering_id)])

    Args:
        transaction_account: The account on whose behalf calls are made.
        catalog_account: The account of the catalogue, for calls that name one.
        error_response_version: The shape of error answers to ask for, `v1` or `v2`, where the
            platform lets one choose; left out, it chooses. Both read as the same errors.
    """

    platform = PLATFORM
    prefix = "COMMERCE_"
    tenants: ClassVar[Mapping[str, TenantSetting]] = {
        "transaction": TenantSetting("transaction_account", "COMMERCE_TRANSACTION_ACCOUNT"),
        "catalog": TenantSetting("catalog_account"),
    }

    @in_keywords
    @with_keywords_of(PlatformClient.__init__, but=OF_FACADES)
    def __init__(
        self,
        *,
        transaction_account: str | None = None,
        catalog_account: str | None = None,
        error_response_version: str | None = None,
        **settings: Unpack[Settings],
    ) -> None:
        super().__init__(
            tenants={"transaction": transaction_account, "catalog": catalog_account},
            options={"error_response_version": _known(error_response_version)},
            **settings,
        )

    @classmethod
    def from_env(cls, **settings: Unpack[CommerceSettings]) -> Self:
        """A client from `COMMERCE_TOKEN`, `COMMERCE_EMAIL` (makes it Basic),
        `COMMERCE_TRANSACTION_ACCOUNT` and `COMMERCE_BASE_URL`; an empty one is not set. Settings
        given here win.

        Raises `InvalidRequest` where the token is missing.
        """
        return cls._from_env(settings)

    @in_keywords
    def for_account(
        self, transaction_account: str | None = None, *, catalog_account: str | None = None
    ) -> Self:
        """The same client for another account, on the same connections. Raises `InvalidRequest` for
        an id that cannot be one."""
        return self._for_tenants(transaction=transaction_account, catalog=catalog_account)

    @property
    def transaction_account(self) -> str | None:
        """The account on whose behalf calls are made."""
        return self._core.tenants.get("transaction")

    # --- what it speaks of; each part is loaded when it is first asked for

    @namespace
    def orders(self) -> Orders:
        """Place orders, follow them to their end, read and list them."""
        from commerce_sdk.commerce.orders.namespace import Orders

        return Orders(self._core)

    @namespace
    def quotes(self) -> Quotes:
        """Read quotes, wait for them, download them."""
        from commerce_sdk.commerce.quotes import Quotes

        return Quotes(self._core)

    @namespace
    def invoices(self) -> Invoices:
        """Read, list and download invoices."""
        from commerce_sdk.commerce.invoices import Invoices

        return Invoices(self._core)

    @namespace
    def invoice_groups(self) -> InvoiceGroups:
        """Read and list the groups that invoices are billed to."""
        from commerce_sdk.commerce.invoices import InvoiceGroups

        return InvoiceGroups(self._core)

    @namespace
    def credit_notes(self) -> CreditNotes:
        """Read credit notes."""
        from commerce_sdk.commerce.invoices import CreditNotes

        return CreditNotes(self._core)

    @namespace
    def products(self) -> Products:
        """Read what is sold."""
        from commerce_sdk.commerce.catalog import Products

        return Products(self._core)

    @namespace
    def offerings(self) -> Offerings:
        """Read in which forms a product is sold, and at which prices."""
        from commerce_sdk.commerce.catalog import Offerings

        return Offerings(self._core)

    @namespace
    def pricing_plans(self) -> PricingPlans:
        """Read and write the prices of an offering."""
        from commerce_sdk.commerce.pricing import PricingPlans

        return PricingPlans(self._core)

    @namespace
    def pricing_changes(self) -> PricingChanges:
        """Bring prices into force."""
        from commerce_sdk.commerce.pricing import PricingChanges

        return PricingChanges(self._core)

    @namespace
    def entitlements(self) -> Entitlements:
        """Read what an account is entitled to."""
        from commerce_sdk.commerce.entitlements import Entitlements

        return Entitlements(self._core)


def _known(version: str | None) -> str | None:
    known = [member.value for member in models.ErrorResponseVersion]
    if version is not None and version not in known:
        raise InvalidRequest(f"expected one of {', '.join(known)}", path="error_response_version")
    return version
