"""How the session of a login begins, goes on and ends: by the platform's own operations."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from contextlib import suppress
from decimal import Decimal
from typing import TypeVar

from anyio import CapacityLimiter, move_on_after, to_thread
from msgspec import UNSET
from msgspec.structs import replace

from commerce_sdk.document.operation import Request
from commerce_sdk.errors import AuthenticationFailed, CommerceError, Unauthenticated
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.call.redaction import echoes_of
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.credentials.auth import is_refusal
from commerce_sdk.runtime.credentials.endings import NoSession
from commerce_sdk.runtime.credentials.sessions import Session, SessionCache
from commerce_sdk.secret import Secret
from commerce_sdk.storefront.login import Login
from commerce_sdk_api.storefront import api, models

T = TypeVar("T")


class Sessions:
    """The sessions of a login. They are asked for on the client's own connections, so the client
    gives its core as soon as it has one."""

    core: Core

    def __init__(self, login: Login) -> None:
        self._login = login
        # The address is a part of what limits count by; the user is told from others by this.
        name = hashlib.sha256(login.email.lower().encode()).hexdigest()
        owner = None if login.store is None else self.owner  # nobody else has the client's own
        self.credential: SessionCache = SessionCache(
            self.begin, self.go_on, store=login.store, name=name, owner=owner
        )

    async def owner(self) -> str:
        """Who logs in where, to tell the sessions in a store apart: a hash that tells nobody the
        password. It is slow, so a thread makes it, one of its own: all others may be waiting for
        this client."""
        login = self._login
        whose = Secret(f"{self.core.pipeline.transport.server}\n{login.email.lower()}").encode()

        def slow() -> str:
            password = login.password.encode()
            return hashlib.scrypt(password, salt=whose, n=2**14, r=8, p=1, dklen=32).hex()

        return await to_thread.run_sync(slow, limiter=CapacityLimiter(1))

    async def begin(self) -> Session:
        """Log in. Raises `AuthenticationFailed`."""
        login = self._login
        body = models.LoginInput(
            email=login.email, password=login.password, remember=login.remember or UNSET
        )
        try:
            return await self._asked(api.auth.log_in.build(body=body), login.password, login.email)
        except CommerceError as failure:
            refused = is_refusal(failure)
            what = "the platform refused the login" if refused else "the login failed"
            raise AuthenticationFailed(f"{what}: {failure}", refused=refused) from failure

    async def go_on(self, refresh_token: str) -> Session:
        """The next session for a refresh token, which is sent once."""
        body = models.RefreshInput(refresh_token=refresh_token)
        return await self._asked(api.auth.refresh_login.build(body=body), refresh_token)

    async def _asked(self, request: Request[models.Token], *secrets: str) -> Session:
        request = replace(request, secrets=echoes_of(*secrets))
        return _session(await self.core.ask(request))


def _session(token: models.Token) -> Session:
    """What an answer brings. The models give values as they came, of whatever type."""
    kind: object = token.token_type
    if kind is not None and str(kind).lower() != "bearer":
        raise AuthenticationFailed("the platform gave a token that is not of the type Bearer")
    if not token.access_token:
        raise AuthenticationFailed("the platform gave no access token")
    refresh_token: object = token.refresh_token
    return Session(
        token.access_token,
        refresh_token if isinstance(refresh_token, str) and refresh_token else None,
        _seconds(token.expires_in),
    )


def _seconds(lifetime: object) -> float | None:
    """What can be no lifetime is as none at all: the token is good until it is refused."""
    if isinstance(lifetime, bool) or not isinstance(lifetime, int | float | Decimal):
        return None
    return float(min(lifetime, _AGES)) if lifetime > 0 else None


_AGES = 10**9
"""Seconds; more of them are no number of a clock's."""


async def end_session(core: Core) -> None:
    """End the session of a client at the platform, and forget it."""
    auth = core.pipeline.auth
    request = api.auth.log_out.build()
    if not isinstance(auth, SessionCache):
        await core.ask(request)
        return
    context = core.begin()
    if await _of_store(core, context, auth.has_session):
        # Nobody logs in only to log out; and what the platform knows no more is over.
        with auth.without_login(), suppress(Unauthenticated, NoSession):
            await core.ask(request, context=context)
    await _of_store(core, context, auth.logout)


async def _of_store(core: Core, context: Context, ask: Callable[[], Awaitable[T]]) -> T:
    """What a store of sessions says, within a logout's deadline and until its client is closed."""
    with core.under_way(api.auth.log_out.OPERATION, context):
        with move_on_after(context.deadline.remaining()):
            return await ask()
        raise context.deadline.error("asking the session store")
