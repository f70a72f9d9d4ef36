"""Sessions whose refresh token is good for one use: renewed by one for all, also of processes that
share a store.

An issuer that rotates refresh tokens takes a second use of one for a theft, and ends the session.
So who is about to use one first takes it out of the store, by compare-and-swap: nobody else can
have it then, however long that takes and whoever dies. What it brought goes into the store before
it is used. A refresh token that was taken out and never replaced is lost, and a login follows.

Who is cancelled, or finds the store gone, tries once more for a moment to leave there what others
can go on with. It does no harm where the first try arrived after all: nobody else has that claim.

What is kept may be marked with whose it is. Who finds the session of somebody else there uses
nothing of it, and logs in; only what that brings takes its place. Until then the claim keeps it
whole, and whose it is goes on with it.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from math import inf
from typing import ClassVar, TypeVar, cast

import anyio
from msgspec import MsgspecError, json
from msgspec.structs import force_setattr, replace

from commerce_sdk import defaults
from commerce_sdk.clock import SYSTEM_CLOCK, Clock
from commerce_sdk.document.operation import SchemeKind
from commerce_sdk.document.text import credential_text
from commerce_sdk.errors import AuthenticationFailed, InvalidRequest
from commerce_sdk.runtime.call.redaction import LOGGER
from commerce_sdk.runtime.checks import seconds_or_none
from commerce_sdk.runtime.credentials.auth import as_failure
from commerce_sdk.runtime.credentials.endings import (
    NoSession,
    is_refused,
    is_unused,
    not_refreshed,
)
from commerce_sdk.runtime.credentials.stores import AskedStore, MemorySessionStore, SessionStore
from commerce_sdk.runtime.credentials.token_cache import AccessToken, TokenCache
from commerce_sdk.secret import Secret, hide, revealed, type_name
from commerce_sdk.value import OfThisProcess, Value

T = TypeVar("T")


class Session(Value, frozen=True):
    """What an issuer gave for a login, or for a refresh token.

    Args:
        access_token: What stands after `Bearer` in the header.
        refresh_token: What brings the next session, once; None where the next one takes a login.
        expires_in: Seconds that the access token is good for, from now; None where the issuer does
            not say.
    """

    hidden: ClassVar[tuple[str, ...]] = ("access_token", "refresh_token")

    access_token: str
    refresh_token: str | None = None
    expires_in: float | None = None

    def __post_init__(self) -> None:
        for name in self.hidden:  # before anything is refused
            force_setattr(self, name, hide(getattr(self, name)))
        force_setattr(self, "access_token", credential_text(self.access_token, "access_token"))
        if self.refresh_token is not None:
            text = credential_text(self.refresh_token, "refresh_token", in_header=False)
            force_setattr(self, "refresh_token", text)
        seconds_or_none(self.expires_in, "expires_in")


class _Kept(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What a store's text says: the tokens of `owner`, who may be nobody known. Where somebody
    renews it (`renewal` tells which attempt, `renewed_for` for whom), a refresh token that is to be
    used has been taken out, and the access token goes on."""

    hidden: ClassVar[tuple[str, ...]] = ("access_token", "refresh_token", "owner", "renewed_for")

    v: int = 1
    access_token: str | None = None
    refresh_token: str | None = None
    ends_at: float | None = None
    owner: str | None = None
    renewal: str | None = None
    renewed_for: str | None = None

    def __post_init__(self) -> None:
        for name in ("access_token", "refresh_token"):
            if (held := hide(getattr(self, name))) is not None:
                text = credential_text(held, name, in_header=name == "access_token")
                force_setattr(self, name, text)
        for name in ("owner", "renewed_for"):
            force_setattr(self, name, hide(getattr(self, name)))

    @classmethod
    def read(cls, text: Secret | None) -> _Kept:
        try:
            kept = cls() if text is None else json.decode(text.encode(), type=cls)
        except (MsgspecError, UnicodeError, RecursionError):
            return cls()  # whatever it is, the next session takes its place
        return kept if kept.v == 1 else cls()

    def text(self) -> Secret | None:
        """For the store; None where there is nothing to keep."""
        if self.is_empty and self.renewal is None:
            return None
        return Secret(json.encode(self, enc_hook=str).decode())

    @property
    def is_empty(self) -> bool:
        return self.access_token is None and self.refresh_token is None

    def token(self, now: float) -> AccessToken | None:
        """The access token, as long as it is good."""
        if self.access_token is None:
            return None
        if self.ends_at is None:
            return AccessToken(self.access_token)
        left = self.ends_at - now
        return AccessToken(self.access_token, left) if left > 0 else None


