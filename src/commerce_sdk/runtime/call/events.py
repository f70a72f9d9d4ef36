"""What a call shows of itself on its way. Secrets and bodies are not in it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar

from commerce_sdk.document.model import Model
from commerce_sdk.errors import CommerceError, InvalidRequest
from commerce_sdk.runtime.call.redaction import LOGGER
from commerce_sdk.value import Value

if TYPE_CHECKING:
    from commerce_sdk.document.json_api.resource import Resource
else:
    # Its platform's alone; the signature of an event can be asked for without it.
    Resource = object

Waiting = Literal["limits", "auth", "connections"]


class RequestEvent(Value, frozen=True, kw_only=True):
    """An attempt is about to be sent. `path` is the document's template; of the query and the
    headers only what is known to hold no secret is there. `size` is the body's, in bytes.

    Its end is the next `EndEvent` with the same `call_id`, which all events of one call share.
    """

    call_id: str = ""
    operation: str
    attempt: int
    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    size: int


class ResponseEvent(Value, frozen=True, kw_only=True):
    """An answer came, of whatever status; `seconds` since the attempt was sent. `size` is that of
    the body as read, None of a file's."""

    call_id: str = ""
    operation: str
    attempt: int
    status: int
    seconds: float
    headers: Mapping[str, str]
    size: int | None


class EndEvent(Value, frozen=True, kw_only=True):
    """An attempt is over, however it ended: answered, refused, broken, cancelled, or never sent.

    `outcome` says how, in words, as in an error's `attempts`; `error` is the name of the class of
    what was raised, None where the answer was good. `seconds` has all waits of the attempt in it.
    `sent` is False only when nothing can have left. Of a file that is read part by part, what is
    over is the asking for it.
    """

    call_id: str
    operation: str
    attempt: int
    outcome: str
    error: str | None
    status: int | None
    sent: bool
    seconds: float


class RetryEvent(Value, frozen=True, kw_only=True):
    """A failed attempt is about to be followed by another, after a pause of so many seconds."""

    hidden: ClassVar[tuple[str, ...]] = ("error",)

    call_id: str = ""
    operation: str | None
    failures: int
    seconds: float
    error: CommerceError


class WaitEvent(Value, frozen=True, kw_only=True):
    """A call has waited before it was sent: for its turn under the limits, for a credential, or
    for a free connection."""

    call_id: str = ""
    operation: str
    reason: Waiting
    seconds: float


class PollEvent(Value, frozen=True, kw_only=True):
    """Something that goes on was looked at. `looks` counts from 1; `over` says whether it ended.
    `call_id` is that of the call that looked; None where its end was known without one."""

    hidden: ClassVar[tuple[str, ...]] = ("state",)

    call_id: str | None = None
    looks: int
    over: bool
    state: Model | Resource


E = TypeVar("E")
Hook = Callable[[E], object] | None


class Hooks(Value, frozen=True, kw_only=True):
    """Plain functions that are told what happens; for metrics, traces and logs of your own.

        hooks = Hooks(response=lambda event: timings.record(event.seconds))
        client = …Client(token=…, hooks=hooks)

    They cannot change a call, and one that raises does not break it: that is logged, and the call
    goes on. They run within the call, so they should be quick, and must not block.
    """

    request: Hook[RequestEvent] = None
    response: Hook[ResponseEvent] = None
    end: Hook[EndEvent] = None
    retry: Hook[RetryEvent] = None
    wait: Hook[WaitEvent] = None
    poll: Hook[PollEvent] = None

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            hook = getattr(self, name)
            if hook is None:
                continue
            if not callable(hook):
                raise InvalidRequest("must be a function", path=f"hooks.{name}")
            if any(map(inspect.iscoroutinefunction, (hook, type(hook).__call__))):
                raise InvalidRequest("must be a plain function, not async", path=f"hooks.{name}")


SILENT = Hooks()


def tell(hook: Callable[[E], object], event: E) -> None:
    """Call a hook; its failure is its own."""
    try:
        outcome = hook(event)
        if inspect.iscoroutine(outcome):
            outcome.close()
            raise TypeError("it is async: nobody awaits a hook")
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # no cancellation of this task comes out of a plain function
        LOGGER.exception("a hook failed on a %s", type(event).__name__)
