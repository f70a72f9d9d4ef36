"""Carrying out a write: what its state asks for is done, and what came of it decides the next one.

The key in the body, or the value that it sets, makes every attempt the same to the platform; what
an attempt without a certain end did is asked before anything is sent again. How a duplicate is
answered is documented nowhere, so no answer to one is taken at its word but a success. What is
decided is in certainty.py.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from commerce_sdk.errors import (
    AuthenticationFailed,
    ClientClosed,
    CommerceError,
    DeadlineExceeded,
    InvalidRequest,
    MiddlewareFailed,
    NotFound,
    TooLate,
    WrongEventLoop,
)
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.call.exchange import WITHDRAWN, Call, Evidence, Layer, Reply
from commerce_sdk.runtime.retries.certainty import Event, State, after, ending
from commerce_sdk.runtime.retries.pauses import Pauses
from commerce_sdk.runtime.retries.transient import asked_pause, in_words, is_passing
from commerce_sdk.value import Value

_POINTLESS = (
    *(InvalidRequest, AuthenticationFailed, ClientClosed, WrongEventLoop, DeadlineExceeded),
)
"""Errors that another attempt would only meet again."""

A = TypeVar("A")
F = TypeVar("F")
Wanted = Callable[[], Awaitable[bool]]


class Outcome(Value, Generic[A, F], frozen=True, kw_only=True):
    """How the write came to be there: by its answer, or `found`; `attempts` were made before."""

    attempts: int
    answer: A | None = None
    found: F | None = None


class Confirm:
    """The layer that asks a last time, after waits, whether an attempt is still wanted."""

    def __init__(self, below: Layer) -> None:
        self._below = below

    async def __call__(self, call: Call) -> Reply:
        if call.wanted is not None and not await call.wanted():
            return WITHDRAWN
        if call.evidence.is_over:
            return WITHDRAWN
        if call.context.deadline.cuts_off:
            call.context.deadline.check_instant("waiting to be sent")
        return await self._below(call)


class Write(Generic[A, F]):
    """One write, from `state` to a certain end.

    `send` makes an attempt: it is given its number, what tells how far it came, and what to ask
    right before anything is sent. `look` asks what became of the write, and raises `NotFound` where
    it does not show. `sends` is the deadline of the attempts, which may end before that of the
    looks. `renewable` says whether a new credential can be had for one that was refused;
    `refusals` are the statuses that its operation answers before it acts.
    """

    def __init__(
        self,
        *,
        state: State,
        send: Callable[[int, Evidence, Wanted | None], Awaitable[A | None]],
        look: Callable[[], Awaitable[F]] | None,
        pauses: Pauses,
        sends: Deadline,
        renewable: Callable[[CommerceError], bool],
        refusals: tuple[int, ...],
    ) -> None:
        self.state: State = state
        self._send = send
        self._ask = look
        self._pauses = pauses
        self._sends = sends
        self._renewable = renewable
        self._refusals = refusals
        self._renewed = False
        self._attempts = self._failures = self._looks = 0
        self._took = 0.0
        self._out_of_time = False
        self._answer: A | None = None
        self._found: F | None = None
        self._error: CommerceError | None = None
        self._trouble: CommerceError | None = None

    async def run(self) -> Outcome[A, F]:
        """Raises what the server refused with, or what kept the end unknown; `maybe_applied` is
        set on every error."""
        while not self.state.over:
            await (self._attempt() if self.state.sends else self._look_again())
        if self.state in (State.NOT_APPLIED, State.MAYBE_APPLIED):
            raise self._what_ended_it()
        return Outcome(answer=self._answer, found=self._found, attempts=self._attempts)

    async def _attempt(self) -> None:
        evidence, before = Evidence(), self.state
        try:
            if not await self._may_send():
                self._to(Event.ENOUGH)
                return
            self._attempts += 1
            wanted = self._still_wanted if before is State.RESEND else None
            answer = await self._send(self._attempts, evidence, wanted)
        except BaseException as error:
            if self.state is before:
                self._failed(error, evidence.may_have_sent)
            if not isinstance(error, CommerceError):
                raise
        else:
            if self.state is before:
                self._answer = answer
                self._to(Event.ANSWERED)

    def _failed(self, error: BaseException, sent: bool) -> None:
        if not isinstance(error, CommerceError):
            self._to(Event.UNCLEAR if sent else Event.NOT_SENT)
            return
        if not isinstance(self._error, TooLate):
            if isinstance(error, TooLate):
                error.__cause__ = self._error
            self._error = error
        self._trouble = None
        self._failures += 1
        renewable = not self._renewed and self._renewable(error)
        self._to(ending(error, sent=sent, renewable=renewable, refusals=self._refusals))
        if self.state.sends and isinstance(error, _POINTLESS):
            self._to(Event.ENOUGH)
        elif isinstance(error, MiddlewareFailed) and not self.state.over:
            self._to(Event.ENOUGH)  # its author has to hear of it, whatever a look would find

    async def _may_send(self) -> bool:
        self._sends.check_instant("waiting to begin")
        error = self._error
        if error is None:
            return True
        if not self._renewed and self._renewable(error):
            self._renewed = True
            return self._failures < self._pauses.attempts
        return await self._pauses.before_attempt(self._failures, error, self._sends)

    async def _still_wanted(self) -> bool:
        """It may have come to light while this attempt waited; then nothing is sent again."""
        event = await self._look()
        self._to(event)
        return event is Event.ABSENT

    async def _look_again(self) -> None:
        if await self._may_look():
            self._to(await self._look())
        else:
            self._out_of_time = self._out_of_time or self._pauses.deadline.expired
            self._to(Event.ENOUGH)

    async def _may_look(self) -> bool:
        if self._out_of_time:
            return False
        if not self._looks:
            return not self._pauses.deadline.expired
        return await self._pauses.before_look(
            self._looks,
            few=self.state is State.LOOK_CONFLICT,
            asked=asked_pause(self._trouble),
            took=self._took,
        )

    async def _look(self) -> Event:
        assert self._ask is not None
        clock = self._pauses.deadline.clock
        began = clock.monotonic()
        self._looks += 1
        try:
            self._found = await self._ask()
        except DeadlineExceeded as ended:
            # It shares the write's deadline. What looks before it met says more than its end.
            self._out_of_time = True
            self._trouble = self._trouble or ended
            return Event.LOOK_FAILED
        except NotFound:
            event, self._trouble = Event.ABSENT, None
        except CommerceError as trouble:
            self._trouble = trouble
            return Event.LOOK_FAILED if is_passing(trouble) else Event.LOOK_REFUSED
        else:
            event = Event.FOUND
        finally:
            self._took = clock.monotonic() - began
        return event

    def _to(self, event: Event) -> None:
        before, self.state = self.state, after(self.state, event)
        if self.state is not before and event is not Event.TOO_LATE:
            # One that was taken right before sending was a look too: the next one waits.
            self._looks = int(event in (Event.LOOK_FAILED, Event.ABSENT))

    def _what_ended_it(self) -> CommerceError:
        error, trouble = self._error, self._trouble
        ended = error or trouble
        if self._out_of_time and isinstance(error, TooLate):
            trouble = self._in_vain()
        elif self._out_of_time and not isinstance(error, DeadlineExceeded):
            ended = trouble if isinstance(trouble, DeadlineExceeded) else self._in_vain()
        if ended is None:
            ended = self._pauses.deadline.error("waiting to begin")
        cause = trouble if ended is error else error or trouble
        if cause is not None and cause is not ended:
            ended.__cause__ = ended.__cause__ or cause
        ended.maybe_applied = self.state.maybe_applied
        return ended

    def _in_vain(self) -> CommerceError:
        doing = "waiting for it to show"
        if self._trouble is not None:
            doing = f"asking what became of it; the last look met: {in_words(self._trouble)}"
        return self._pauses.deadline.error(doing)
