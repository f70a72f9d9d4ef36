"""The layer that keeps the published limits, and learns from what comes back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from commerce_sdk import defaults
from commerce_sdk.clock import Clock
from commerce_sdk.document.operation import LimitScope, RateLimit
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.call.exchange import LIMIT_HEADERS, Call, Layer, Reply
from commerce_sdk.runtime.credentials.auth import Auth, Authenticate
from commerce_sdk.runtime.limits.local import Buckets, Limiter

if TYPE_CHECKING:
    from commerce_sdk.runtime.limits.corrections import Corrections

_Whose = tuple[str, str | None, str]
"""A credential, an account, and an operation."""

_KEPT = 1024
"""Operations of credentials and accounts whose buckets are kept."""


def known_tier(tier: str | None, tiers: tuple[str, ...]) -> str | None:
    """The tier of a client, one of its platform's `tiers`; left out, the first. Raises
    `InvalidRequest` for another."""
    if tier is None:
        return next(iter(tiers), None)
    if tier not in tiers:
        known = " or ".join(map(repr, tiers))
        what = f"must be {known}" if tiers else "is nothing that the limits of this platform go by"
        raise InvalidRequest(what, path="tier")
    return tier


class KeepLimits:
    """The layer that waits for a place before each attempt, and learns from what comes back."""

    def __init__(
        self,
        limiter: Limiter,
        server: str,
        auth: Auth,
        clock: Clock,
        below: Layer,
        account_setting: str | None = None,
        credential: Authenticate | None = None,
        tier: str | None = None,
    ) -> None:
        self._limiter = limiter
        self._tier = tier
        self._credential = credential
        self._server = server
        self._auth = auth
        self._clock = clock
        self._below = below
        self._account_setting = account_setting
        self._said: Corrections = {}
        self._known: dict[_Whose, dict[str, tuple[RateLimit, ...]]] = {}
        self._with: dict[str, set[_Whose]] = {}  # which of them hold the bucket of a key
        unknown = limiter.scope in (None, "credential") and auth.identity is None
        if unknown and limiter.crosses_processes:
            raise InvalidRequest(
                "other processes cannot know which credential it is: use TokenCache(…, name=…), "
                "or a limiter of scope='account' or scope='address'",
                path="auth",
            )

    async def __call__(self, call: Call) -> Reply:
        limiter, clock = self._limiter, self._clock
        buckets = self._buckets(call)
        credential = self._credential
        while True:
            # Nobody who waits for a renewal holds a place: the renewal may need it.
            if credential is not None:
                call = await credential.prepared(call)
            with call.charge_wait("limits"):
                place = await limiter.acquire(buckets, call.context.deadline, clock)
            try:
                if credential is not None and credential.would_wait(call):
                    continue  # what was good has ended in the line
                reply = await self._below(call)
                headers = reply.headers
                if "x-ratelimit-interval" in headers or "ratelimit-interval" in headers:
                    self._learn(buckets, headers)
                # Before the place comes free, so that nobody slips in between.
                if found := self._pause(reply, buckets):
                    await limiter.pause(*found, clock)
                return reply
            finally:
                await limiter.release(buckets, place, clock, sent=call.evidence.may_have_sent)

    def _buckets(self, call: Call) -> Buckets:
        operation = call.request.operation
        if self._limiter.scope == "account" and call.account is None:
            if self._account_setting is None:
                what = "cannot count by account, for this platform has none: use another scope"
                raise InvalidRequest(what, path="limiter")
            raise InvalidRequest(
                "is needed by a limiter of scope 'account': set it on the client",
                path=self._account_setting,
            )
        credential = self._auth.identity or f"here: {id(self._auth)}"
        whose = (credential, call.account, operation.id)
        if whose not in self._known:
            if len(self._known) >= _KEPT:
                self._let_go(next(iter(self._known)))
            found = buckets_of(
                self._server, self._limiter.scope, *whose, operation.rate_limits, self._tier
            )
            if self._said:
                self._correct([found], found)
            self._known[whose] = found
            for key in found:
                self._with.setdefault(key, set()).add(whose)
        return self._known[whose]

    def _let_go(self, whose: _Whose) -> None:
        for key in self._known.pop(whose):
            self._with[key].discard(whose)
            if not self._with[key]:
                del self._with[key]

    def _learn(self, buckets: Buckets, headers: Mapping[str, str]) -> None:
        from commerce_sdk.runtime.limits.corrections import learn  # most servers say nothing of it

        for key in learn(self._said, buckets, headers):
            self._correct([self._known[each] for each in self._with.get(key, ())], [key])

    def _correct(
        self, known: Iterable[dict[str, tuple[RateLimit, ...]]], keys: Iterable[str]
    ) -> None:
        from commerce_sdk.runtime.limits.corrections import correct

        for buckets in known:
            correct(self._said, buckets, tuple(keys))

    def _pause(self, reply: Reply, buckets: Buckets) -> tuple[Buckets, float] | None:
        """Which buckets the server wants to hear no more of, and for how many seconds: after a
        429, or once its headers say that nothing is left."""
        if reply.status == 429:
            asked = reply.retry_after(self._clock.time())
            # Who blocks an address counts what comes meanwhile, of whatever bucket.
            blocked = self._shortest_of_address(buckets) if asked is None else None
            asked = asked or blocked or 0.0
            seconds = min(max(asked, defaults.LIMIT_PAUSE), defaults.RETRY_AFTER_CAP)
            return buckets if blocked else _spent(reply, buckets), seconds
        headers = reply.headers
        if not ("x-ratelimit-remaining" in headers or "ratelimit-remaining" in headers):
            return None  # as most answers
        if all(headers.get(f"{each}remaining", "").strip() != "0" for each in LIMIT_HEADERS):
            return None
        reset = reply.limit_reset(self._clock.time())
        return (_spent(reply, buckets), min(reset, defaults.RETRY_AFTER_CAP)) if reset else None

    def _shortest_of_address(self, buckets: Buckets) -> int | None:
        """The length of the shortest window, where all of them count what comes from an address."""
        scope = self._limiter.scope
        windows = [each for limits in buckets.values() for each in limits]
        if any((scope or each.scope) != "address" for each in windows):
            return None
        return min((each.seconds for each in windows), default=None)


def buckets_of(
    server: str,
    scope: LimitScope | None,
    credential: str,
    account: str | None,
    operation: str,
    limits: tuple[RateLimit, ...],
    tier: str | None = None,
) -> dict[str, tuple[RateLimit, ...]]:
    """The windows of each bucket that an operation counts in, those of the client's `tier` and of
    all; one bucket without a window where none is published, for the server may ask for a pause.
    `scope` goes before the document's. The tier is in no key: a server counts a credential once,
    so do clients that are told it is of another tier, each with windows of its own."""
    limits = tuple(each for each in limits if each.tier in (None, tier))
    who = {"credential": credential, "account": account or credential, "address": "address"}
    if not limits:
        return {key_of(server, who[scope or "credential"], operation): ()}
    found: dict[str, tuple[RateLimit, ...]] = {}
    for limit in limits:
        key = key_of(server, who[scope or limit.scope], limit.bucket or operation)
        found[key] = (*found.get(key, ()), limit)
    return found


def key_of(server: str, who: str, bucket: str) -> str:
    """What a server counts by. Of the credential or the account only a hash is in it."""
    return hashlib.sha256(f"{server}\n{who}\n{bucket}".encode(errors="replace")).hexdigest()[:32]


def _spent(reply: Reply, buckets: Buckets) -> Buckets:
    """The buckets that an answer speaks of: those with the limit of which it says that nothing is
    left. Where it names none of theirs, it may be any of them, so all."""
    for prefix in LIMIT_HEADERS:
        if reply.headers.get(f"{prefix}remaining", "").strip() == "0":
            named = reply.headers.get(f"{prefix}limit", "").partition(",")[0].strip()
            found = {
                key: limits
                for key, limits in buckets.items()
                if named in [str(each.limit) for each in limits]
            }
            return found or buckets
    return buckets
