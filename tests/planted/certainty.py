"""Bugs in what is known of a write, and in waiting."""

from __future__ import annotations

from tests.planted.bug import Bug

_RUNTIME, _COMMERCE = "src/commerce_sdk/runtime/", "src/commerce_sdk/commerce/"
_SENT = "tests/orders/test_sent_before.py"
_QUOTE = "tests/orders/test_quote_once.py"
_WAITS = "tests/orders/test_waits.py"
_ALL = "tests/orders/test_wait_all.py"
_FOLLOW = "tests/orders/test_following.py"
_MACHINE = "tests/runtime/test_certainty.py"

PLANTED = [
    # -- what is known of a write
    Bug(
        "placed, and a 404 ends the wait",
        _RUNTIME + "handle.py",
        "is_passing=lambda error: is_passing(error, seen=self._is_there),",
        "is_passing=lambda error: is_passing(error),",
        (_WAITS + "::test_an_order_that_was_taken_in_may_show_late",),
    ),
    Bug(
        "placed, and a 404 asked for once says nothing",
        _COMMERCE + "handle.py",
        "error.maybe_applied = True  # that",
        "error.maybe_applied = None  # that",
        (_WAITS + "::test_asked_once_it_says_that_a_404_proves_nothing",),
    ),
    Bug(
        "a placing that was begun is forgotten",
        _COMMERCE + "intents.py",
        "start, self._start = self._start, State.LOOK_FIRST",
        "start = self._start",
        (_SENT + "::test_a_placing_that_was_begun_is_known_to_every_copy",),
    ),
    Bug(
        "a copy does not know what was begun",
        _COMMERCE + "intents.py",
        "def __deepcopy__(self, memo: object) -> Intent:\n        return self",
        "def __deepcopy__(self, memo: object) -> Intent:\n        return Intent(self._start)",
        (_SENT + "::test_a_placing_that_was_begun_is_known_to_every_copy",),
    ),
    Bug(
        "a pickled order is fresh",
        _COMMERCE + "intents.py",
        "return Intent, (State.LOOK_FIRST, self.retry_of)",
        "return Intent, (self._start, self.retry_of)",
        (_SENT + "::test_a_pickled_order_counts_as_kept_bytes",),
    ),
    Bug(
        "kept bytes are fresh",
        _COMMERCE + "prepared.py",
        "field(default_factory=lambda: Intent(State.LOOK_FIRST))",
        "field(default_factory=lambda: Intent(State.FRESH))",
        (_SENT + "::test_kept_bytes_are_looked_for_before_they_are_sent",),
    ),
    Bug(
        "an id of the caller's own is fresh",
        _COMMERCE + "prepared.py",
        "State.KNOWN if own else State.FRESH",
        "State.FRESH",
        (_SENT + "::test_with_an_id_of_the_callers_own_a_refusal_is_looked_after",),
    ),
    Bug(
        "the caller's word is not heard",
        _COMMERCE + "placing.py",
        "start = State.FRESH if fresh else begun",
        "start = begun",
        (_SENT + "::test_the_callers_word_makes_a_refusal_certain",),
    ),
    Bug(
        "whatever ends the placing of kept bytes calls it unplaced",
        _COMMERCE + "placing.py",
        "error.maybe_applied = start.maybe_applied or error.maybe_applied",
        "pass",
        (_SENT + "::test_whatever_ends_the_placing_of_kept_bytes_it_is_not_called_unplaced",),
    ),
    Bug(
        "kept bytes that cannot be read are called unplaced",
        _COMMERCE + "orders.py",
        "known = not fresh and may_be_known(order, parts)",
        "known = False",
        (_SENT + "::test_kept_bytes_that_cannot_be_read_or_are_not_ours_are_not_called_unplaced",),
    ),
    Bug(
        "a refusal of what may be there is believed",
        _RUNTIME + "certainty.py",
        "State.KNOWN: _sending(State.LOOK_REFUSED,",
        "State.KNOWN: _sending(State.NOT_APPLIED,",
        (_SENT + "::test_a_refusal_of_kept_bytes_does_not_say_that_nothing_is_there",),
    ),
    Bug(
        "a 429 makes it unclear",
        _RUNTIME + "certainty.py",
        "        return Event.LIMITED\n",
        "        return Event.UNCLEAR\n",
        (_SENT + "::test_refused_for_certain_if_nothing_before_it_can_have_arrived",),
    ),
    Bug(
        "a look that failed counts as answered",
        _RUNTIME + "writes.py",
        "return Event.LOOK_FAILED if is_passing(trouble) else Event.LOOK_REFUSED",
        "return Event.ABSENT",
        (_SENT + "::test_nothing_is_sent_again_while_looks_fail",),
    ),
    Bug(
        "a lasting refusal to look is passing",
        _RUNTIME + "trouble.py",
        "_PASSING = frozenset({408,",
        "_PASSING = frozenset({403, 408,",
        (_SENT + "::test_a_lasting_refusal_to_look_ends_it_unclear",),
    ),
    Bug(
        "looks that fail go on without retries",
        _RUNTIME + "pauses.py",
        "if self.policy.attempts == 1 or not self._quota.allows():",
        "if not self._quota.allows():",
        (_SENT + "::test_without_quota_or_retries_there_is_one_look_and_no_resend",),
    ),
    Bug(
        "looks that fail go on without quota",
        _RUNTIME + "pauses.py",
        "if self.policy.attempts == 1 or not self._quota.allows():",
        "if self.policy.attempts == 1:",
        (_SENT + "::test_without_quota_or_retries_there_is_one_look_and_no_resend",),
    ),
    Bug(
        "looks that fail go on for ever without a deadline",
        _RUNTIME + "pauses.py",
        "(few or self.deadline.seconds is None)",
        "few",
        (_SENT + "::test_without_a_deadline_looks_that_fail_end_after_the_policys_attempts",),
    ),
    Bug(
        "the quote's order has an id of its own each time",
        _COMMERCE + "prepared.py",
        "elif own is None and (by_name",
        "elif own and (by_name",
        (_QUOTE + "::test_workers_that_order_one_quote_at_once_make_one_order",),
    ),
    Bug(
        "the case of letters makes another quote",
        _COMMERCE + "intents.py",
        "        return str(uuid.UUID(text))",
        "        return text",
        (_QUOTE + "::test_the_id_of_a_quotes_order_is_the_same_for_everybody_and_for_ever",),
    ),
    Bug(
        "another version is the same intent",
        _COMMERCE + "intents.py",
        "{_canonical(quote_id)}/{version}",
        "{_canonical(quote_id)}/0",
        (_QUOTE + "::test_the_id_of_a_quotes_order_is_the_same_for_everybody_and_for_ever",),
    ),
    Bug(
        "an order of another quote is taken for this one",
        _COMMERCE + "placing.py",
        "    if is_of_another_quote(",
        "    if False and is_of_another_quote(",
        (_QUOTE + "::test_an_order_of_another_quote_is_not_taken_for_this_one",),
    ),
    Bug(
        "nobody says that it was there already",
        _COMMERCE + "placing.py",
        "already_placed=already,",
        "already_placed=False,",
        (_QUOTE + "::test_who_comes_later_is_given_the_order_that_is_there",),
    ),
    Bug(
        "a quote's order that failed is handed out",
        _COMMERCE + "placing.py",
        "if already and (failure",
        "if not already and (failure",
        (_QUOTE + "::test_an_order_that_failed_names_the_way_on",),
    ),
    Bug(
        "repetitions do not agree",
        _COMMERCE + "intents.py",
        'return str(uuid.uuid5(_QUOTES, f"retry/{_canonical(failed_order_id)}"))',
        "return str(uuid.uuid4())",
        (_QUOTE + "::test_those_who_repeat_a_failed_order_at_once_agree",),
    ),
    Bug(
        "an order that goes on is repeated",
        _COMMERCE + "placing.py",
        "            await _check_that_it_failed(core, prepared.intent.retry_of, deadline)",
        "            pass",
        (_QUOTE + "::test_an_order_that_has_not_failed_is_not_repeated",),
    ),
    Bug(
        "a success that names no order is believed",
        _COMMERCE + "placing.py",
        "        if not isinstance(answer.order_id, str):",
        "        if False:",
        (_WAITS + "::test_what_is_no_answer_to_a_placing_is_not_believed",),
    ),
    Bug(
        "found late is broken off in the log",
        _RUNTIME + "client.py",
        'outcome, reply = "not needed any more", None',
        "reply = None",
        (_SENT + "::test_an_order_found_late_is_no_broken_attempt_in_the_log",),
    ),
    Bug(
        "who is interrupted learns no id",
        _COMMERCE + "placing.py",
        "        error.add_note(",
        "        str(",
        (_SENT + "::test_who_is_interrupted_can_find_the_order_again",),
    ),
    Bug(
        "a step of the machine",
        _RUNTIME + "certainty.py",
        "State.LOOK_REFUSED: _looking(_MAYBE),",
        "State.LOOK_REFUSED: _looking(State.NOT_APPLIED),",
        (_MACHINE,),
    ),
    # -- waiting
    Bug(
        "an outage ends the wait",
        _RUNTIME + "trouble.py",
        "        case ServerError():\n            return True",
        "        case ServerError():\n            return False",
        (_WAITS + "::test_an_outage_of_a_minute_is_waited_through",),
    ),
    Bug(
        "refused connections end the wait",
        _RUNTIME + "trouble.py",
        "error, ConnectionFailed | DecodeError",
        "error, DecodeError",
        (_WAITS + "::test_an_outage_of_a_minute_is_waited_through",),
    ),
    Bug(
        "no last look before the deadline",
        _RUNTIME + "backoff.py",
        "return min(wanted, left - reserve) if left > 1.5 * reserve else None",
        "return wanted if wanted < left else None",
        (_FOLLOW + "::test_the_last_look_is_right_before_the_deadline",),
    ),
    Bug(
        "the deadline ends before its time",
        _RUNTIME + "polling.py",
        "await self._clock.sleep(seconds if seconds is not None else left or 0.0)",
        "await self._clock.sleep(seconds or 0.0)",
        (_FOLLOW + "::test_a_wait_ends_at_its_deadline_and_not_before",),
    ),
    Bug(
        "many at once have no last look",
        _RUNTIME + "waiting.py",
        "seconds = next_look(pause, left=left, whole=self._seconds, took=took * rounds)",
        "seconds = pause if left is None or pause < left else None",
        (_ALL + "::test_each_is_looked_at_once_more_right_before_the_end",),
    ),
    Bug(
        "the end does not say what the last look met",
        _RUNTIME + "polling.py",
        "        if trouble is not None:\n            ended = DeadlineExceeded(",
        "        if trouble is None:\n            ended = DeadlineExceeded(",
        (_WAITS + "::test_when_the_deadline_ends_the_error_says_what_the_last_looks_met",),
    ),
    Bug(
        "a Retry-After is not waited for",
        _RUNTIME + "polling.py",
        "wanted = max(wanted, asked_pause(self._trouble))",
        "wanted = max(wanted, 0.0)",
        (_WAITS + "::test_a_retry_after_is_waited_for",),
    ),
    Bug(
        "the deadline names the wrong wait",
        _RUNTIME + "writes.py",
        "        if self._out_of_time and not isinstance(error, DeadlineExceeded):",
        "        if self._out_of_time:",
        (_WAITS + "::test_a_placing_that_its_deadline_cut_is_not_looked_after_in_no_time",),
    ),
]
