"""The client of the organization administration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Self, Unpack

from commerce_sdk.runtime.environment import Lender
from commerce_sdk.runtime.keywords import in_keywords, with_keywords_of
from commerce_sdk.runtime.platform_client import OF_FACADES, PlatformClient, Settings, namespace
from commerce_sdk.runtime.tenants import TenantSetting
from commerce_sdk_api.admin import PLATFORM
from commerce_sdk_api.commerce import PLATFORM as COMMERCE

if TYPE_CHECKING:
    from commerce_sdk.admin.apps import Apps
    from commerce_sdk.admin.products import Products
    from commerce_sdk.admin.provisioning import ProvisioningRequests
    from commerce_sdk.admin.workspaces import Workspaces


class AdminSettings(Settings, total=False):
    """The keywords that `AdminClient` takes."""

    organization: str | None


class AdminClient(PlatformClient):
    """The administration of an organization. Make one, share it, close it.

        async with AdminClient(token=…, organization=…) as admin:
            workspaces = await admin.workspaces.search(name="acme").collect()

    Args:
        organization: The id of the organization that calls are about.
    """

    platform = PLATFORM
    prefix = "COMMERCE_ADMIN_"
    tenants: ClassVar[Mapping[str, TenantSetting]] = {
        "organization": TenantSetting("organization", "COMMERCE_ADMIN_ORGANIZATION"),
    }

    lender: ClassVar[Lender | None] = Lender(platform=COMMERCE, prefix="COMMERCE_")

    @in_keywords
    @with_keywords_of(PlatformClient.__init__, but=OF_FACADES)
    def __init__(self, *, organization: str | None = None, **settings: Unpack[Settings]) -> None:
        super().__init__(tenants={"organization": organization}, **settings)

    @classmethod
    def from_env(cls, **settings: Unpack[AdminSettings]) -> Self:
        """A client from `COMMERCE_ADMIN_TOKEN`, `COMMERCE_ADMIN_EMAIL` (makes it Basic),
        `COMMERCE_ADMIN_ORGANIZATION` and `COMMERCE_ADMIN_BASE_URL`; an empty one is not set.
        Settings given here win.

        Where neither token nor e-mail address is set, it takes `COMMERCE_TOKEN`, with
        `COMMERCE_EMAIL` as Basic, but only for the same server: both addresses, those of
        `COMMERCE_ADMIN_BASE_URL` and `COMMERCE_BASE_URL` or the documents' own, have to be of one
        origin.

        Raises `InvalidRequest` where the token is missing, or the only one is for another server.
        """
        return cls._from_env(settings)

    @in_keywords
    def for_organization(self, organization: str) -> Self:
        """The same client for another organization, on the same connections. Raises
        `InvalidRequest` for an id that cannot be one."""
        return self._for_tenants(organization=organization)

    @property
    def organization(self) -> str | None:
        """The organization that it is for."""
        return self._core.tenants.get("organization")

    # --- what it speaks of; each part is loaded when it is first asked for

    @namespace
    def products(self) -> Products:
        """Provision products on a site, and read what a product runs on."""
        from commerce_sdk.admin.products import Products

        return Products(self._core)

    @namespace
    def apps(self) -> Apps:
        """Provision apps on products."""
        from commerce_sdk.admin.apps import Apps

        return Apps(self._core)

    @namespace
    def provisioning(self) -> ProvisioningRequests:
        """Read where a provisioning stands, and follow it to its end."""
        from commerce_sdk.admin.provisioning import ProvisioningRequests

        return ProvisioningRequests(self._core)

    @namespace
    def workspaces(self) -> Workspaces:
        """Search the instances of products that the organization has."""
        from commerce_sdk.admin.workspaces import Workspaces

        return Workspaces(self._core)