class SessionCache(OfThisProcess):
    """A credential that logs in, and renews its session by refresh tokens that are good once.

    It renews as a `TokenCache` does: early, by one task for all, seldom where that fails, with the
    old access token while it is good. Where there is no refresh token, or it is refused, or its
    answer is lost, it logs in.

        credential = SessionCache(login, refresh, store=store)
        # async def login() -> Session, async def refresh(refresh_token: str) -> Session

    Args:
        login: An async function that begins a session.
        refresh: An async function that gives the next session for a refresh token, which it may
            send once. Where the issuer keeps the old one, it gives that again.
        store: Where the session is kept; left out, in the memory of this process. Processes that
            share a store share the session: one renews, the others use what it stored.
        name: What limits count its calls under, the same in every process that shares them. No
            secret. Left out, this credential counts alone.
        owner: Whose session it is: a text, the same in every process that logs in as the same
            user, or an async function that gives it, asked once. It is kept with the session, so
            make a slow hash of what is secret. A session that the store keeps for another is never
            used and never ended here: a login follows, and what it brings takes its place.

    `AuthenticationFailed` is raised where no session can be had.
    """

    kind: ClassVar[SchemeKind] = "bearer"
    _instead = "make one in each process, of the same functions, store and name"
    renewable = True

    def __init__(
        self,
        login: Callable[[], Awaitable[Session]],
        refresh: Callable[[str], Awaitable[Session]],
        *,
        store: SessionStore | None = None,
        name: str | None = None,
        owner: str | Callable[[], Awaitable[str]] | None = None,
    ) -> None:
        for path, given in (("login", login), ("refresh", refresh)):
            if not callable(given):
                raise InvalidRequest("must be an async function that gives a Session", path=path)
        if not (owner is None or callable(owner) or (owner and isinstance(owner, str))):
            what = "must be a text that is not empty, or an async function that gives it"
            raise InvalidRequest(what, path="owner")
        self._login = login
        self._refresh = refresh
        self._store = AskedStore(MemorySessionStore() if store is None else store)
        self._owner = hide(owner) if isinstance(owner, str) else owner
        self._cache = TokenCache(self._next, name=name)
        self.name = name
        self.identity: str | None = self._cache.identity
        self._clock: Clock = SYSTEM_CLOCK
        self._given = Secret()
        self._logouts = 0
        self._logouts_under_way = 0
        self._refused = Secret()
        self._watched: tuple[Secret | None, float] = (None, 0.0)

    async def header(self, clock: Clock) -> str:
        """The value of the Authorization header. Raises `AuthenticationFailed`."""
        self._clock = clock
        return await self._cache.header(clock)

    def ready(self, clock: Clock) -> str | None:
        """What `header` gives at once; None where a renewal is to be waited for."""
        return self._cache.ready(clock)

    def forget(self, header: str) -> None:
        """The platform refused this value."""
        self._refused = Secret(header.removeprefix("Bearer "))
        self._cache.forget(header)

    def ended(self, header: str, clock: Clock) -> bool:
        """Has the own end of this value passed?"""
        return self._cache.ended(header, clock)

    @property
    def logouts(self) -> int:
        """How many logouts are over."""
        return self._logouts

    def ended_since(self, logouts: int) -> bool:
        """Has there been a logout since so many, or is one under way? Not for what that one asks
        for, which cannot log in."""
        is_over = self._logouts != logouts or self._logouts_under_way > 0
        return is_over and _WITHOUT_LOGIN.get() is not self

    async def has_session(self) -> bool:
        """Is one kept, or being renewed?"""
        kept, owner = _Kept.read(await self._store.load()), await self._whose()
        is_renewed = kept.renewal is not None and kept.renewed_for == owner
        return is_renewed or (kept.owner == owner and not kept.is_empty)

    async def logout(self) -> None:
        """Forget the session, here and in the store; the next call logs in. To end it at the
        platform as well, call that before. Calls that wait for a renewal just now fail."""
        self._logouts_under_way += 1
        self._cache.forget(f"Bearer {self._given}")
        try:
            owner, not_swapped = await self._whose(), list[Secret]()
            while (text := await self._store.load()) is not None:
                kept, left = _Kept.read(text), None
                if kept.owner != owner:
                    if kept.renewal is None or kept.renewed_for != owner:
                        return
                    left = replace(kept, renewal=None, renewed_for=None).text()
                if await self._store.swap(text, left):
                    return
                _check_swaps(not_swapped, text)
        finally:
            # Whoever looked into the store before it was clear may have found this session there:
            # who is done with that forgets it now, and who is not yet finds the number changed.
            self._logouts += 1
            self._cache.begin_anew()
            self._logouts_under_way -= 1

    @contextmanager
    def without_login(self) -> Iterator[None]:
        """For a logout: in here this task goes on with the session that there is, refreshed where
        it has ended. Where there is none it meets `AuthenticationFailed`: nobody logs in only to
        log out."""
        entered = _WITHOUT_LOGIN.set(self)
        self._logouts_under_way += 1
        try:
            yield
        finally:
            self._logouts_under_way -= 1
            _WITHOUT_LOGIN.reset(entered)

    async def _next(self) -> AccessToken:
        """The access token to go on with, of a session that nobody ended meanwhile."""
        logouts = self._logouts
        token = await self._found_or_renewed()
        if self._logouts != logouts:
            raise AuthenticationFailed(_ENDED)
        self._given = Secret(token.value)
        return token

    async def _found_or_renewed(self) -> AccessToken:
        """That of another process, or a new one."""
        mine, not_swapped = self._given, list[Secret | None]()
        owner = await self._whose()
        while True:
            text = await self._store.load()
            kept = _Kept.read(text)
            # Also for another, or two would take each other's place for ever.
            under_way = kept.renewal is not None and not self._is_given_up(text)
            token = kept.token(self._clock.time()) if kept.owner == owner else None
            # Of one's own that is not good enough any more, only while somebody renews it.
            is_another = token is not None and (under_way or token.value != mine)
            if token is not None and is_another and token.value != self._refused:
                return token
            if under_way:
                await self._clock.sleep(defaults.SESSION_RECHECK)
            elif (renewed := await self._renew(text, kept, owner)) is not None:
                return renewed
            else:
                _check_swaps(not_swapped, text)

    def _is_given_up(self, text: Secret | None) -> bool:
        """Has a renewal of somebody else been under way for too long? Nobody's clock but ours
        counts, and no harm is done where it goes on: its swap will fail."""
        now = self._clock.monotonic()
        if self._watched[0] != text:
            self._watched = (text, now)
        return now - self._watched[1] >= defaults.SESSION_PATIENCE

    async def _renew(
        self, text: Secret | None, kept: _Kept, owner: str | None
    ) -> AccessToken | None:
        """A new session, of which the store knows; None where somebody else was first."""
        if kept.is_empty:
            kept = _Kept(owner=owner)
        is_mine = kept.owner == owner
        taken = replace(kept, renewal=secrets.token_hex(8), renewed_for=owner)
        if is_mine:
            taken = replace(taken, refresh_token=None)
        claim = taken.text()
        left = kept
        try:
            if not await self._store.swap(text, claim):
                return None
            left = replace(taken, renewal=None, renewed_for=None)
            session: Session | None = None
            if is_mine and kept.refresh_token is not None:
                try:
                    session = _session(await self._refresh(kept.refresh_token))
                except Exception as fault:
                    if is_unused(fault):
                        left = replace(kept, renewal=None, renewed_for=None)
                    self._go_on_without(fault)
            if session is None:
                session = await self._begun()
            lifetime = session.expires_in
            left = _Kept(
                access_token=session.access_token,
                refresh_token=session.refresh_token,
                ends_at=None if lifetime is None else self._clock.time() + lifetime,
                owner=owner,
            )
            if await self._store.swap(claim, left.text()):
                return AccessToken(session.access_token, lifetime)
        except BaseException:
            await self._leave(claim, left)
            raise
        found = _Kept.read(await self._store.load())
        if found.renewal is None and (found.is_empty or found.owner != owner):
            raise AuthenticationFailed(_ENDED)
        return None

    async def _leave(self, claim: Secret | None, kept: _Kept) -> None:
        """Let nobody wait for a renewal that is over, and nothing be lost that it brought."""
        self._watched = (claim, -inf)  # where the store does not hear of it, this process knows
        with suppress(Exception), anyio.move_on_after(defaults.SESSION_GRACE, shield=True):
            await self._store.swap(claim, kept.text())

    async def _whose(self) -> str | None:
        if not callable(self._owner):
            return self._owner
        try:
            given = hide(await self._owner())
        except BaseException as fault:
            raise as_failure("the owner", fault)  # noqa: B904
        if not given or not isinstance(given, Secret):
            raise AuthenticationFailed(f"the owner gave {type_name(given)}; expected a text")
        self._owner = given
        return given

    def _go_on_without(self, fault: Exception) -> None:
        """A refresh failed. Raises `NotRefreshed` where the session is to be ended, and may not be
        over."""
        if _WITHOUT_LOGIN.get() is self and not is_refused(fault):
            raise not_refreshed(fault) from fault
        # Its text may hold what no log should.
        LOGGER.info("a session was not refreshed (%s): logging in", type(fault).__name__)

    async def _begun(self) -> Session:
        if _WITHOUT_LOGIN.get() is self:
            raise NoSession("there is no session to go on with")
        return _session(await self._login())

    def __repr__(self) -> str:
        name = vars(self).get("name")  # of one whose functions were refused, too
        return f"SessionCache(name={name!r})" if name else "SessionCache()"


_WITHOUT_LOGIN: ContextVar[SessionCache | None] = ContextVar("without_login", default=None)
_SAME_TEXT = 5
_ENDED = "the session was ended while it was renewed"


def _check_swaps(not_swapped: list[T], text: T) -> None:
    """Raises `AuthenticationFailed` for a text that was not swapped again and again: it never comes
    twice, for each claim is another."""
    not_swapped.append(text)
    if not_swapped.count(text) >= _SAME_TEXT:
        raise AuthenticationFailed("the session store never swaps what it gives")


def _session(given: object) -> Session:
    given = hide(given)
    if not isinstance(revealed(given), Session):
        raise AuthenticationFailed(f"must give a Session, not {type_name(given)}")
    return cast(Session, revealed(given))
