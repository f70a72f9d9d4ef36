"""Credentials: what stands in the Authorization header, and how it is renewed."""

from __future__ import annotations

import inspect
from base64 import b64encode
from collections.abc import Awaitable, Callable
from typing import Protocol, runtime_checkable

import attrs

from commerce_sdk.errors import AuthenticationFailed, CommerceError, InvalidRequest
from commerce_sdk.runtime.call import Call, Layer, Reply

TokenSource = Callable[[], str | Awaitable[str]]


@runtime_checkable
class Auth(Protocol):
    """A way to authenticate. `renewable` says whether `header` gives something new after
    `forget`."""

    renewable: bool

    async def header(self) -> str:
        """The value of the Authorization header."""
        ...

    def forget(self, header: str) -> None:
        """The server refused this value; do not give it again."""
        ...


def _token(value: str) -> str:
    return _secret(value, "token")


def _email(value: str) -> str:
    return _secret(value, "email")


def _secret(value: str, path: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InvalidRequest("must be a text that is not empty", path=path)
    if not value.isascii() or any(ord(character) < 0x20 for character in value):
        raise InvalidRequest("holds characters that no header can carry", path=path)
    return value


@attrs.frozen
class Bearer:
    """A fixed access token."""

    token: str = attrs.field(repr=False, converter=_token)
    renewable = False

    async def header(self) -> str:
        return f"Bearer {self.token}"

    def forget(self, header: str) -> None:
        pass


@attrs.frozen
class Basic:
    """An e-mail address with an API token."""

    email: str = attrs.field(repr=False, converter=_email)
    token: str = attrs.field(repr=False, converter=_token)
    renewable = False

    async def header(self) -> str:
        return "Basic " + b64encode(f"{self.email}:{self.token}".encode()).decode()

    def forget(self, header: str) -> None:
        pass


class TokenCallable:
    """A token that a function gives, asked again once the server refuses the old one."""

    renewable = True

    def __init__(self, source: TokenSource) -> None:
        self._source = source
        self._header: str | None = None

    async def header(self) -> str:
        if self._header is None:
            try:
                given = self._source()
                token = await given if inspect.isawaitable(given) else given
            except CommerceError:
                raise
            except Exception as fault:
                raise AuthenticationFailed(
                    f"the token callable failed with {type(fault).__name__}"
                ) from fault
            self._header = f"Bearer {_secret(token, 'auth')}"
        return self._header

    def forget(self, header: str) -> None:
        if self._header == header:
            self._header = None

    def __repr__(self) -> str:
        return "TokenCallable()"


AuthLike = Auth | TokenSource


def as_auth(auth: AuthLike) -> Auth:
    """A credential as the runtime uses it. Raises `InvalidRequest`."""
    if isinstance(auth, Auth):
        return auth
    if callable(auth):
        return TokenCallable(auth)
    raise InvalidRequest("must be Bearer, Basic or a callable that gives a token", path="auth")


class Authenticate:
    """The layer that adds the credential. It never resends: a refusal goes up, where the next
    attempt takes its own turn with a renewed credential."""

    def __init__(self, auth: Auth, below: Layer) -> None:
        self.auth = auth
        self._below = below

    async def __call__(self, call: Call) -> Reply:
        with call.deadline.charge("auth"):
            header = await self.auth.header()
        reply = await self._below(
            attrs.evolve(call, headers=(*call.headers, ("authorization", header)))
        )
        if reply.status == 401:
            self.auth.forget(header)
        return reply
