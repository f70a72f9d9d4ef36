"""What is known of a write, and what to do next: a state machine, without clock, loop or transport.

This is the one place that decides whether the server may have applied a request. A write is in a
`State`; an `Event` takes it to the next one. `Write` (writes.py) only carries out what a state asks
for, and tells what came of it. `table()` is the whole of it, for docs/certainty.md.
"""

from __future__ import annotations

from enum import Enum

from commerce_sdk.errors import (
    ApiError,
    AuthenticationFailed,
    CommerceError,
    InvalidRequest,
    TooLate,
)


class State(Enum):
    """Where a write stands. The value says what is to be done."""

    ONCE = "send; it cannot be asked about, so it is not repeated"
    FRESH = "send; surely nobody has sent it"
    KNOWN = "send; somebody may have sent it before"
    SINGLE = "send once; it can be asked about, and is never sent again"
    RESEND = "look once more, then send again; an earlier attempt may have arrived"
    LOOK_FIRST = "look; somebody may have sent it before"
    LOOK_BEFORE = "look; only what does not show is sent, and this call has sent nothing"
    LOOK_AFTER = "look; an attempt ended unclear"
    LOOK_REFUSED = "look; a refusal is not believed yet"
    LOOK_CONFLICT = "look a few times; a conflict says that it may be there, or in work"
    LOOK_THERE = "look until it shows; it was sent, and is not to be sent again"
    LOOK_LATE = "look until it shows; somebody may have sent it, and it is too late to send it"
    ANSWERED = "done: it was answered"
    FOUND = "done: it is there"
    NOT_APPLIED = "over: surely not applied"
    MAYBE_APPLIED = "over: maybe applied"

    @property
    def over(self) -> bool:
        return self in _ENDS

    @property
    def sends(self) -> bool:
        """Is an attempt to be made? Else, where it is not over, a look."""
        return self in _SENDS

    @property
    def maybe_applied(self) -> bool:
        """May the server have applied it, if it is broken off now?"""
        return self not in _SURELY_NOT


_SENDS = frozenset({State.ONCE, State.FRESH, State.KNOWN, State.SINGLE, State.RESEND})
_SURELY_NOT = frozenset(
    {State.ONCE, State.FRESH, State.SINGLE, State.LOOK_BEFORE, State.NOT_APPLIED}
)
_ENDS = frozenset({State.ANSWERED, State.FOUND, State.NOT_APPLIED, State.MAYBE_APPLIED})


class Event(Enum):
    """What happened: how an attempt ended, how a look ended, or that there is to be no more."""

    ANSWERED = "answered: 2xx about this write"
    NOT_SENT = "surely not sent"
    TOO_LATE = "not sent, for the instant came after which it is not to be sent"
    UNAUTHENTICATED = "401, and a new credential can be had"
    LIMITED = "429"
    REFUSED = "400, 401, 403, 404, 405, 415, 422, or a status that the document calls a refusal"
    CONFLICT = "409, 423, where the document says nothing of it"
    UNCLEAR = "anything else: cut, silence, 5xx, unreadable, about another write"
    FOUND = "look: it is there"
    ABSENT = "look: 404, or another value"
    LOOK_FAILED = "look: passing trouble"
    LOOK_REFUSED = "look: lasting trouble"
    ENOUGH = "no time, attempts or quota left"


def _sending(
    refused: State, conflict: State, unclear: State, late: State, enough: State
) -> dict[Event, State]:
    return {
        Event.ANSWERED: State.ANSWERED,
        Event.REFUSED: refused,
        Event.CONFLICT: conflict,
        Event.UNCLEAR: unclear,
        Event.TOO_LATE: late,
        Event.ENOUGH: enough,
    }


def _looking(absent: State, over: State = State.MAYBE_APPLIED) -> dict[Event, State]:
    # A 404 proves nothing: what was sent may still be on its way. Only the key protects, or that
    # the value is the same.
    return {
        Event.FOUND: State.FOUND,
        Event.ABSENT: absent,
        Event.LOOK_REFUSED: over,
        Event.ENOUGH: over,
    }


_SAME = {
    state: frozenset({Event.NOT_SENT, Event.UNAUTHENTICATED, Event.LIMITED})
    if state in _SENDS
    else frozenset({Event.LOOK_FAILED})
    for state in State
    if state not in _ENDS
}
"""Events that leave a state as it is: what was not sent, or refused at the door, adds no doubt."""

_NOT, _MAYBE = State.NOT_APPLIED, State.MAYBE_APPLIED
_SENT_BEFORE = _sending(
    State.LOOK_REFUSED, State.LOOK_THERE, State.LOOK_AFTER, State.LOOK_LATE, _MAYBE
)
_NEXT: dict[State, dict[Event, State]] = {
    State.ONCE: _sending(_NOT, _MAYBE, _MAYBE, _NOT, _NOT),
    State.FRESH: _sending(_NOT, State.LOOK_CONFLICT, State.LOOK_AFTER, _NOT, _NOT),
    State.KNOWN: _SENT_BEFORE,
    State.SINGLE: _sending(_NOT, State.LOOK_THERE, State.LOOK_THERE, _NOT, _NOT),
    State.RESEND: {
        **_SENT_BEFORE,
        **_looking(State.RESEND),
        Event.LOOK_FAILED: State.LOOK_AFTER,
    },
    State.LOOK_FIRST: _looking(State.KNOWN),
    State.LOOK_BEFORE: _looking(State.SINGLE, _NOT),
    State.LOOK_AFTER: _looking(State.RESEND),
    State.LOOK_REFUSED: _looking(_MAYBE),
    State.LOOK_CONFLICT: _looking(State.LOOK_CONFLICT),
    State.LOOK_THERE: _looking(State.LOOK_THERE),
    State.LOOK_LATE: _looking(State.LOOK_LATE),
}


def after(state: State, event: Event) -> State:
    """The state that follows. Raises `KeyError` for an event that cannot happen in this one."""
    return state if event in _SAME[state] else _NEXT[state][event]


def table() -> dict[State, dict[Event, State]]:
    """Every state that goes on, with every event that can happen in it."""
    return {
        state: {
            event: after(state, event)
            for event in Event
            if event in _SAME[state] or event in _NEXT[state]
        }
        for state in State
        if not state.over
    }


_LIMITED = 429
_CONFLICTS = frozenset({409, 423})
_REFUSALS = frozenset({400, 401, 403, 404, 405, 415, 422})
"""What servers answer before they act, never after."""


def ending(
    error: CommerceError, *, sent: bool, renewable: bool, refusals: tuple[int, ...] = ()
) -> Event:
    """How an attempt ended that failed. `sent` says whether a byte of it may have left;
    `renewable`, whether a 401 would be answered with a new credential; `refusals` are the statuses
    that this operation answers before it acts, beside those that all do."""
    if not sent or isinstance(error, InvalidRequest | AuthenticationFailed):
        return Event.TOO_LATE if isinstance(error, TooLate) else Event.NOT_SENT
    status = error.status if isinstance(error, ApiError) else None
    if status == 401 and renewable:
        return Event.UNAUTHENTICATED
    if status == _LIMITED:
        return Event.LIMITED
    if status in _REFUSALS or status in refusals:
        return Event.REFUSED
    return Event.CONFLICT if status in _CONFLICTS else Event.UNCLEAR
