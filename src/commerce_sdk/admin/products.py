"""The `products` namespace of the administration's client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from msgspec import UNSET

from commerce_sdk.admin.handle import Provisioning, begin
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk_api.admin import api, models

if TYPE_CHECKING:
    from commerce_sdk_api.admin.models import ProductEntitlements, ProvisionedOfferingInput


class Products(Namespace):
    """Provision products on a site, and read what a product runs on."""

    aliases: ClassVar[Mapping[str, str]] = {
        "parameters_name": "site",
        "parameters_admin_email": "admin_email",
        "parameters_timezone": "timezone",
    }

    async def provision(
        self,
        offerings: Sequence[ProvisionedOfferingInput],
        *,
        site: str,
        admin_email: str,
        timezone: str | None = None,
    ) -> Provisioning:
        """Begin to provision products, on a new site or on one that the organization has.

            provisioning = await admin.products.provision(
                [offering(offering_id, location="us")],
                site="acme-2", admin_email="admin@example.com", timezone="Australia/Sydney",
            )

        Place the order at once, with `provisioning.request_id` as `provisionRequestId` in its
        metadata: where it does not follow within ten minutes, the provisioning fails.

        It is sent once: the platform cannot tell a second request from the same one sent twice, and
        nothing finds one whose answer was lost. After an unclear failure (`maybe_applied`) the
        error says what to look at.

        Args:
            offerings: What is provisioned, made by `offering`.
            site: The name of the site, what stands first in its address.
            admin_email: The e-mail address of who administers them.
            timezone: The time zone of a new site, by its IANA name; left out for one that is there.

        Raises:
            WrongAnswer: the answer does not name what has begun.
        """
        body = models.ProvisionProductsInput(
            offerings=offerings,
            parameters=models.ProvisionProductsParametersInput(
                admin_email=admin_email,
                name=site,
                timezone=UNSET if timezone is None else timezone,
            ),
        )
        return await begin(
            self._core,
            api.products.provision_products.build(body=body),
            look_at=f"workspaces.search(name={site!r})",
        )

    async def entitlements(self, product_ari: str) -> ProductEntitlements:
        """The entitlements that a product runs on, and the container of the Jira family that it is
        in. Raises `NotFound`.

        Args:
            product_ari: The product's resource name, the `id` of its workspace.
        """
        return await self._core.ask(
            api.products.list_product_entitlements.build(product_ari=product_ari)
        )
