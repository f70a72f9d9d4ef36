"""OAuth 2 client credentials (RFC 6749, 4.4): a client's id and secret, for which the token host of
its platform gives a token.

The token goes to the API's host alone, and the secret to the token host alone: each host has a way
of its own, and neither is left by a redirect or by an address in an answer.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Any, ClassVar, NoReturn, Protocol, Self
from urllib.parse import urlencode, urlsplit

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from commerce_sdk import defaults
from commerce_sdk.clock import Clock
from commerce_sdk.document.answer import AnswerOf
from commerce_sdk.document.operation import (
    ErrorFamily,
    Findings,
    Operation,
    Platform,
    Request,
    RetryRule,
    SchemeKind,
    SecurityScheme,
)
from commerce_sdk.document.text import credential_text
from commerce_sdk.errors import AuthenticationFailed, CommerceError, InvalidRequest
from commerce_sdk.runtime.call.redaction import echoes_of
from commerce_sdk.runtime.credentials.auth import OfEachClient, OfOneClient, is_refusal
from commerce_sdk.runtime.credentials.token_cache import AccessToken, TokenCache
from commerce_sdk.secret import Secret, SecretBytes, hide
from commerce_sdk.value import OfThisProcess, Value


class TokenAnswer(Value, frozen=True):
    """What a token endpoint gives (RFC 6749, 5.1): nothing else of it is kept, in no frame either,
    for all of it may be secret."""

    hidden: ClassVar[tuple[str, ...]] = ("value", "kind")

    value: Any
    kind: Any
    expires_in: float

    @classmethod
    def of(cls, answer: dict[str, Any]) -> Self:
        """Of the JSON that came."""
        value, kind = hide(answer.get("access_token")), hide(answer.get("token_type"))
        return cls(value, kind, _seconds(answer.get("expires_in")))

    def token(self) -> AccessToken:
        """The token. Raises `AuthenticationFailed` where there is none that can be sent."""
        if self.kind is not None and str(self.kind).lower() != "bearer":
            raise AuthenticationFailed("the token host gave a token that is not of the type Bearer")
        if not isinstance(self.value, Secret) or not self.value:
            raise AuthenticationFailed("the token host gave no access token")
        return AccessToken(self.value, self.expires_in)


def _seconds(lifetime: object) -> float:
    """How long a token is good for. Where that is not said, a platform whose 401 may mean "not
    allowed" could never tell that it has ended, so it is renewed before it can be old."""
    seconds = 0.0
    if isinstance(lifetime, int | float | Decimal | str) and not isinstance(lifetime, bool):
        with suppress(ValueError, OverflowError):
            seconds = float(lifetime)
    return min(seconds, _AGES) if seconds > 0 else defaults.TOKEN_LIFETIME


_AGES = 1e9
"""Seconds; more of them are no number of a clock's."""

_FINDING = Findings(
    at="errors/*",
    words=("{title}: {detail}", "{detail}", "{title}"),
    code=("code",),
)
_TOKEN_HOST = Platform(
    name="token host",
    error_families={
        "token": ErrorFamily(
            title=("error", "title"),
            code=("error", "code", "errors/*/code", "errors/code"),
            detail=("error_description", "detail"),
            problems=(_FINDING, replace(_FINDING, at="errors")),
        )
    },
)
"""The errors are those of RFC 6749, 5.2, or what a JSON:API platform makes of them."""


class TokenHost(Protocol):
    """A client's way to the token host: the SDK's own way of a call."""

    async def ask(self, request: Request[TokenAnswer]) -> TokenAnswer:
        """Make a call."""
        ...

    async def aclose(self, grace: float | None) -> None:
        """Close its connections."""
        ...


