"""The `memberships` namespace of the client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TYPE_CHECKING, Unpack

from msgspec import UNSET, UnsetType

from commerce_sdk.commerce_layer.resources import (
    Deleting,
    Listing,
    ListOptions,
    Reading,
    ReadOptions,
)
from commerce_sdk.runtime.keywords import with_keywords_of
from commerce_sdk_api.commerce_layer import api, models

if TYPE_CHECKING:
    from commerce_sdk.runtime.lists.paginator import Paginator
    from commerce_sdk_api.commerce_layer.models import (
        AccessScope,
        ApplicationMembership,
        Membership,
        MembershipProfile,
        Organization,
        Role,
        Version,
    )
    from commerce_sdk_api.commerce_layer.types import (
        ApplicationMembershipField,
        ApplicationMembershipInclude,
        ApplicationMembershipSort,
        Fields,
        MembershipField,
        MembershipInclude,
        MembershipProfileField,
        MembershipProfileInclude,
        MembershipSort,
        OrganizationField,
        OrganizationInclude,
        RoleField,
        RoleInclude,
        VersionField,
        VersionInclude,
        VersionSort,
    )


class Memberships(
    Listing["Membership", "MembershipInclude", "MembershipField", "MembershipSort"],
    Reading["Membership", "MembershipInclude", "MembershipField"],
    Deleting,
):
    """Read memberships, invite people, change and end memberships, and wait until a person has
    accepted."""

    resource = "memberships"
    endpoints = api.memberships
    singular = "membership"

    async def create(
        self,
        *,
        user_email: str,
        organization: str | Organization,
        role: str | Role,
        access_scope: AccessScope | str | UnsetType | None = UNSET,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        application_memberships: Sequence[str | ApplicationMembership] | UnsetType = UNSET,
        membership_profile: str | MembershipProfile | UnsetType | None = UNSET,
        include: Sequence[MembershipInclude] = (),
        fields: Sequence[MembershipField] | Fields | None = None,
    ) -> Membership:
        """Invite a person into an organization, by e-mail. It is never sent twice: after an unclear
        end (`maybe_applied`) look through `list` before you invite again.

        Args:
            user_email: The person's e-mail address.
            organization: The organization, by its id, or as it was read.
            role: What the person may do, by its id, or as it was read.
            access_scope: Which data the person can get at.
            reference: What the caller knows it by, which need not be unique.
            reference_origin: Where the reference comes from.
            metadata: What the caller keeps with it, of any shape.
            application_memberships: The applications that the person may use, each by its id, or as
                it was read.
            membership_profile: The profile that the person shares, by its id, or as it was read.
            include: Relationships whose resources come along.
            fields: The only attributes and relationships that are to come.
        """
        body = models.MembershipInput(
            user_email=user_email,
            organization=organization,
            role=role,
            access_scope=access_scope,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
            application_memberships=application_memberships,
            membership_profile=membership_profile,
        )
        return await self._create(body, include, fields)

    async def update(
        self,
        id: str,
        *,
        access_scope: AccessScope | str | UnsetType | None = UNSET,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        role: str | Role | UnsetType = UNSET,
        application_memberships: Sequence[str | ApplicationMembership] | UnsetType = UNSET,
        membership_profile: str | MembershipProfile | UnsetType | None = UNSET,
        include: Sequence[MembershipInclude] = (),
        fields: Sequence[MembershipField] | Fields | None = None,
    ) -> Membership:
        """Change a membership. Only what is given is sent, and changes.

        Args:
            id: Its id.
            access_scope: Which data the person can get at; None takes it away.
            reference: What the caller knows it by, which need not be unique; None takes it away.
            reference_origin: Where the reference comes from; None takes it away.
            metadata: What the caller keeps with it, of any shape; None takes it away.
            role: What the person may do.
            application_memberships: The applications that the person may use; [] for none.
            membership_profile: The profile that the person shares; None takes it away.
            include: Relationships whose resources come along.
            fields: The only attributes and relationships that are to come.

        Raises:
            NotFound: there is none of this id.
            InvalidRequest: nothing is given that is to change.
        """
        body = models.MembershipUpdateInput(
            id=id,
            access_scope=access_scope,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
            role=role,
            application_memberships=application_memberships,
            membership_profile=membership_profile,
        )
        return await self._update(body, include, fields)

    @with_keywords_of(Listing.list, but=())
    def application_memberships(
        self,
        id: str,
        **options: Unpack[
            ListOptions[
                ApplicationMembershipInclude, ApplicationMembershipField, ApplicationMembershipSort
            ]
        ],
    ) -> Paginator[ApplicationMembership]:
        """The application memberships of a membership, as `list` gives others."""
        return self._related(
            "application_memberships",
            api.memberships.list_membership_application_memberships,
            id,
            options,
        )

    @with_keywords_of(Listing.list, but=())
    def versions(
        self, id: str, **options: Unpack[ListOptions[VersionInclude, VersionField, VersionSort]]
    ) -> Paginator[Version]:
        """The versions of a membership, as `list` gives others."""
        return self._related("versions", api.memberships.list_membership_versions, id, options)

    @with_keywords_of(Reading.get, but=())
    async def organization(
        self, id: str, **options: Unpack[ReadOptions[OrganizationInclude, OrganizationField]]
    ) -> Organization | None:
        """The organization of a membership; None where it has none."""
        return await self._related_one(
            "organizations", api.memberships.get_membership_organization, id, options
        )

    @with_keywords_of(Reading.get, but=())
    async def role(
        self, id: str, **options: Unpack[ReadOptions[RoleInclude, RoleField]]
    ) -> Role | None:
        """The role of a membership; None where it has none."""
        return await self._related_one("roles", api.memberships.get_membership_role, id, options)

    @with_keywords_of(Reading.get, but=())
    async def membership_profile(
        self,
        id: str,
        **options: Unpack[ReadOptions[MembershipProfileInclude, MembershipProfileField]],
    ) -> MembershipProfile | None:
        """The membership profile of a membership; None where it has none."""
        return await self._related_one(
            "membership_profiles", api.memberships.get_membership_membership_profile, id, options
        )
