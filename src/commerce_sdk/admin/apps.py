"""The `apps` namespace of the administration's client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from commerce_sdk.admin.handle import Provisioning, begin
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk_api.admin import api, models

if TYPE_CHECKING:
    from commerce_sdk_api.admin.models import ProvisionedOfferingInput


class Apps(Namespace):
    """Provision apps on products."""

    aliases: ClassVar[Mapping[str, str]] = {
        "parameters_admin_email": "admin_email",
        "parameters_app_key": "app_key",
    }

    async def provision(
        self,
        product_ari: str,
        offerings: Sequence[ProvisionedOfferingInput],
        *,
        admin_email: str,
        app_key: str,
    ) -> Provisioning:
        """Begin to provision an app on a product. To ask for it is to accept its vendor's terms of
        use.

        Order it at once, as a product: see `products.provision`, also for what an unclear failure
        means.

        Args:
            product_ari: The product's resource name, the `id` of its workspace.
            offerings: What is provisioned, made by `offering`.
            admin_email: The e-mail address of who administers it.
            app_key: The app's key.

        Raises:
            NotFound: there is no such product.
            WrongAnswer: the answer does not name what has begun.
        """
        body = models.ProvisionAppInput(
            offerings=offerings,
            parameters=models.ProvisionAppParametersInput(admin_email=admin_email, app_key=app_key),
        )
        return await begin(
            self._core,
            api.apps.provision_app.build(product_ari=product_ari, body=body),
            look_at=f"products.entitlements({product_ari!r}) and the administration's pages",
        )
