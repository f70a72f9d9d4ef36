"""The `identity_providers` namespace of the client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Never, Unpack

from msgspec import UNSET, UnsetType

from commerce_sdk.commerce_layer.errors import VerificationFailed
from commerce_sdk.commerce_layer.resources import (
    Deleting,
    Listing,
    Reading,
    ReadOptions,
    of_id,
)
from commerce_sdk.commerce_layer.waiting import Waiting, waiting
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.following.handle import Progress
from commerce_sdk.runtime.keywords import with_keywords_of
from commerce_sdk.secret import hide
from commerce_sdk_api.commerce_layer import models
from commerce_sdk_api.commerce_layer.api import identity_providers as operations
from commerce_sdk_api.commerce_layer.models import IdentityProvider
from commerce_sdk_api.commerce_layer.resource_types import (
    IdentityProviderField,
    IdentityProviderInclude,
    IdentityProviderSort,
)

if TYPE_CHECKING:
    from commerce_sdk_api.commerce_layer.models import (
        User,
    )
    from commerce_sdk_api.commerce_layer.resource_types import (
        Fields,
        UserField,
    )


class IdentityProviders(
    Listing[IdentityProvider, IdentityProviderInclude, IdentityProviderField, IdentityProviderSort],
    Reading[IdentityProvider, IdentityProviderInclude, IdentityProviderField],
    Deleting[IdentityProvider],
):
    """Read, add, change and delete providers of single sign-on, and wait until one is verified."""

    resource = "identity_providers"
    singular = "identity_provider"

    async def create(
        self,
        *,
        name: str,
        client_id: str,
        client_secret: str,
        issuer: str,
        domains: str,
        token_url: str,
        authorize_url: str,
        jwks_url: str,
        organization: str | UnsetType | None = UNSET,
        disable: bool | UnsetType = UNSET,
        enable: bool | UnsetType = UNSET,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        include: Sequence[IdentityProviderInclude] = (),
        fields: Sequence[IdentityProviderField] | Fields | None = None,
    ) -> IdentityProvider:
        """Add a provider of single sign-on. It is `pending` until the platform has found its
        `txt_record` at the domains; `wait_verified` waits for that.

        With a `reference` it is looked for first, and returned where it is there; after an unclear
        end it is looked for until the deadline. It is never sent twice.

        Args:
            name: What it is called.
            client_id: What the platform is known by at the provider.
            client_secret: The secret that the platform shows to the provider.
            issuer: Who the provider says that it is.
            domains: The domains of its users, with commas between.
            token_url: Where the provider gives tokens.
            authorize_url: Where the provider asks a person.
            jwks_url: Where the provider keeps its keys.
            organization: The id of an organization that its users come to.
            disable: Disable it.
            enable: Enable it again.
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
        client_secret = hide(client_secret)
        body = models.IdentityProviderInput(
            name=name,
            client_id=client_id,
            client_secret=client_secret,
            issuer=issuer,
            domains=domains,
            token_url=token_url,
            authorize_url=authorize_url,
            jwks_url=jwks_url,
            organization=organization,
            disable=disable,
            enable=enable,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
        )
        return await self._create(operations.create_identity_provider.build, body, include, fields)

    async def update(
        self,
        id: str,
        *,
        name: str | UnsetType = UNSET,
        client_id: str | UnsetType = UNSET,
        client_secret: str | UnsetType = UNSET,
        issuer: str | UnsetType = UNSET,
        domains: str | UnsetType = UNSET,
        token_url: str | UnsetType = UNSET,
        authorize_url: str | UnsetType = UNSET,
        jwks_url: str | UnsetType = UNSET,
        organization: str | UnsetType | None = UNSET,
        disable: bool | UnsetType = UNSET,
        enable: bool | UnsetType = UNSET,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        include: Sequence[IdentityProviderInclude] = (),
        fields: Sequence[IdentityProviderField] | Fields | None = None,
    ) -> IdentityProvider:
        """Change an identity provider. Only what is given is sent, and changes.

        Args:
            id: Its id.
            name: What it is called.
            client_id: What the platform is known by at the provider.
            client_secret: The secret that the platform shows to the provider.
            issuer: Who the provider says that it is.
            domains: The domains of its users, with commas between.
            token_url: Where the provider gives tokens.
            authorize_url: Where the provider asks a person.
            jwks_url: Where the provider keeps its keys.
            organization: The id of an organization that its users come to; None takes it away.
            disable: Disable it.
            enable: Enable it again.
            reference: What the caller knows it by, which need not be unique; None takes it away.
            reference_origin: Where the reference comes from; None takes it away.
            metadata: What the caller keeps with it, of any shape; None takes it away.
            include: Relationships whose resources come along.
            fields: The only attributes and relationships that are to come.

        Raises:
            NotFound: there is none of this id.
            InvalidRequest: nothing is given that is to change.
        """
        client_secret = hide(client_secret)
        body = models.IdentityProviderUpdateInput(
            id=id,
            name=name,
            client_id=client_id,
            client_secret=client_secret,
            issuer=issuer,
            domains=domains,
            token_url=token_url,
            authorize_url=authorize_url,
            jwks_url=jwks_url,
            organization=organization,
            disable=disable,
            enable=enable,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
        )
        return await self._update(operations.update_identity_provider.build, body, include, fields)

    @with_keywords_of(Reading.get, but=())
    async def user(self, id: str, **options: Unpack[ReadOptions[Never, UserField]]) -> User | None:
        """The user of an identity provider; None where it has none. Raises as `get` does."""
        return await self._related(
            "users", operations.get_identity_provider_user.build, id, options
        )

    async def wait_verified(self, id: str) -> Waiting[IdentityProvider]:
        """Follow an identity provider until the platform has found its domains to be the user's.

        Looks once and returns the handle. Its `result()` is the provider once it is `verified`, and
        raises `VerificationFailed` where it is in `error`. The DNS has its own time, so without a
        `deadline` it waits as long as it takes. It raises `NotFound` for one that was
        deleted meanwhile, and this for one that is not there.
        """

        async def read(context: Context) -> IdentityProvider:
            request = operations.get_identity_provider.build(id=id)
            return await self._core.ask(request, context=context, check=of_id(id))

        def judge(provider: IdentityProvider) -> Progress[IdentityProvider, IdentityProvider]:
            if provider.status == models.IdentityProviderStatus.VERIFIED:
                return Progress(state=provider, result=provider)
            if provider.status == models.IdentityProviderStatus.ERROR:
                return Progress(state=provider, failure=VerificationFailed(id, provider))
            return Progress(state=provider)

        return await waiting(self._core, id, read, judge)
