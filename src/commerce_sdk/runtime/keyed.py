"""Sending a keyed write so that it happens once.

The key in the body makes every attempt the same order to the platform; what an attempt without a
certain end did is asked before anything is sent again. How a duplicate is answered is documented
nowhere, so no answer to one is taken at its word but a success.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

from commerce_sdk.errors import (
    ApiError,
    AuthenticationFailed,
    ClientClosed,
    CommerceError,
    Conflict,
    DeadlineExceeded,
    InvalidRequest,
    Locked,
    NotFound,
    RateLimited,
    WrongEventLoop,
)
from commerce_sdk.runtime.call import Call, Layer, Reply
from commerce_sdk.runtime.pauses import Pauses
from commerce_sdk.runtime.problems import surely_not_sent, surely_refused
from commerce_sdk.value import Value

_POINTLESS = (InvalidRequest, AuthenticationFailed, ClientClosed, WrongEventLoop)
"""Errors that another attempt would only meet again."""

A = TypeVar("A")
F = TypeVar("F")


class Outcome(Value, Generic[A, F], frozen=True, kw_only=True):
    """How the write came to be there: by its answer, or found by reading back."""

    answer: A | None = None
    found: F | None = None


class _Found(Exception):
    def __init__(self, what: Any) -> None:
        super().__init__()
        self.what = what


class Confirm:
    """The layer that asks a last time, after all waits, whether an attempt is still wanted."""

    def __init__(self, below: Layer) -> None:
        self._below = below

    async def __call__(self, call: Call) -> Reply:
        if call.confirm is not None:
            await call.confirm()
        return await self._below(call)


class KeyedWrite(Generic[A, F]):
    """One write, from its first attempt to a certain end. `send` is given what to call right
    before anything is sent, if anything is."""

    def __init__(
        self,
        *,
        send: Callable[[Callable[[], Awaitable[None]] | None], Awaitable[A]],
        read_back: Callable[[], Awaitable[F]],
        pauses: Pauses,
        renewable: Callable[[CommerceError], bool],
    ) -> None:
        self._send = send
        self._read_back = read_back
        self._pauses = pauses
        self._renewable = renewable
        self._renewed = False
        self._unclear = False

    async def run(self) -> Outcome[A, F]:
        """Raises what the platform refused with, or what kept its end unknown; `maybe_applied`
        is set on every error."""
        failures = 0
        while True:
            try:
                return Outcome(answer=await self._send(self._confirm if self._unclear else None))
            except _Found as there:
                return Outcome(found=there.what)
            except CommerceError as error:
                failures += 1
                found = await self._after(error)
                if found is not None:
                    return Outcome(found=found)
                await self._pauses.before_attempt(failures, self._certain(error))

    async def _confirm(self) -> None:
        # It may have come to light while this attempt waited; then nothing must be sent again.
        found = await self._look()
        if found is not None:
            raise _Found(found)

    async def _after(self, error: CommerceError) -> F | None:
        """What follows from a failed attempt: the write found, or None to send it again."""
        if isinstance(error, _POINTLESS):
            raise self._certain(error)
        if isinstance(error, Conflict | Locked):
            return await self._there_or_in_work(error)
        if surely_not_sent(error) or isinstance(error, RateLimited):
            found = None
        elif surely_refused(error) and not self._unclear:
            if not self._may_renew(error):
                raise self._certain(error)
            found = None
        else:
            refused_again = surely_refused(error)
            self._unclear = True
            found = await self._look()
            if found is None and refused_again and not self._may_renew(error):
                raise self._certain(error)
        if found is None and isinstance(error, DeadlineExceeded):
            raise self._certain(error)
        return found

    def _may_renew(self, error: CommerceError) -> bool:
        first, self._renewed = not self._renewed, True
        return first and self._renewable(error)

    async def _there_or_in_work(self, error: ApiError) -> F | None:
        resent, self._unclear = self._unclear, True
        looks = 0
        while True:
            found = await self._look()
            if found is not None:
                return found
            looks += 1
            if not resent and looks >= self._pauses.attempts:
                raise self._certain(error)
            await self._pauses.before_look(looks, self._certain(error))

    async def _look(self) -> F | None:
        # A look that fails proves no more than one that shows nothing: the key protects.
        try:
            return await self._read_back()
        except NotFound:
            return None
        except CommerceError as fault:
            if isinstance(fault, DeadlineExceeded):
                raise self._certain(fault) from fault.__cause__
            return None

    def _certain(self, error: CommerceError) -> CommerceError:
        error.maybe_applied = self._unclear
        return error
