"""The state machine of a write: its whole table, and walks of it against a model of a platform."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime

import pytest

from commerce_sdk import errors
from commerce_sdk.runtime.retries import certainty
from commerce_sdk.runtime.retries.certainty import Event, State, after, ending, table
from tests.runtime.retries.certainty_table import PAGE, page

WALKS = 100_000
LOOKS = {Event.FOUND, Event.ABSENT, Event.LOOK_FAILED, Event.LOOK_REFUSED}
ATTEMPTS = {event for event in Event if event not in LOOKS} - {Event.ENOUGH}


def test_the_page_is_the_machine() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_state_that_goes_on_knows_every_event_of_what_it_does() -> None:
    for state, nexts in table().items():
        possible = (ATTEMPTS if state.sends else LOOKS) | {Event.ENOUGH}
        if state is State.RESEND:
            possible |= LOOKS
        assert set(nexts) == possible, state


@pytest.mark.parametrize("state", [state for state in State if state.over])
@pytest.mark.parametrize("event", Event)
def test_nothing_happens_after_an_end(state: State, event: Event) -> None:
    with pytest.raises(KeyError):
        after(state, event)


def test_only_what_surely_was_not_applied_says_so() -> None:
    sure = {state for state in State if not state.maybe_applied}
    sends = {State.ONCE, State.FRESH, State.SINGLE}
    assert sure == {*sends, State.LOOK_BEFORE, State.NOT_APPLIED}
    # The one way there is a refusal, or that there is to be no attempt any more, while nothing was
    # unclear.
    ways = {
        (state, event)
        for state, nexts in table().items()
        for event, following in nexts.items()
        if following is State.NOT_APPLIED
    }
    assert ways == {
        *(
            (state, event)
            for state in sends
            for event in (Event.REFUSED, Event.TOO_LATE, Event.ENOUGH)
        ),
        *((State.LOOK_BEFORE, event) for event in (Event.LOOK_REFUSED, Event.ENOUGH)),
    }


def test_nothing_is_sent_again_before_a_look_was_answered() -> None:
    unclear = {nexts[Event.UNCLEAR] for state, nexts in table().items() if state.sends}
    assert unclear == {State.MAYBE_APPLIED, State.LOOK_AFTER, State.LOOK_THERE}
    back = {
        (state, event)
        for state, nexts in table().items()
        for event, following in nexts.items()
        if not state.sends and following.sends
    }
    assert back == {
        (state, Event.ABSENT) for state in (State.LOOK_FIRST, State.LOOK_BEFORE, State.LOOK_AFTER)
    }


def test_what_may_never_be_sent_twice_is_not_sent_after_what_may_have_arrived() -> None:
    nexts = table()
    assert nexts[State.LOOK_BEFORE][Event.ABSENT] is State.SINGLE
    for event, following in nexts[State.SINGLE].items():
        assert following in (State.SINGLE, State.LOOK_THERE) or following.over, event
    assert not any(following.sends for following in nexts[State.LOOK_THERE].values())


def test_what_comes_too_late_is_never_sent_any_more() -> None:
    for state, nexts in table().items():
        if not state.sends:
            assert Event.TOO_LATE not in nexts
            continue
        following = nexts[Event.TOO_LATE]
        assert following is (State.LOOK_LATE if state.maybe_applied else State.NOT_APPLIED)
    onwards = set(table()[State.LOOK_LATE].values())
    assert onwards == {State.LOOK_LATE, State.FOUND, State.MAYBE_APPLIED}
    assert table()[State.LOOK_LATE][Event.ABSENT] is State.LOOK_LATE, "it is looked for on"


@pytest.mark.parametrize(
    ("status", "event"),
    [
        *((status, Event.REFUSED) for status in (400, 401, 403, 404, 405, 415, 422)),
        *((429, Event.LIMITED), (409, Event.CONFLICT), (423, Event.CONFLICT)),
        *((status, Event.UNCLEAR) for status in (207, 302, 408, 410, 413, 425, 500, 503, 520)),
    ],
)
def test_how_an_attempt_ended_follows_from_its_status(status: int, event: Event) -> None:
    error = errors.error_class(status)(status)
    assert ending(error, sent=True, renewable=False) is event
    assert ending(error, sent=False, renewable=True) is Event.NOT_SENT
    renewed = Event.UNAUTHENTICATED if status == 401 else event
    assert ending(error, sent=True, renewable=True) is renewed


@pytest.mark.parametrize("status", [207, 401, 409, 410, 422, 423, 503])
def test_what_the_document_calls_a_refusal_is_one(status: int) -> None:
    error = errors.error_class(status)(status)
    refusals = (status, 599)
    assert ending(error, sent=True, renewable=False, refusals=refusals) is Event.REFUSED
    assert ending(error, sent=False, renewable=False, refusals=refusals) is Event.NOT_SENT
    others = ending(error, sent=True, renewable=False, refusals=(599,))
    assert others is ending(error, sent=True, renewable=False)


def test_a_limit_and_an_old_credential_are_waited_out_though_they_are_called_refusals() -> None:
    limited, unknown = (errors.error_class(status)(status) for status in (429, 401))
    assert ending(limited, sent=True, renewable=False, refusals=(429,)) is Event.LIMITED
    assert ending(unknown, sent=True, renewable=True, refusals=(401,)) is Event.UNAUTHENTICATED


@pytest.mark.parametrize(
    "error",
    [
        errors.ConnectionFailed("cut", sent=True),
        errors.DecodeError("no JSON"),
        errors.WrongAnswer("another"),
        errors.DeadlineExceeded("over"),
    ],
)
def test_what_was_sent_and_not_answered_is_unclear(error: errors.CommerceError) -> None:
    assert ending(error, sent=True, renewable=False) is Event.UNCLEAR
    assert ending(error, sent=False, renewable=False) is Event.NOT_SENT


def test_too_late_is_an_end_of_its_own_where_nothing_was_sent() -> None:
    late = errors.TooLate("late", not_after=datetime(2026, 1, 1, tzinfo=UTC))
    assert ending(late, sent=False, renewable=True, refusals=(409,)) is Event.TOO_LATE
    assert ending(late, sent=True, renewable=False) is Event.UNCLEAR


class Platform:
    """Holds the order or not, shows it or not; requests to it can be lost, or come late."""

    def __init__(self, chance: random.Random, held: bool, knows_keys: bool) -> None:
        self.chance = chance
        self.knows_keys = knows_keys
        self.held = held
        self.shown = held and chance.random() < 0.5
        self.arrived = 0
        self.on_the_way = 0
        self.refuses = chance.random() < 0.3

    def arrive(self) -> None:
        if not self.refuses:
            self.arrived += 1
            self.held = True
            self.shown = self.shown or self.chance.random() < 0.5

    def time_passes(self) -> None:
        if self.on_the_way and self.chance.random() < 0.3:
            self.on_the_way -= 1
            self.arrive()
        if self.held and self.chance.random() < 0.3:
            self.shown = True

    def attempt(self) -> Event:
        """What a sender sees of a request; what becomes of it is another matter."""
        ways = ["unsent", "401", "429", "lost", "late", "twice", "arrives", "arrives"]
        match self.chance.choice(ways):
            case "unsent":
                return Event.NOT_SENT
            case "401":
                return self.chance.choice([Event.UNAUTHENTICATED, Event.REFUSED])
            case "429":
                return Event.LIMITED
            case "lost":
                return Event.UNCLEAR
            case "late":
                self.on_the_way += 1
                return Event.UNCLEAR
            case "twice":  # a gateway on the way repeats it
                self.arrive()
                return Event.CONFLICT if self.held else Event.REFUSED
        there = self.held
        self.arrive()
        if self.chance.random() < 0.3:
            return Event.UNCLEAR
        if there and self.knows_keys:
            # How a duplicate is answered is documented nowhere.
            return self.chance.choice([Event.ANSWERED, Event.CONFLICT, Event.REFUSED])
        return Event.REFUSED if self.refuses else Event.ANSWERED

    def look(self) -> Event:
        if self.chance.random() < 0.2:
            return self.chance.choice([Event.LOOK_FAILED, Event.LOOK_FAILED, Event.LOOK_REFUSED])
        return Event.FOUND if self.shown else Event.ABSENT


def walk(chance: random.Random) -> State:
    """One write against one platform; holds what is said at the end against what it has, ever."""
    start = chance.choice([State.FRESH, State.KNOWN, State.LOOK_FIRST, State.LOOK_BEFORE])
    held = start is not State.FRESH and chance.random() < 0.5
    platform = Platform(chance, held, knows_keys=start is not State.LOOK_BEFORE)
    if start in (State.KNOWN, State.LOOK_FIRST) and chance.random() < 0.3:
        platform.on_the_way = 1
    state, left = start, chance.randrange(1, 12)
    in_time = chance.randrange(12) if chance.random() < 0.3 else 12
    answered_since, attempts = True, 0
    while not state.over:
        platform.time_passes()
        left -= 1
        if left < 0:
            event = Event.ENOUGH
        elif state.sends and (in_time := in_time - 1) < 0:
            assert in_time == -1, "to be sent, after it was too late"
            event = Event.TOO_LATE
        elif not state.sends:
            event = platform.look()
            answered_since = answered_since or event in (Event.FOUND, Event.ABSENT)
        elif state is State.RESEND and (seen := platform.look()) is not Event.ABSENT:
            event = seen
        else:
            assert answered_since, "sent again without a look that was answered"
            event = platform.attempt()
            attempts += event not in (Event.NOT_SENT, Event.LIMITED, Event.UNAUTHENTICATED)
            answered_since = event is not Event.UNCLEAR
        state = after(state, event)
    if state in (State.ANSWERED, State.FOUND):
        assert platform.held, "called placed, and the platform does not have it"
    while platform.on_the_way:
        platform.time_passes()
    if start is State.LOOK_BEFORE:
        assert attempts <= 1, "sent twice, which makes two"
    if not state.maybe_applied:
        # What somebody else has made by the same mark, no call of ours has.
        made = platform.arrived if start is State.LOOK_BEFORE else platform.held
        assert not made, "called unplaced, and the platform has it"
    return state


def test_no_walk_ends_with_a_wrong_word() -> None:
    chance, ends = random.Random(20261128), Counter[State]()
    for _ in range(WALKS):
        ends[walk(chance)] += 1
    assert set(ends) == {state for state in State if state.over}
    assert min(ends.values()) > WALKS / 50, ends


@pytest.mark.parametrize(
    ("state", "event", "wrong"),
    [
        (State.FRESH, Event.UNCLEAR, State.FRESH),
        (State.FRESH, Event.UNCLEAR, State.KNOWN),
        (State.FRESH, Event.CONFLICT, State.NOT_APPLIED),
        (State.KNOWN, Event.REFUSED, State.NOT_APPLIED),
        (State.KNOWN, Event.ENOUGH, State.NOT_APPLIED),
        (State.RESEND, Event.REFUSED, State.NOT_APPLIED),
        (State.LOOK_FIRST, Event.ABSENT, State.FRESH),
        (State.LOOK_BEFORE, Event.ABSENT, State.KNOWN),
        (State.SINGLE, Event.UNCLEAR, State.NOT_APPLIED),
        (State.SINGLE, Event.UNCLEAR, State.LOOK_AFTER),
        (State.SINGLE, Event.UNCLEAR, State.SINGLE),
        (State.SINGLE, Event.CONFLICT, State.NOT_APPLIED),
        (State.LOOK_AFTER, Event.ENOUGH, State.NOT_APPLIED),
        (State.KNOWN, Event.TOO_LATE, State.NOT_APPLIED),
        (State.RESEND, Event.TOO_LATE, State.NOT_APPLIED),
        (State.LOOK_LATE, Event.ABSENT, State.NOT_APPLIED),
        (State.LOOK_LATE, Event.ABSENT, State.RESEND),
        (State.LOOK_REFUSED, Event.ABSENT, State.NOT_APPLIED),
        (State.LOOK_REFUSED, Event.LOOK_REFUSED, State.NOT_APPLIED),
    ],
)
def test_a_wrong_step_would_be_noticed(
    state: State, event: Event, wrong: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(certainty._NEXT[state], event, wrong)
    chance = random.Random(1)

    def walks() -> None:
        for _ in range(WALKS // 10):
            walk(chance)

    with pytest.raises(AssertionError):
        walks()
