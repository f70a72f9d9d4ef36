"""The client of Commerce Layer Provisioning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, Self, Unpack

from msgspec import UNSET, UnsetType

from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.credentials.client_credentials import ClientCredentials
from commerce_sdk.runtime.credentials.token_cache import AuthLike
from commerce_sdk.runtime.keywords import in_keywords, with_keywords_of
from commerce_sdk.runtime.platform_client import (
    OF_FACADES,
    PlatformClient,
    SharedSettings,
    namespace,
)
from commerce_sdk.secret import hide, revealed
from commerce_sdk_api.commerce_layer import PLATFORM

if TYPE_CHECKING:
    from commerce_sdk.commerce_layer.api_credentials import ApiCredentials
    from commerce_sdk.commerce_layer.application_memberships import ApplicationMemberships
    from commerce_sdk.commerce_layer.identity_providers import IdentityProviders
    from commerce_sdk.commerce_layer.membership_profiles import MembershipProfiles
    from commerce_sdk.commerce_layer.memberships import Memberships
    from commerce_sdk.commerce_layer.organizations import Organizations
    from commerce_sdk.commerce_layer.permissions import Permissions
    from commerce_sdk.commerce_layer.roles import Roles
    from commerce_sdk.commerce_layer.user import CurrentUser
    from commerce_sdk.commerce_layer.versions import Versions


class CommerceLayerSettings(SharedSettings, total=False):
    """The keywords that `CommerceLayerClient` takes."""

    client_id: str | None
    client_secret: str | None
    token_url: str | UnsetType
    auth: AuthLike | ClientCredentials | None
    tier: str | None


class CommerceLayerClient(PlatformClient):
    """Commerce Layer Provisioning. Make one, share it, close it.

        async with CommerceLayerClient(client_id=…, client_secret=…) as layer:
            async for membership in layer.memberships.list(where={"status_eq": "pending"}):
                print(membership.user_email)

    Args:
        client_id: The id of personal credentials, from the profile in the dashboard.
        client_secret: Their secret, which is sent to the token host alone.
        token_url: Another token endpoint than the document's; https, unless it is loopback. Who
            gives a `base_url` has to give it, or `auth`.
        tier: Which of the published limits for reads are kept, `lower` or `higher`; left out, the
            lower ones. What the platform says in its answers counts before both.
    """

    platform = PLATFORM
    prefix = "COMMERCE_LAYER_"
    logins: ClassVar[Mapping[tuple[str, ...], Callable[..., object]]] = {
        ("CLIENT_ID", "CLIENT_SECRET"): ClientCredentials
    }
    credentials: ClassVar[frozenset[str]] = frozenset({"client_id", "client_secret"})
    variables: ClassVar[Mapping[str, str]] = {"TOKEN_URL": "token_url"}

    @in_keywords
    @with_keywords_of(PlatformClient.__init__, but=OF_FACADES | {"auth"})
    def __init__(
        self,
        *,
        client_id: str | None = None,
        client_secret: str | None = None,
        token_url: str | UnsetType = UNSET,
        auth: AuthLike | ClientCredentials | None = None,
        tier: str | None = None,
        **settings: Unpack[SharedSettings],
    ) -> None:
        client_id, client_secret, token_url = hide(client_id), hide(client_secret), hide(token_url)
        if client_id is not None or client_secret is not None:
            for name, given in (("auth", auth), ("token", settings.get("token"))):
                if given is not None:
                    what = "give it, or client_id= with client_secret=, not both"
                    raise InvalidRequest(what, path=name)
            auth = ClientCredentials(client_id or "", client_secret or "")
        if auth is None and settings.get("token") is None:
            what = "give it with client_secret=, or give token= or auth="
            raise InvalidRequest(what, path="client_id")
        if token_url is not UNSET:
            if not isinstance(revealed(auth), ClientCredentials):
                what = "goes with client_id= and client_secret=, or ClientCredentials; leave it out"
                raise InvalidRequest(what, path="token_url")
            auth = revealed(auth).at(token_url)
        super().__init__(auth=auth, tier=tier, **settings)

    @classmethod
    def from_env(cls, **settings: Unpack[CommerceLayerSettings]) -> Self:
        """A client from `COMMERCE_LAYER_CLIENT_ID` with `COMMERCE_LAYER_CLIENT_SECRET`, or from
        `COMMERCE_LAYER_TOKEN`; `COMMERCE_LAYER_BASE_URL` and `COMMERCE_LAYER_TOKEN_URL` name other
        servers. An empty one is not set. Settings given here win.

        Raises `InvalidRequest` where no credential is there, half of one, or more than one.
        """
        return cls._from_env(settings)

    # --- what it speaks of; each part is loaded when it is first asked for

    @namespace
    def api_credentials(self) -> ApiCredentials:
        """Read and write API credentials."""
        from commerce_sdk.commerce_layer.api_credentials import ApiCredentials

        return ApiCredentials(self._core)

    @namespace
    def application_memberships(self) -> ApplicationMemberships:
        """Read and write which members may use which application."""
        from commerce_sdk.commerce_layer.application_memberships import ApplicationMemberships

        return ApplicationMemberships(self._core)

    @namespace
    def identity_providers(self) -> IdentityProviders:
        """Read and write providers of single sign-on, and wait until they are verified."""
        from commerce_sdk.commerce_layer.identity_providers import IdentityProviders

        return IdentityProviders(self._core)

    @namespace
    def memberships(self) -> Memberships:
        """Invite people, read, change and end memberships, and wait until they are active."""
        from commerce_sdk.commerce_layer.memberships import Memberships

        return Memberships(self._core)

    @namespace
    def membership_profiles(self) -> MembershipProfiles:
        """Read and write what several members are given in one."""
        from commerce_sdk.commerce_layer.membership_profiles import MembershipProfiles

        return MembershipProfiles(self._core)

    @namespace
    def organizations(self) -> Organizations:
        """Read and write organizations, and give them other owners."""
        from commerce_sdk.commerce_layer.organizations import Organizations

        return Organizations(self._core)

    @namespace
    def permissions(self) -> Permissions:
        """Read and write what roles may do."""
        from commerce_sdk.commerce_layer.permissions import Permissions

        return Permissions(self._core)

    @namespace
    def roles(self) -> Roles:
        """Read and write roles."""
        from commerce_sdk.commerce_layer.roles import Roles

        return Roles(self._core)

    @namespace
    def user(self) -> CurrentUser:
        """Read and change the user that the credential belongs to."""
        from commerce_sdk.commerce_layer.user import CurrentUser

        return CurrentUser(self._core)

    @namespace
    def versions(self) -> Versions:
        """Read what was changed, when and by whom."""
        from commerce_sdk.commerce_layer.versions import Versions

        return Versions(self._core)
