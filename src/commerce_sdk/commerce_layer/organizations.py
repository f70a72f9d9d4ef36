"""The `organizations` namespace of the client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from msgspec import UNSET, UnsetType

from commerce_sdk.commerce_layer.resources import Listing, ListOptions, Reading, Resources
from commerce_sdk.runtime.keywords import with_keywords_of
from commerce_sdk_api.commerce_layer import models
from commerce_sdk_api.commerce_layer.api import organizations as operations
from commerce_sdk_api.commerce_layer.models import Organization
from commerce_sdk_api.commerce_layer.resource_types import (
    OrganizationField,
    OrganizationInclude,
    OrganizationSort,
)

if TYPE_CHECKING:
    from commerce_sdk.runtime.lists.paginator import Paginator
    from commerce_sdk_api.commerce_layer.models import ApiCredential, Membership, Permission, Role
    from commerce_sdk_api.commerce_layer.resource_types import (
        ApiCredentialField,
        ApiCredentialInclude,
        ApiCredentialSort,
        Fields,
        MembershipField,
        MembershipInclude,
        MembershipSort,
        PermissionField,
        PermissionInclude,
        PermissionSort,
        RoleField,
        RoleInclude,
        RoleSort,
    )


class Organizations(
    Listing[Organization, OrganizationInclude, OrganizationField, OrganizationSort],
    Reading[Organization, OrganizationInclude, OrganizationField],
):
    """Read, add and change organizations. None can be deleted by the API."""

    resource = "organizations"
    singular = "organization"
    aliases: ClassVar[Mapping[str, str]] = {
        **Resources.aliases,
        "data_id": "id",
        "data_attributes_new_owner_email": "new_owner_email",
    }

    async def create(
        self,
        *,
        name: str,
        support_phone: str | UnsetType | None = UNSET,
        support_email: str | UnsetType | None = UNSET,
        logo_url: str | UnsetType | None = UNSET,
        favicon_url: str | UnsetType | None = UNSET,
        primary_color: str | UnsetType | None = UNSET,
        contrast_color: str | UnsetType | None = UNSET,
        gtm_id: str | UnsetType | None = UNSET,
        gtm_id_test: str | UnsetType | None = UNSET,
        region: str | UnsetType | None = UNSET,
        config: Mapping[str, Any] | UnsetType | None = UNSET,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        include: Sequence[OrganizationInclude] = (),
        fields: Sequence[OrganizationField] | Fields | None = None,
    ) -> Organization:
        """Add an organization. It comes with a membership of its owner, two roles and two API
        credentials.

        With a `reference` it is looked for first, and returned where it is there; after an unclear
        end it is looked for until the deadline. It is never sent twice.

        Args:
            name: What it is called.
            support_phone: The phone number of its support.
            support_email: The e-mail address of its support.
            logo_url: The address of its logo.
            favicon_url: The address of its small icon.
            primary_color: Its first colour, as in CSS.
            contrast_color: Its second colour, as in CSS.
            gtm_id: Its id at Google Tag Manager, for live data.
            gtm_id_test: Its id at Google Tag Manager, for test data.
            region: Where it is served from. Left out, the platform takes `eu-west-1`.
            config: The settings of its applications.
            reference: What you know it by, which need not be unique at the platform.
            reference_origin: Where the reference comes from.
            metadata: What the caller keeps with it, of any shape.
            include: Relationships whose resources come along.
            fields: The only attributes and relationships that are to come.

        Raises:
            InvalidRequest: a value that the document forbids, or a `reference` that is blank or has
                blanks around it.
            ApiError: the platform's refusal, as the class of its status.
            CommerceError: what any call raises; `maybe_applied` says whether it may have been done.
        """
        body = models.OrganizationInput(
            name=name,
            support_phone=support_phone,
            support_email=support_email,
            logo_url=logo_url,
            favicon_url=favicon_url,
            primary_color=primary_color,
            contrast_color=contrast_color,
            gtm_id=gtm_id,
            gtm_id_test=gtm_id_test,
            region=region,
            config=config,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
        )
        return await self._create(operations.create_organization.build, body, include, fields)

    async def update(
        self,
        id: str,
        *,
        name: str | UnsetType = UNSET,
        support_phone: str | UnsetType | None = UNSET,
        support_email: str | UnsetType | None = UNSET,
        logo_url: str | UnsetType | None = UNSET,
        favicon_url: str | UnsetType | None = UNSET,
        primary_color: str | UnsetType | None = UNSET,
        contrast_color: str | UnsetType | None = UNSET,
        gtm_id: str | UnsetType | None = UNSET,
        gtm_id_test: str | UnsetType | None = UNSET,
        config: Mapping[str, Any] | UnsetType | None = UNSET,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        include: Sequence[OrganizationInclude] = (),
        fields: Sequence[OrganizationField] | Fields | None = None,
    ) -> Organization:
        """Change an organization. Only what is given is sent, and changes.

        Args:
            id: Its id.
            name: What it is called.
            support_phone: The phone number of its support; None takes it away.
            support_email: The e-mail address of its support; None takes it away.
            logo_url: The address of its logo; None takes it away.
            favicon_url: The address of its small icon; None takes it away.
            primary_color: Its first colour, as in CSS; None takes it away.
            contrast_color: Its second colour, as in CSS; None takes it away.
            gtm_id: Its id at Google Tag Manager, for live data; None takes it away.
            gtm_id_test: Its id at Google Tag Manager, for test data; None takes it away.
            config: The settings of its applications; None takes it away.
            reference: What the caller knows it by, which need not be unique; None takes it away.
            reference_origin: Where the reference comes from; None takes it away.
            metadata: What the caller keeps with it, of any shape; None takes it away.
            include: Relationships whose resources come along.
            fields: The only attributes and relationships that are to come.

        Raises:
            NotFound: there is none of this id.
            InvalidRequest: nothing is given that is to change.
        """
        body = models.OrganizationUpdateInput(
            id=id,
            name=name,
            support_phone=support_phone,
            support_email=support_email,
            logo_url=logo_url,
            favicon_url=favicon_url,
            primary_color=primary_color,
            contrast_color=contrast_color,
            gtm_id=gtm_id,
            gtm_id_test=gtm_id_test,
            config=config,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
        )
        return await self._update(operations.update_organization.build, body, include, fields)

    @with_keywords_of(Listing.list, but=())
    def memberships(
        self,
        id: str,
        **options: Unpack[ListOptions[MembershipInclude, MembershipField, MembershipSort]],
    ) -> Paginator[Membership]:
        """The memberships of an organization, as `list` gives others. Raises as `list` does."""
        return self._listed(
            "memberships", operations.list_organization_memberships.build, {"id": id}, options
        )

    @with_keywords_of(Listing.list, but=())
    def roles(
        self, id: str, **options: Unpack[ListOptions[RoleInclude, RoleField, RoleSort]]
    ) -> Paginator[Role]:
        """The roles of an organization, as `list` gives others. Raises as `list` does."""
        return self._listed("roles", operations.list_organization_roles.build, {"id": id}, options)

    @with_keywords_of(Listing.list, but=())
    def permissions(
        self,
        id: str,
        **options: Unpack[ListOptions[PermissionInclude, PermissionField, PermissionSort]],
    ) -> Paginator[Permission]:
        """The permissions of an organization, as `list` gives others. Raises as `list` does."""
        return self._listed(
            "permissions", operations.list_organization_permissions.build, {"id": id}, options
        )

    @with_keywords_of(Listing.list, but=())
    def api_credentials(
        self,
        id: str,
        **options: Unpack[ListOptions[ApiCredentialInclude, ApiCredentialField, ApiCredentialSort]],
    ) -> Paginator[ApiCredential]:
        """The API credentials of an organization, as `list` gives others. Raises as `list` does."""
        return self._listed(
            "api_credentials",
            operations.list_organization_api_credentials.build,
            {"id": id},
            options,
        )

    async def transfer_ownership(self, id: str, *, new_owner_email: str) -> None:
        """Give an organization another owner. It is never sent twice, and nothing tells what became
        of it but the organization's memberships.

        Args:
            id: The organization's id.
            new_owner_email: The e-mail address of the user who is to own it.

        Raises:
            NotFound: there is none of this id.
            Unprocessable: it cannot be given to this user.
        """
        owner = models.OwnershipTransferAttributesInput(new_owner_email=new_owner_email)
        data = models.OwnershipTransferDataInput(id=id, attributes=owner)
        request = operations.transfer_organization_ownership.build(
            id=id, body=models.OwnershipTransferInput(data=data)
        )
        await self._core.ask(request)
