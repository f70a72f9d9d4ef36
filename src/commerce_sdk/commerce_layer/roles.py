"""The `roles` namespace of the client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Never, Unpack

from msgspec import UNSET, UnsetType

from commerce_sdk.commerce_layer.resources import Listing, ListOptions, Reading, ReadOptions
from commerce_sdk.runtime.keywords import with_keywords_of
from commerce_sdk_api.commerce_layer import models
from commerce_sdk_api.commerce_layer.api import roles as operations
from commerce_sdk_api.commerce_layer.models import Role
from commerce_sdk_api.commerce_layer.resource_types import RoleField, RoleInclude, RoleSort

if TYPE_CHECKING:
    from commerce_sdk.runtime.lists.paginator import Paginator
    from commerce_sdk_api.commerce_layer.models import (
        ApiCredential,
        Membership,
        Organization,
        Permission,
        Version,
    )
    from commerce_sdk_api.commerce_layer.resource_types import (
        ApiCredentialField,
        ApiCredentialInclude,
        ApiCredentialSort,
        Fields,
        MembershipField,
        MembershipInclude,
        MembershipSort,
        OrganizationField,
        OrganizationInclude,
        PermissionField,
        PermissionInclude,
        PermissionSort,
        VersionField,
        VersionSort,
    )


class Roles(Listing[Role, RoleInclude, RoleField, RoleSort], Reading[Role, RoleInclude, RoleField]):
    """Read, add and change roles: what members and credentials may do in an organization."""

    resource = "roles"
    singular = "role"

    async def create(
        self,
        *,
        name: str,
        organization: str | Organization,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        include: Sequence[RoleInclude] = (),
        fields: Sequence[RoleField] | Fields | None = None,
    ) -> Role:
        """Add a role to an organization.

        With a `reference` it is looked for first, and returned where it is there; after an unclear
        end it is looked for until the deadline. It is never sent twice.

        Args:
            name: What it is called.
            organization: The organization that it belongs to, by its id, or as it was read.
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
        body = models.RoleInput(
            name=name,
            organization=organization,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
        )
        return await self._create(operations.create_role.build, body, include, fields)

    async def update(
        self,
        id: str,
        *,
        name: str | UnsetType = UNSET,
        add_missing_base_permissions: bool | UnsetType = UNSET,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        include: Sequence[RoleInclude] = (),
        fields: Sequence[RoleField] | Fields | None = None,
    ) -> Role:
        """Change a role. Only what is given is sent, and changes.

        Args:
            id: Its id.
            name: What it is called.
            add_missing_base_permissions: Give it the permissions that every role has and that it
                lacks.
            reference: What the caller knows it by, which need not be unique; None takes it away.
            reference_origin: Where the reference comes from; None takes it away.
            metadata: What the caller keeps with it, of any shape; None takes it away.
            include: Relationships whose resources come along.
            fields: The only attributes and relationships that are to come.

        Raises:
            NotFound: there is none of this id.
            InvalidRequest: nothing is given that is to change.
        """
        body = models.RoleUpdateInput(
            id=id,
            name=name,
            add_missing_base_permissions=add_missing_base_permissions,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
        )
        return await self._update(operations.update_role.build, body, include, fields)

    @with_keywords_of(Listing.list, but=())
    def permissions(
        self,
        id: str,
        **options: Unpack[ListOptions[PermissionInclude, PermissionField, PermissionSort]],
    ) -> Paginator[Permission]:
        """The permissions of a role, as `list` gives others. Raises as `list` does."""
        return self._listed(
            "permissions", operations.list_role_permissions.build, {"id": id}, options
        )

    @with_keywords_of(Listing.list, but=())
    def memberships(
        self,
        id: str,
        **options: Unpack[ListOptions[MembershipInclude, MembershipField, MembershipSort]],
    ) -> Paginator[Membership]:
        """The memberships of a role, as `list` gives others. Raises as `list` does."""
        return self._listed(
            "memberships", operations.list_role_memberships.build, {"id": id}, options
        )

    @with_keywords_of(Listing.list, but=())
    def api_credentials(
        self,
        id: str,
        **options: Unpack[ListOptions[ApiCredentialInclude, ApiCredentialField, ApiCredentialSort]],
    ) -> Paginator[ApiCredential]:
        """The API credentials of a role, as `list` gives others. Raises as `list` does."""
        return self._listed(
            "api_credentials", operations.list_role_api_credentials.build, {"id": id}, options
        )

    @with_keywords_of(Listing.list, but=())
    def versions(
        self, id: str, **options: Unpack[ListOptions[Never, VersionField, VersionSort]]
    ) -> Paginator[Version]:
        """The versions of a role, as `list` gives others. Raises as `list` does."""
        return self._listed("versions", operations.list_role_versions.build, {"id": id}, options)

    @with_keywords_of(Reading.get, but=())
    async def organization(
        self, id: str, **options: Unpack[ReadOptions[OrganizationInclude, OrganizationField]]
    ) -> Organization | None:
        """The organization of a role; None where it has none. Raises as `get` does."""
        return await self._related(
            "organizations", operations.get_role_organization.build, id, options
        )
