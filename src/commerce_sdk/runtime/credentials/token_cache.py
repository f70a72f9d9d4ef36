"""Access tokens that run out: kept while they are good, renewed early, by one caller for all."""

from __future__ import annotations

import inspect
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from math import inf
from typing import ClassVar, cast

import anyio
import anyio.lowlevel
from msgspec.structs import force_setattr

from commerce_sdk import defaults
from commerce_sdk.clock import Clock
from commerce_sdk.document.operation import Platform, SchemeKind
from commerce_sdk.document.text import credential_text
from commerce_sdk.errors import AuthenticationFailed, CommerceError, InvalidRequest
from commerce_sdk.runtime.checks import seconds_or_none
from commerce_sdk.runtime.credentials.auth import TAKES, Auth, NoCredential, as_failure, fits_some
from commerce_sdk.runtime.retries.backoff import grown
from commerce_sdk.secret import Secret, hide, revealed, type_name
from commerce_sdk.value import OfThisProcess, Value


class AccessToken(Value, frozen=True):
    """A token as its issuer gave it.

    Args:
        value: What stands after `Bearer` in the header.
        expires_in: Seconds that it is good for, from now; None where the issuer does not say:
            then it is kept until the platform refuses it.
    """

    hidden: ClassVar[tuple[str, ...]] = ("value",)

    value: str
    expires_in: float | None = None

    def __post_init__(self) -> None:
        force_setattr(self, "value", hide(self.value))  # before anything is refused
        force_setattr(self, "value", credential_text(self.value, "auth"))
        seconds_or_none(self.expires_in, "expires_in")


Given = str | AccessToken
TokenSource = Callable[[], Given | Awaitable[Given]]
"""Gives a token; plain or async."""


class _Kept(Value, frozen=True, kw_only=True):
    hidden: ClassVar[tuple[str, ...]] = ("header",)

    header: str
    renew_at: float
    ends_at: float
    ends_by_date: float


class TokenCache(OfThisProcess):
    """A credential that renews itself.

    A token is renewed a little before its end, at a moment that differs from process to process;
    until then, and while that renewal is under way, the others go on with the old one. Once it has
    ended, everyone waits for one renewal, whose token serves them however soon it ends. After a
    renewal that failed nobody asks again for a while, longer each time, and a token that is still
    good goes on being used.

        cache = TokenCache(fetch_token)      # async def fetch_token() -> AccessToken
        async with …Client(auth=cache) as client: …

    Args:
        source: A function, plain or async, that gets a new token: an `AccessToken`, or a plain
            text that is kept until the platform refuses it.
        name: What limits count its calls under, the same in every process that shares them. No
            secret. Left out, this cache counts alone.

    Clients may share one. `AuthenticationFailed` is raised where no token can be had.
    """

    kind: ClassVar[SchemeKind] = "bearer"
    _instead = "make one in each process, of the same function and name"

    renewable = True

    def __init__(self, source: TokenSource, *, name: str | None = None) -> None:
        source = hide(source)
        if not callable(revealed(source)):
            raise InvalidRequest(
                f"must be a function that gives a token, not {type_name(source)}; a fixed token is "
                "given as token=, or as Bearer(token)",
                path="source",
            )
        self._source = source
        self.name = name
        self.identity: str | None = None if name is None else f"name: {name}"
        self._chance = random.SystemRandom()  # forked workers share no state of it
        self._kept: _Kept | None = None
        self._beginnings = 0
        self._renewals: dict[object, anyio.Event] = {}
        self._failures = Counter[bool]()  # by whether it was a refusal
        self._failure: AuthenticationFailed | None = None
        self._not_before = 0.0

    async def header(self, clock: Clock, source: TokenSource | None = None) -> str:
        """The value of the Authorization header; `source` is asked in place of the cache's own.
        Raises `AuthenticationFailed`."""
        beginnings = self._beginnings
        while True:
            if (found := self.ready(clock)) is not None:
                return found
            kept = self._kept
            if self._failure and self._failed_lately(clock) and not self._is_good(clock):
                raise _again(self._failure)
            loop = anyio.lowlevel.current_token()
            under_way = self._renewals.get(loop)
            if under_way is None:
                return await self._renew(loop, clock, source or self._source)
            await under_way.wait()
            if self._beginnings != beginnings:
                raise AuthenticationFailed("the session was ended while its renewal was waited for")
            # What was waited for is used even if it has ended by now: to ask again gains nothing.
            if self._kept is not None and self._kept is not kept:
                return self._kept.header

    def ready(self, clock: Clock) -> str | None:
        """What `header` gives at once; None where a renewal is to be waited for."""
        kept = self._kept
        if kept is None or not self._is_good(clock):
            return None
        is_early = clock.monotonic() < kept.renew_at or self._failed_lately(clock)
        if is_early or anyio.lowlevel.current_token() in self._renewals:
            return kept.header
        return None

    def _is_good(self, clock: Clock) -> bool:
        return self._kept is not None and clock.monotonic() < self._kept.ends_at

    def _failed_lately(self, clock: Clock) -> bool:
        return self._failure is not None and clock.monotonic() < self._not_before

    def forget(self, header: str) -> None:
        """The platform refused this value."""
        if self._kept is not None and self._kept.header == header:
            self._kept = None

    def begin_anew(self) -> None:
        """Forget what was given, and that it could not be renewed; but not that it was refused."""
        self._beginnings += 1
        self._kept = None
        if self._failure is None or not self._failure.refused:
            self._failure = None
            self._failures.clear()

    def ended(self, header: str, clock: Clock) -> bool:
        """Has the own end of this value passed? False of one whose end is not known."""
        kept = self._kept
        if kept is None or kept.header != header:
            return True  # somebody found so before
        # A machine that slept has missed the time on its own clock, not on the calendar.
        return kept.ends_at <= clock.monotonic() or kept.ends_by_date <= clock.time()

    async def _renew(self, loop: object, clock: Clock, source: TokenSource) -> str:
        beginnings = self._beginnings
        self._renewals[loop] = anyio.Event()
        try:
            # A plain source lets nobody else run; those who come at this moment are to wait for it.
            await anyio.lowlevel.checkpoint()
            return self._keep(await self._ask(source), clock)
        except AuthenticationFailed as failure:
            if self._beginnings != beginnings:
                raise  # it is no reason for the next one to wait
            self._failure = failure
            self._not_before = clock.monotonic() + self._pause(bool(failure.refused))
            if self._kept is None or self._kept.ends_at <= clock.monotonic():
                raise
            return self._kept.header
        finally:
            self._renewals.pop(loop).set()

    def _pause(self, refused: bool) -> float:
        """Seconds to leave the issuer alone, once more after such a failure."""
        before = self._failures[refused]
        self._failures[refused] += 1
        if refused:  # in full, for each time may count against the user
            first, cap = defaults.RENEWAL_REFUSED_PAUSE, defaults.RENEWAL_REFUSED_PAUSE_CAP
            return grown(first, 2.0, before, cap)
        first, cap = defaults.RENEWAL_FIRST_PAUSE, defaults.RENEWAL_PAUSE_CAP
        return grown(first, 2.0, before, cap) * self._chance.uniform(0.5, 1.0)

    async def _ask(self, source: TokenSource) -> AccessToken:
        try:
            with anyio.fail_after(defaults.RENEWAL_TIMEOUT):
                given = hide(revealed(source)())
                if inspect.isawaitable(revealed(given)):
                    given = hide(await revealed(given))
            if isinstance(given, Secret):
                return AccessToken(given)
            if isinstance(revealed(given), AccessToken):
                return cast(AccessToken, revealed(given))
        except BaseException as fault:
            raise as_failure("the token source", fault)  # noqa: B904
        raise AuthenticationFailed(
            f"auth: the token source gave {type_name(given)}; expected a text, or "
            "AccessToken(value, expires_in=…)"
        )

    def _keep(self, token: AccessToken, clock: Clock) -> str:
        lifetime = inf if token.expires_in is None else token.expires_in
        ends_at = clock.monotonic() + lifetime
        early = min(defaults.RENEWAL_EARLY, lifetime / 2) * self._chance.uniform(0.5, 1.0)
        margin = min(defaults.TOKEN_MARGIN, lifetime / 10)
        self._kept = _Kept(
            header=Secret(f"Bearer {token.value}"),
            renew_at=ends_at - early,
            ends_at=ends_at - margin,
            ends_by_date=clock.time() + lifetime - margin,
        )
        self._failure = None
        self._failures.clear()
        return self._kept.header

    def __repr__(self) -> str:
        name = vars(self).get("name")  # of one whose source was refused, too
        return f"TokenCache(name={name!r})" if name else "TokenCache()"


