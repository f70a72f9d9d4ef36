"""The `application_memberships` namespace of the client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from msgspec import UNSET, UnsetType

from commerce_sdk.commerce_layer.resources import Deleting, Listing, Reading, ReadOptions
from commerce_sdk.runtime.keywords import with_keywords_of
from commerce_sdk_api.commerce_layer import models
from commerce_sdk_api.commerce_layer.api import application_memberships as operations
from commerce_sdk_api.commerce_layer.models import ApplicationMembership
from commerce_sdk_api.commerce_layer.resource_types import (
    ApplicationMembershipField,
    ApplicationMembershipInclude,
    ApplicationMembershipSort,
)

if TYPE_CHECKING:
    from commerce_sdk_api.commerce_layer.models import (
        ApiCredential,
        Membership,
        MembershipProfile,
        Organization,
        Role,
    )
    from commerce_sdk_api.commerce_layer.resource_types import (
        ApiCredentialField,
        ApiCredentialInclude,
        Fields,
        MembershipField,
        MembershipInclude,
        MembershipProfileField,
        MembershipProfileInclude,
        OrganizationField,
        OrganizationInclude,
        RoleField,
        RoleInclude,
    )


class ApplicationMemberships(
    Listing[
        ApplicationMembership,
        ApplicationMembershipInclude,
        ApplicationMembershipField,
        ApplicationMembershipSort,
    ],
    Reading[ApplicationMembership, ApplicationMembershipInclude, ApplicationMembershipField],
    Deleting[ApplicationMembership],
):
    """Read, add, change and delete application memberships: which members may use which
    application."""

    resource = "application_memberships"
    singular = "application_membership"

    async def create(
        self,
        *,
        api_credential: str | ApiCredential,
        organization: str | Organization,
        role: str | Role,
        filters: Mapping[str, Any] | UnsetType | None = UNSET,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        membership: str | Membership | UnsetType | None = UNSET,
        membership_profile: str | MembershipProfile | UnsetType | None = UNSET,
        include: Sequence[ApplicationMembershipInclude] = (),
        fields: Sequence[ApplicationMembershipField] | Fields | None = None,
    ) -> ApplicationMembership:
        """Let a member, or all who share a profile, use an application.

        With a `reference` it is looked for first, and returned where it is there; after an unclear
        end it is looked for until the deadline. It is never sent twice.

        Args:
            api_credential: The application, by its id, or as it was read.
            organization: The organization that it belongs to, by its id, or as it was read.
            role: What the member may do in the application, by its id, or as it was read.
            filters: What of the application is shown.
            reference: What you know it by, which need not be unique at the platform.
            reference_origin: Where the reference comes from.
            metadata: What the caller keeps with it, of any shape.
            membership: The member, by its id, or as it was read.
            membership_profile: The profile whose members they are, by its id, or as it was read.
            include: Relationships whose resources come along.
            fields: The only attributes and relationships that are to come.

        Raises:
            InvalidRequest: a value that the document forbids, or a `reference` that is blank or has
                blanks around it.
            ApiError: the platform's refusal, as the class of its status.
            CommerceError: what any call raises; `maybe_applied` says whether it may have been done.
        """
        body = models.ApplicationMembershipInput(
            api_credential=api_credential,
            organization=organization,
            role=role,
            filters=filters,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
            membership=membership,
            membership_profile=membership_profile,
        )
        return await self._create(
            operations.create_application_membership.build, body, include, fields
        )

    async def update(
        self,
        id: str,
        *,
        filters: Mapping[str, Any] | UnsetType | None = UNSET,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        membership_profile: str | MembershipProfile | UnsetType | None = UNSET,
        role: str | Role | UnsetType = UNSET,
        include: Sequence[ApplicationMembershipInclude] = (),
        fields: Sequence[ApplicationMembershipField] | Fields | None = None,
    ) -> ApplicationMembership:
        """Change an application membership. Only what is given is sent, and changes.

        Args:
            id: Its id.
            filters: What of the application is shown; None takes it away.
            reference: What the caller knows it by, which need not be unique; None takes it away.
            reference_origin: Where the reference comes from; None takes it away.
            metadata: What the caller keeps with it, of any shape; None takes it away.
            membership_profile: The profile whose members they are; None takes it away.
            role: What the member may do in the application.
            include: Relationships whose resources come along.
            fields: The only attributes and relationships that are to come.

        Raises:
            NotFound: there is none of this id.
            InvalidRequest: nothing is given that is to change.
        """
        body = models.ApplicationMembershipUpdateInput(
            id=id,
            filters=filters,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
            membership_profile=membership_profile,
            role=role,
        )
        return await self._update(
            operations.update_application_membership.build, body, include, fields
        )

    @with_keywords_of(Reading.get, but=())
    async def api_credential(
        self, id: str, **options: Unpack[ReadOptions[ApiCredentialInclude, ApiCredentialField]]
    ) -> ApiCredential | None:
        """The API credential of an application membership; None where it has none. Raises as `get`
        does."""
        return await self._related(
            "api_credentials",
            operations.get_application_membership_api_credential.build,
            id,
            options,
        )

    @with_keywords_of(Reading.get, but=())
    async def membership(
        self, id: str, **options: Unpack[ReadOptions[MembershipInclude, MembershipField]]
    ) -> Membership | None:
        """The membership of an application membership; None where it has none. Raises as `get`
        does."""
        return await self._related(
            "memberships", operations.get_application_membership_membership.build, id, options
        )

    @with_keywords_of(Reading.get, but=())
    async def membership_profile(
        self,
        id: str,
        **options: Unpack[ReadOptions[MembershipProfileInclude, MembershipProfileField]],
    ) -> MembershipProfile | None:
        """The membership profile of an application membership; None where it has none. Raises as
        `get` does."""
        return await self._related(
            "membership_profiles",
            operations.get_application_membership_membership_profile.build,
            id,
            options,
        )

    @with_keywords_of(Reading.get, but=())
    async def organization(
        self, id: str, **options: Unpack[ReadOptions[OrganizationInclude, OrganizationField]]
    ) -> Organization | None:
        """The organization of an application membership; None where it has none. Raises as `get`
        does."""
        return await self._related(
            "organizations", operations.get_application_membership_organization.build, id, options
        )

    @with_keywords_of(Reading.get, but=())
    async def role(
        self, id: str, **options: Unpack[ReadOptions[RoleInclude, RoleField]]
    ) -> Role | None:
        """The role of an application membership; None where it has none. Raises as `get` does."""
        return await self._related(
            "roles", operations.get_application_membership_role.build, id, options
        )
