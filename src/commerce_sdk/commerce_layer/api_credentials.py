"""The `api_credentials` namespace of the client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from msgspec import UNSET, UnsetType

from commerce_sdk.commerce_layer.resources import Deleting, Listing, Reading, ReadOptions
from commerce_sdk.runtime.keywords import with_keywords_of
from commerce_sdk_api.commerce_layer import models
from commerce_sdk_api.commerce_layer.api import api_credentials as operations
from commerce_sdk_api.commerce_layer.models import ApiCredential
from commerce_sdk_api.commerce_layer.resource_types import (
    ApiCredentialField,
    ApiCredentialInclude,
    ApiCredentialSort,
)

if TYPE_CHECKING:
    from commerce_sdk_api.commerce_layer.models import CredentialMode, Organization, Role
    from commerce_sdk_api.commerce_layer.resource_types import (
        Fields,
        OrganizationField,
        OrganizationInclude,
        RoleField,
        RoleInclude,
    )


class ApiCredentials(
    Listing[ApiCredential, ApiCredentialInclude, ApiCredentialField, ApiCredentialSort],
    Reading[ApiCredential, ApiCredentialInclude, ApiCredentialField],
    Deleting[ApiCredential],
):
    """Read, add, change and delete API credentials: what applications show to use the
    platform's other APIs. Each has its `client_secret`, which no `repr` shows."""

    resource = "api_credentials"
    singular = "api_credential"

    async def create(
        self,
        *,
        name: str,
        kind: str,
        organization: str | Organization,
        redirect_uri: str | UnsetType | None = UNSET,
        expires_in: int | UnsetType | None = UNSET,
        mode: CredentialMode | str | UnsetType | None = UNSET,
        custom: bool | UnsetType | None = UNSET,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        role: str | Role | UnsetType | None = UNSET,
        include: Sequence[ApiCredentialInclude] = (),
        fields: Sequence[ApiCredentialField] | Fields | None = None,
    ) -> ApiCredential:
        """Add an API credential to an organization.

        With a `reference` it is looked for first, and returned where it is there; after an unclear
        end it is looked for until the deadline. It is never sent twice.

        Args:
            name: What it is called.
            kind: What it is for, such as `webapp`, `sales_channel` or `integration`; or the kind of
                an app that is forked.
            organization: The organization that it belongs to, by its id, or as it was read.
            redirect_uri: Where a person is sent back to after giving leave.
            expires_in: Seconds that its tokens are good for, 7200 to 31536000.
            mode: Whether it is for test or live data.
            custom: Whether its role is one of its own.
            reference: What you know it by, which need not be unique at the platform.
            reference_origin: Where the reference comes from.
            metadata: What the caller keeps with it, of any shape.
            role: What it may do, by its id, or as it was read.
            include: Relationships whose resources come along.
            fields: The only attributes and relationships that are to come.

        Raises:
            InvalidRequest: a value that the document forbids, or a `reference` that is blank or has
                blanks around it.
            ApiError: the platform's refusal, as the class of its status.
            CommerceError: what any call raises; `maybe_applied` says whether it may have been done.
        """
        body = models.ApiCredentialInput(
            name=name,
            kind=kind,
            organization=organization,
            redirect_uri=redirect_uri,
            expires_in=expires_in,
            mode=mode,
            custom=custom,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
            role=role,
        )
        return await self._create(operations.create_api_credential.build, body, include, fields)

    async def update(
        self,
        id: str,
        *,
        name: str | UnsetType = UNSET,
        redirect_uri: str | UnsetType | None = UNSET,
        expires_in: int | UnsetType | None = UNSET,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        role: str | Role | UnsetType | None = UNSET,
        include: Sequence[ApiCredentialInclude] = (),
        fields: Sequence[ApiCredentialField] | Fields | None = None,
    ) -> ApiCredential:
        """Change an API credential. Only what is given is sent, and changes.

        Args:
            id: Its id.
            name: What it is called.
            redirect_uri: Where a person is sent back to after giving leave; None takes it away.
            expires_in: Seconds that its tokens are good for, 7200 to 31536000; None takes it away.
            reference: What the caller knows it by, which need not be unique; None takes it away.
            reference_origin: Where the reference comes from; None takes it away.
            metadata: What the caller keeps with it, of any shape; None takes it away.
            role: What it may do; None takes it away.
            include: Relationships whose resources come along.
            fields: The only attributes and relationships that are to come.

        Raises:
            NotFound: there is none of this id.
            InvalidRequest: nothing is given that is to change.
        """
        body = models.ApiCredentialUpdateInput(
            id=id,
            name=name,
            redirect_uri=redirect_uri,
            expires_in=expires_in,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
            role=role,
        )
        return await self._update(operations.update_api_credential.build, body, include, fields)

    @with_keywords_of(Reading.get, but=())
    async def organization(
        self, id: str, **options: Unpack[ReadOptions[OrganizationInclude, OrganizationField]]
    ) -> Organization | None:
        """The organization of an API credential; None where it has none. Raises as `get` does."""
        return await self._related(
            "organizations", operations.get_api_credential_organization.build, id, options
        )

    @with_keywords_of(Reading.get, but=())
    async def role(
        self, id: str, **options: Unpack[ReadOptions[RoleInclude, RoleField]]
    ) -> Role | None:
        """The role of an API credential; None where it has none. Raises as `get` does."""
        return await self._related("roles", operations.get_api_credential_role.build, id, options)
