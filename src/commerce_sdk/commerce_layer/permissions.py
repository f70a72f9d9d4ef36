"""The `permissions` namespace of the client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Never, Unpack

from msgspec import UNSET, UnsetType

from commerce_sdk.commerce_layer.resources import Listing, ListOptions, Reading, ReadOptions
from commerce_sdk.runtime.keywords import with_keywords_of
from commerce_sdk_api.commerce_layer import models
from commerce_sdk_api.commerce_layer.api import permissions as operations
from commerce_sdk_api.commerce_layer.models import Permission
from commerce_sdk_api.commerce_layer.resource_types import (
    PermissionField,
    PermissionInclude,
    PermissionSort,
)

if TYPE_CHECKING:
    from commerce_sdk.runtime.lists.paginator import Paginator
    from commerce_sdk_api.commerce_layer.models import Organization, Role, Version
    from commerce_sdk_api.commerce_layer.resource_types import (
        Fields,
        OrganizationField,
        OrganizationInclude,
        RoleField,
        RoleInclude,
        VersionField,
        VersionSort,
    )


class Permissions(
    Listing[Permission, PermissionInclude, PermissionField, PermissionSort],
    Reading[Permission, PermissionInclude, PermissionField],
):
    """Read, add and change permissions: what a role may do with one kind of resource."""

    resource = "permissions"
    singular = "permission"

    async def create(
        self,
        *,
        can_create: bool,
        can_read: bool,
        can_update: bool,
        can_destroy: bool,
        subject: str,
        role: str | Role,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        include: Sequence[PermissionInclude] = (),
        fields: Sequence[PermissionField] | Fields | None = None,
    ) -> Permission:
        """Give a role a permission on one kind of resource.

        With a `reference` it is looked for first, and returned where it is there; after an unclear
        end it is looked for until the deadline. It is never sent twice.

        Args:
            can_create: Whether it may add some.
            can_read: Whether it may read them.
            can_update: Whether it may change them.
            can_destroy: Whether it may take them away.
            subject: The kind of resource.
            role: The role, by its id, or as it was read.
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
        body = models.PermissionInput(
            can_create=can_create,
            can_read=can_read,
            can_update=can_update,
            can_destroy=can_destroy,
            subject=subject,
            role=role,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
        )
        return await self._create(operations.create_permission.build, body, include, fields)

    async def update(
        self,
        id: str,
        *,
        can_create: bool | UnsetType = UNSET,
        can_read: bool | UnsetType = UNSET,
        can_update: bool | UnsetType = UNSET,
        can_destroy: bool | UnsetType = UNSET,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        include: Sequence[PermissionInclude] = (),
        fields: Sequence[PermissionField] | Fields | None = None,
    ) -> Permission:
        """Change a permission. Only what is given is sent, and changes.

        Args:
            id: Its id.
            can_create: Whether it may add some.
            can_read: Whether it may read them.
            can_update: Whether it may change them.
            can_destroy: Whether it may take them away.
            reference: What the caller knows it by, which need not be unique; None takes it away.
            reference_origin: Where the reference comes from; None takes it away.
            metadata: What the caller keeps with it, of any shape; None takes it away.
            include: Relationships whose resources come along.
            fields: The only attributes and relationships that are to come.

        Raises:
            NotFound: there is none of this id.
            InvalidRequest: nothing is given that is to change.
        """
        body = models.PermissionUpdateInput(
            id=id,
            can_create=can_create,
            can_read=can_read,
            can_update=can_update,
            can_destroy=can_destroy,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
        )
        return await self._update(operations.update_permission.build, body, include, fields)

    @with_keywords_of(Listing.list, but=())
    def versions(
        self, id: str, **options: Unpack[ListOptions[Never, VersionField, VersionSort]]
    ) -> Paginator[Version]:
        """The versions of a permission, as `list` gives others. Raises as `list` does."""
        return self._listed(
            "versions", operations.list_permission_versions.build, {"id": id}, options
        )

    @with_keywords_of(Reading.get, but=())
    async def organization(
        self, id: str, **options: Unpack[ReadOptions[OrganizationInclude, OrganizationField]]
    ) -> Organization | None:
        """The organization of a permission; None where it has none. Raises as `get` does."""
        return await self._related(
            "organizations", operations.get_permission_organization.build, id, options
        )

    @with_keywords_of(Reading.get, but=())
    async def role(
        self, id: str, **options: Unpack[ReadOptions[RoleInclude, RoleField]]
    ) -> Role | None:
        """The role of a permission; None where it has none. Raises as `get` does."""
        return await self._related("roles", operations.get_permission_role.build, id, options)