def _again(failure: AuthenticationFailed) -> AuthenticationFailed:
    """The same failure, for who comes while nobody asks again."""
    again = AuthenticationFailed(
        f"{failure}; it is not asked again so soon", refused=failure.refused
    )
    if isinstance(failure.__cause__, CommerceError):  # others may hold what no traceback should
        again.__cause__ = failure.__cause__
    return again


AuthLike = Auth | TokenSource


def as_auth(auth: AuthLike | None, platform: Platform, logins: Sequence[str] = ()) -> Auth:
    """A credential as the runtime uses it; None for a client that needs none. `logins` are the
    names of those that a facade makes one of. Raises `InvalidRequest` for what is none, and for one
    of a kind that the platform has no scheme for."""
    if auth is None:
        return NoCredential()
    auth = hide(auth)
    if isinstance(revealed(auth), type):
        name = revealed(auth).__name__
        raise InvalidRequest(f"{name} is a class; make one: {name}(…)", path="auth")
    made: Auth | None = None
    if isinstance(revealed(auth), Auth):
        made = cast(Auth, revealed(auth))
    elif callable(revealed(auth)):
        made = TokenCache(revealed(auth))
    if made is not None and (not platform.schemes or fits_some(made, platform.schemes)):
        return made
    of_host = ["ClientCredentials"] if any(each.token_url for each in platform.schemes) else []
    of_schemes = (TAKES[scheme.kind] for scheme in platform.schemes)
    takes = [*dict.fromkeys([*of_host, *logins, *of_schemes])]
    what = f"must be {_one_of(takes)}, not {type_name(auth)}"
    if "bearer" in (scheme.kind for scheme in platform.schemes):
        takes += ["TokenCache", "SessionCache", "a function that gives a token"]
        what = f"must be {_one_of(takes)}, not {type_name(auth)}; a fixed token is given as token="
    raise InvalidRequest(what, path="auth")


def _one_of(names: Sequence[str]) -> str:
    *others, last = names or ["left out"]
    return f"{', '.join(others)} or {last}" if others else last
