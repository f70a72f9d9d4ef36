"""The `membership_profiles` namespace of the client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from msgspec import UNSET, UnsetType

from commerce_sdk.commerce_layer.resources import (
    Deleting,
    Listing,
    ListOptions,
    Reading,
    ReadOptions,
)
from commerce_sdk.runtime.keywords import with_keywords_of
from commerce_sdk_api.commerce_layer import models
from commerce_sdk_api.commerce_layer.api import membership_profiles as operations
from commerce_sdk_api.commerce_layer.models import MembershipProfile
from commerce_sdk_api.commerce_layer.resource_types import (
    MembershipProfileField,
    MembershipProfileInclude,
    MembershipProfileSort,
)

if TYPE_CHECKING:
    from commerce_sdk.runtime.lists.paginator import Paginator
    from commerce_sdk_api.commerce_layer.models import (
        AccessScope,
        ApplicationMembership,
        Organization,
    )
    from commerce_sdk_api.commerce_layer.resource_types import (
        ApplicationMembershipField,
        ApplicationMembershipInclude,
        ApplicationMembershipSort,
        Fields,
        OrganizationField,
        OrganizationInclude,
    )


class MembershipProfiles(
    Listing[
        MembershipProfile, MembershipProfileInclude, MembershipProfileField, MembershipProfileSort
    ],
    Reading[MembershipProfile, MembershipProfileInclude, MembershipProfileField],
    Deleting[MembershipProfile],
):
    """Read, add, change and delete profiles: what several members are given in one."""

    resource = "membership_profiles"
    singular = "membership_profile"

    async def create(
        self,
        *,
        name: str,
        access_scope: AccessScope | str,
        organization: str | Organization,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        application_memberships: Sequence[str | ApplicationMembership] | UnsetType = UNSET,
        include: Sequence[MembershipProfileInclude] = (),
        fields: Sequence[MembershipProfileField] | Fields | None = None,
    ) -> MembershipProfile:
        """Add a profile, which members can be given.

        With a `reference` it is looked for first, and returned where it is there; after an unclear
        end it is looked for until the deadline. It is never sent twice.

        Args:
            name: What it is called.
            access_scope: Which data its members can get at.
            organization: The organization that it belongs to, by its id, or as it was read.
            reference: What you know it by, which need not be unique at the platform.
            reference_origin: Where the reference comes from.
            metadata: What the caller keeps with it, of any shape.
            application_memberships: The applications that its members may use, each by its id, or
                as it was read.
            include: Relationships whose resources come along.
            fields: The only attributes and relationships that are to come.

        Raises:
            InvalidRequest: a value that the document forbids, or a `reference` that is blank or has
                blanks around it.
            ApiError: the platform's refusal, as the class of its status.
            CommerceError: what any call raises; `maybe_applied` says whether it may have been done.
        """
        body = models.MembershipProfileInput(
            name=name,
            access_scope=access_scope,
            organization=organization,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
            application_memberships=application_memberships,
        )
        return await self._create(operations.create_membership_profile.build, body, include, fields)

    async def update(
        self,
        id: str,
        *,
        name: str | UnsetType = UNSET,
        access_scope: AccessScope | str | UnsetType = UNSET,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        application_memberships: Sequence[str | ApplicationMembership] | UnsetType = UNSET,
        include: Sequence[MembershipProfileInclude] = (),
        fields: Sequence[MembershipProfileField] | Fields | None = None,
    ) -> MembershipProfile:
        """Change a membership profile. Only what is given is sent, and changes.

        Args:
            id: Its id.
            name: What it is called.
            access_scope: Which data its members can get at.
            reference: What the caller knows it by, which need not be unique; None takes it away.
            reference_origin: Where the reference comes from; None takes it away.
            metadata: What the caller keeps with it, of any shape; None takes it away.
            application_memberships: The applications that its members may use; [] for none.
            include: Relationships whose resources come along.
            fields: The only attributes and relationships that are to come.

        Raises:
            NotFound: there is none of this id.
            InvalidRequest: nothing is given that is to change.
        """
        body = models.MembershipProfileUpdateInput(
            id=id,
            name=name,
            access_scope=access_scope,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
            application_memberships=application_memberships,
        )
        return await self._update(operations.update_membership_profile.build, body, include, fields)

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
        """The application memberships of a membership profile, as `list` gives others. Raises as
        `list` does."""
        return self._listed(
            "application_memberships",
            operations.list_membership_profile_application_memberships.build,
            {"id": id},
            options,
        )

    @with_keywords_of(Reading.get, but=())
    async def organization(
        self, id: str, **options: Unpack[ReadOptions[OrganizationInclude, OrganizationField]]
    ) -> Organization | None:
        """The organization of a membership profile; None where it has none. Raises as `get`
        does."""
        return await self._related(
            "organizations", operations.get_membership_profile_organization.build, id, options
        )
