"""What goes on after a call: look at it, wait for its end, or watch it change."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from commerce_sdk import defaults
from commerce_sdk.errors import CommerceError, InvalidRequest
from commerce_sdk.runtime.call.deadline import Allowance
from commerce_sdk.runtime.call.events import PollEvent, tell
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.checks import seconds_or_none
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.following.polling import Poller
from commerce_sdk.runtime.retries.transient import is_passing
from commerce_sdk.value import OfThisProcess, Value

if TYPE_CHECKING:
    from commerce_sdk.document.json_api.resource import Resource
    from commerce_sdk.document.model import Model

S = TypeVar("S", bound="Model | Resource")
R = TypeVar("R")
T = TypeVar("T")
E = TypeVar("E", bound=CommerceError)


class Progress(Value, Generic[S, R], frozen=True, kw_only=True):
    """What one look showed. `result` is there once it ended well; `failure` is the error of what
    ended badly."""

    state: S
    result: R | None = None
    failure: CommerceError | None = None

    @property
    def over(self) -> bool:
        return self.result is not None or self.failure is not None


class Handle(OfThisProcess, Generic[S, R]):
    """Something that the platform goes on with. `state` is the newest that was seen of it, `ids`
    what it is called, by the names that its method has for that.

    Passing trouble (`is_passing`) is got over by whoever waits; of what was seen before, or was
    `taken_in`, a 404 is passing too: it only does not show just now.
    """

    _instead = "carry the id or the token that finds it again"
    _interval_cap: ClassVar[float] = defaults.POLL_INTERVAL_CAP
    """Seconds that pauses between looks grow up to."""

    def __init__(
        self,
        core: Core,
        look: Callable[[Context], Awaitable[Progress[S, R]]],
        state: S | None = None,
        *,
        taken_in: bool = False,
        ids: Mapping[str, str] | None = None,
    ) -> None:
        self._core = core
        self.ids: Mapping[str, str] = ids or {}
        self._look = look
        self._end: Progress[S, R] | None = None
        self._refusal: CommerceError | None = None
        self._is_there = taken_in or state is not None
        self._call_id: str | None = None
        self.state = state

    @property
    def ended(self) -> bool:
        """Is its end known? Then `result()` returns or raises at once."""
        return self._end is not None

    async def refresh(self) -> S:
        """Ask once where it stands. Raises what any call raises."""
        try:
            return (await self._looked(self._core)).state
        except CommerceError as error:
            raise self._marked(error) from error.__cause__

    async def result(
        self,
        *,
        deadline: float | None = defaults.RESULT_DEADLINE,
        poll_interval: float | None = None,
    ) -> R:
        """Wait for the end and return what came of it.

        Args:
            deadline: Seconds for all of it; None waits as long as it takes.
            poll_interval: Seconds between two looks; left out, short at first, then longer. The
                last pause is cut short for one more look right before the deadline.

        Raises:
            CommerceError: it ended, and not in success; the platform's own class says which.
            DeadlineExceeded: it had not ended yet, and goes on; says what the last look met.
            ApiError: a lasting refusal to show it, such as `PermissionDenied`.
        """
        poller = self._poller(deadline, poll_interval)
        refusal, self._refusal = self._refusal, None
        if refusal is not None:
            raise self._marked(refusal)
        while True:
            progress = await self._next(poller)
            if progress.failure is not None:
                # Asked again it is the same error, without the frames of those who asked before.
                raise self._marked(progress.failure).with_traceback(None)
            if progress.result is not None:
                return progress.result

    def updates(
        self, *, deadline: float | None = None, poll_interval: float | None = None
    ) -> Updates[S]:
        """Iterate over the states: the present one, then one at every change, the last one
        included. `result()` then returns or raises at once what the end was.

        `deadline` counts the SDK's own time in the whole iteration, never the loop's body.

        Raises:
            InvalidRequest: at once, for times that are no seconds.
            DeadlineExceeded: while iterating: it had not ended yet, and goes on.
            ApiError: while iterating: a lasting refusal to show it. A bad end is none: `result()`
                raises that.
        """
        poller = self._poller(deadline, poll_interval)

        async def step() -> S:
            return (await self._next(poller)).state

        return Updates(step)

    def _poller(
        self, deadline: float | None, poll_interval: float | None
    ) -> Poller[Progress[S, R]]:
        try:
            seconds_or_none(deadline, "deadline")
            seconds_or_none(poll_interval, "poll_interval")
        except InvalidRequest as error:
            error.maybe_applied = None  # what it follows is there all the same
            raise self._marked(error) from None
        return Poller(
            look=lambda allowance: self._looked(self._core, allowance),
            is_passing=lambda error: is_passing(error, seen=self._is_there),
            is_over=lambda progress: progress.over,
            changed=lambda before, now: before.state != now.state,
            allowance=Allowance(deadline, self._core.clock),
            clock=self._core.clock,
            interval=poll_interval,
            looked=self._tell,
            interval_cap=self._interval_cap,
        )

    def _tell(self, looks: int, progress: Progress[S, R]) -> None:
        hook = self._core.pipeline.hooks.poll
        if hook is not None:
            event = PollEvent(
                call_id=self._call_id, looks=looks, over=progress.over, state=progress.state
            )
            tell(hook, event)

    async def _next(self, poller: Poller[Progress[S, R]]) -> Progress[S, R]:
        try:
            return await anext(poller)
        except CommerceError as error:
            raise self._marked(error) from error.__cause__

    async def _looked(self, core: Core, allowance: Allowance | None = None) -> Progress[S, R]:
        if self._end is not None:
            return self._end
        self._refusal = None
        context = core.begin(allowance)
        progress = await self._look(context)
        self.state, self._is_there = progress.state, True
        if core.pipeline.hooks.poll is not None:  # else ten thousand would keep one for nobody
            self._call_id = context.call_id
        if progress.over:
            self._end = progress
        return progress

    def _marked(self, error: E) -> E:
        """The error with what finds this again, where there is something."""
        for name, value in self.ids.items():
            if hasattr(error, name):
                setattr(error, name, value)
        return error

    def __repr__(self) -> str:
        held = vars(self).get("ids") or {}  # of one that is half built, too
        ids = ", ".join(f"{name}={value!r}" for name, value in held.items())
        return f"{type(self).__name__}({ids})"


async def look_once(handle: Handle[Any, Any], looks: int, allowance: Allowance) -> None:
    """Look at one of many, the look of this number, within what following them all has left: a
    turn under the limit may take longer to come than any one call may last."""
    core = handle._core.with_options(deadline=None)
    handle._tell(looks, await handle._looked(core, allowance))


def give_up_if_lasting(handle: Handle[Any, Any], refusal: CommerceError) -> bool:
    """Would the next look meet the same refusal? Then the next `result()` raises it, and whoever
    asks after that asks anew."""
    lasting = not is_passing(refusal, seen=handle._is_there)
    if lasting:
        handle._refusal = refusal
    return lasting


class Updates(OfThisProcess, Generic[T]):
    """An iteration over states; see `Handle.updates`."""

    _instead = "carry the id or the token that finds it again"

    def __init__(self, step: Callable[[], Awaitable[T]]) -> None:
        self._step = step

    def __aiter__(self) -> Updates[T]:
        return self

    async def __anext__(self) -> T:
        return await self._step()