class ClientCredentials(OfEachClient, OfThisProcess):
    """A client's id and secret, for which the platform gives a token.

    The token is fetched with the first call, by one caller for all, and renewed a little before its
    end. Clients that are given the same one share its token; so do their clones. A 401 renews it
    only as the platform's document says: where it may also mean "not allowed", once the token's own
    end has passed.

    Args:
        client_id: The client's id, as the platform gave it.
        client_secret: Its secret, which is sent to the token host alone.
        token_url: Another token endpoint than the document's; https, unless it is loopback.

    `AuthenticationFailed` is raised where no token can be had; with `refused=True` where the token
    host refused the client.
    """

    kind: ClassVar[SchemeKind] = "bearer"
    _instead = "make one in each process, of the same id and secret"

    def __init__(
        self, client_id: str, client_secret: str, *, token_url: str | UnsetType = UNSET
    ) -> None:
        client_id, client_secret, token_url = hide(client_id), hide(client_secret), hide(token_url)
        self._client_id = credential_text(client_id, "client_id", in_header=False)
        self._client_secret = credential_text(client_secret, "client_secret", in_header=False)
        self._token_url = token_url if token_url is UNSET else _checked(token_url)
        self._caches: dict[tuple[str, str], TokenCache] = {}

    def at(self, token_url: str) -> ClientCredentials:
        """The same id and secret, for another token endpoint; all of them that lead to one share
        its token."""
        other = ClientCredentials(self._client_id, self._client_secret, token_url=token_url)
        other._caches = self._caches
        return other

    def of_client(
        self,
        platform: Platform,
        open_host: Callable[..., TokenHost],
        base_url: str | UnsetType = UNSET,
    ) -> ClientToken | ClientCredentials:
        """The credential of one client of a platform, which asks for the token by the way that
        `open_host` gives; itself where the platform takes no token at all. Raises `InvalidRequest`
        where nobody says where its token host is: the document's belongs to the document's server,
        and gets no secret of a client whose `base_url` is another one."""
        schemes = [each for each in platform.schemes if each.kind == self.kind]
        scheme = next((each for each in schemes if each.token_url), next(iter(schemes), None))
        if scheme is None:
            return self
        url = self._token_url or scheme.token_url
        if not url:
            what = "is needed: the platform's document names no token endpoint"
            raise InvalidRequest(what, path="token_url")
        if self._token_url is UNSET and base_url is not UNSET and _differs(base_url, platform):
            what = "is needed beside base_url: the document's is that of the document's own server"
            raise InvalidRequest(what, path="token_url")
        server, path = _parts(url)
        who = hashlib.sha256(f"{server}\n{self._client_id}".encode()).hexdigest()
        cache = self._caches.setdefault((server, path), TokenCache(_nobody, name=who))
        host = open_host(platform=_TOKEN_HOST, base_url=server)
        return ClientToken(cache, host, self._request(scheme, path, who))

    def _request(self, scheme: SecurityScheme, path: str, who: str) -> Request[TokenAnswer]:
        given = {
            "grant_type": "client_credentials",
            "client_id": self._client_id,
            "client_secret": self._client_secret,
        }
        is_json = scheme.token_request == "json"
        return Request(
            operation=Operation(
                id="get_token",
                method="POST",
                path=path,
                answers={200: AnswerOf(dict[str, Any], TokenAnswer.of)},
                retry=RetryRule(kind="safe"),
                rate_limits=scheme.token_limits,
                errors={"token": ("default",)},
                security=(),
            ),
            path=path,
            body=SecretBytes((json.dumps(given) if is_json else urlencode(given)).encode("ascii")),
            content_type="application/json" if is_json else "application/x-www-form-urlencoded",
            tenants=(who,),  # whom a limiter counts that goes by account
            secrets=echoes_of(self._client_secret, self._client_id),
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class ClientToken(OfOneClient, OfThisProcess):
    """The token of some `ClientCredentials`, as one client sends it: kept for all clients that were
    given them, and fetched by whichever needs it first."""

    kind: ClassVar[SchemeKind] = "bearer"
    renewable = True

    def __init__(self, cache: TokenCache, host: TokenHost, request: Request[TokenAnswer]) -> None:
        self._cache = cache
        self._host = host
        self._request = request
        self.identity: str | None = cache.identity
        self.ready: Callable[[Clock], str | None] = cache.ready
        self.ended: Callable[[str, Clock], bool] = cache.ended
        self.forget: Callable[[str], None] = cache.forget

    async def header(self, clock: Clock) -> str:
        """The value of the Authorization header. Raises `AuthenticationFailed`."""
        return await self._cache.header(clock, self._fetched)

    async def _fetched(self) -> AccessToken:
        try:
            answer = await self._host.ask(self._request)
        except CommerceError as failure:
            refused = is_refusal(failure)
            what = "the token host refused the client" if refused else "no token could be had"
            raise AuthenticationFailed(f"{what}: {failure}", refused=refused) from failure
        return answer.token()

    async def aclose(self) -> None:
        """Close the client's connections to the token host."""
        await self._host.aclose(0)

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


def _nobody() -> NoReturn:
    raise AuthenticationFailed("no client asks for this token")


def _checked(token_url: str) -> str:
    """The address. Raises `InvalidRequest` for one that no secret is sent to."""
    from commerce_sdk.runtime.http.pool import checked_base_url

    try:
        checked_base_url(token_url)
    except InvalidRequest as error:
        error.at("token_url")
        raise
    return str(token_url)


def _differs(base_url: str, platform: Platform) -> bool:
    """Is it another server than the document's? What is no address is refused where it is used."""
    from commerce_sdk.runtime.http.origins import origin_of
    from commerce_sdk.runtime.http.pool import checked_base_url

    try:
        return platform.server is None or origin_of(checked_base_url(base_url)) != origin_of(
            platform.server
        )
    except InvalidRequest:
        return False


def _parts(url: str) -> tuple[str, str]:
    """The server of a token endpoint in one spelling, and its path there."""
    from commerce_sdk.runtime.http.origins import origin_of

    return origin_of(url), urlsplit(url).path or "/"
