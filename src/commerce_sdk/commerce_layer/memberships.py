"""The `memberships` namespace of the client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Never, Unpack

from msgspec import UNSET, UnsetType

from commerce_sdk.commerce_layer.resources import (
    Deleting,
    Listing,
    ListOptions,
    Reading,
    ReadOptions,
    of_id,
)
from commerce_sdk.commerce_layer.waiting import Waiting, waiting
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.following.handle import Progress
from commerce_sdk.runtime.keywords import with_keywords_of
from commerce_sdk_api.commerce_layer import models
from commerce_sdk_api.commerce_layer.api import memberships as operations
from commerce_sdk_api.commerce_layer.models import Membership
from commerce_sdk_api.commerce_layer.resource_types import (
    MembershipField,
    MembershipInclude,
    MembershipSort,
)

if TYPE_CHECKING:
    from commerce_sdk.runtime.lists.paginator import Paginator
    from commerce_sdk_api.commerce_layer.models import (
        AccessScope,
        ApplicationMembership,
        MembershipProfile,
        Organization,
        Role,
        Version,
    )
    from commerce_sdk_api.commerce_layer.resource_types import (
        ApplicationMembershipField,
        ApplicationMembershipInclude,
        ApplicationMembershipSort,
        Fields,
        MembershipProfileField,
        MembershipProfileInclude,
        OrganizationField,
        OrganizationInclude,
        RoleField,
        RoleInclude,
        VersionField,
        VersionSort,
    )


class Memberships(
    Listing[Membership, MembershipInclude, MembershipField, MembershipSort],
    Reading[Membership, MembershipInclude, MembershipField],
    Deleting[Membership],
):
    """Read memberships, invite people, change and end memberships, and wait until a person has
    accepted."""

    resource = "memberships"
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

        Raises:
            InvalidRequest: a value that the document forbids.
            ApiError: the platform's refusal, as the class of its status.
            CommerceError: what any call raises; `maybe_applied` says whether it may have been done.
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
        return await self._create(operations.create_membership.build, body, include, fields)

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
        return await self._update(operations.update_membership.build, body, include, fields)

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
        """The application memberships of a membership, as `list` gives others. Raises as `list`
        does."""
        return self._listed(
            "application_memberships",
            operations.list_membership_application_memberships.build,
            {"id": id},
            options,
        )

    @with_keywords_of(Listing.list, but=())
    def versions(
        self, id: str, **options: Unpack[ListOptions[Never, VersionField, VersionSort]]
    ) -> Paginator[Version]:
        """The versions of a membership, as `list` gives others. Raises as `list` does."""
        return self._listed(
            "versions", operations.list_membership_versions.build, {"id": id}, options
        )

    @with_keywords_of(Reading.get, but=())
    async def organization(
        self, id: str, **options: Unpack[ReadOptions[OrganizationInclude, OrganizationField]]
    ) -> Organization | None:
        """The organization of a membership; None where it has none. Raises as `get` does."""
        return await self._related(
            "organizations", operations.get_membership_organization.build, id, options
        )

    @with_keywords_of(Reading.get, but=())
    async def role(
        self, id: str, **options: Unpack[ReadOptions[RoleInclude, RoleField]]
    ) -> Role | None:
        """The role of a membership; None where it has none. Raises as `get` does."""
        return await self._related("roles", operations.get_membership_role.build, id, options)

    @with_keywords_of(Reading.get, but=())
    async def membership_profile(
        self,
        id: str,
        **options: Unpack[ReadOptions[MembershipProfileInclude, MembershipProfileField]],
    ) -> MembershipProfile | None:
        """The membership profile of a membership; None where it has none. Raises as `get` does."""
        return await self._related(
            "membership_profiles", operations.get_membership_membership_profile.build, id, options
        )

    async def resend(self, id: str) -> None:
        """Send the invitation of a membership that is pending once more, by e-mail. It is never
        sent twice, and nothing tells what became of it.

        Raises:
            NotFound: there is none of this id.
            Unprocessable: it is not pending any more.
        """
        await self._core.ask(operations.resend_membership.build(id=id))

    async def wait_active(self, id: str) -> Waiting[Membership]:
        """Follow a membership until the person has accepted.

            invited = await layer.memberships.wait_active(membership.id)
            membership = await invited.result(deadline=7 * 86400)

        Looks once and returns the handle. Its `result()` is the membership once it is `active`; a
        person accepts whenever they like, so without a `deadline` it waits as long as it takes. It
        raises `NotFound` for a membership that was deleted meanwhile, and this for one that is not
        there.
        """

        async def read(context: Context) -> Membership:
            request = operations.get_membership.build(id=id)
            return await self._core.ask(request, context=context, check=of_id(id))

        def judge(membership: Membership) -> Progress[Membership, Membership]:
            is_active = membership.status == models.MembershipStatus.ACTIVE
            return Progress(state=membership, result=membership if is_active else None)

        return await waiting(self._core, id, read, judge)
