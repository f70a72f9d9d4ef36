"""Bugs in what is known of a write, and in waiting."""

from __future__ import annotations

from tests.planted.bug import Bug

_RUNTIME, _COMMERCE = "src/commerce_sdk/runtime/", "src/commerce_sdk/commerce/"
_SENT = "tests/commerce/orders/test_sent_before.py"
_QUOTE = "tests/commerce/orders/test_quote_once.py"
_WAITS = "tests/commerce/orders/test_waits.py"
_ALL = "tests/runtime/following/test_wait_all.py"
_FOLLOW = "tests/commerce/orders/test_following.py"
_MACHINE = "tests/runtime/retries/test_certainty.py"
_REFUSED = "tests/runtime/retries/test_refusals.py"
_SINGLE = "tests/runtime/retries/test_single_writes.py"

PLANTED = [
    # -- what is known of a write
    Bug(
        "placed, and a 404 ends the wait",
        "src/commerce_sdk/runtime/following/handle.py",
        "is_passing=lambda error: is_passing(error, seen=self._is_there),",
        "is_passing=lambda error: is_passing(error),",
        (_WAITS + "::test_an_order_that_was_taken_in_may_show_late",),
    ),
    Bug(
        "placed, and a 404 asked for once says nothing",
        "src/commerce_sdk/commerce/orders/handle.py",
        "error.maybe_applied = True  # that",
        "error.maybe_applied = None  # that",
        (_WAITS + "::test_asked_once_it_says_that_a_404_proves_nothing",),
    ),
    Bug(
        "a placing that was begun is forgotten",
        "src/commerce_sdk/commerce/orders/intents.py",
        "start, self._start = self.start, State.LOOK_FIRST",
        "start = self.start",
        (_SENT + "::test_a_placing_that_was_begun_is_known_to_every_copy",),
    ),
    Bug(
        "a copy does not know what was begun",
        "src/commerce_sdk/commerce/orders/intents.py",
        "def __deepcopy__(self, memo: object) -> Intent:\n        return self",
        "def __deepcopy__(self, memo: object) -> Intent:\n        return Intent(self._start)",
        (_SENT + "::test_a_placing_that_was_begun_is_known_to_every_copy",),
    ),
    Bug(
        "a pickled order is fresh",
        "src/commerce_sdk/commerce/orders/intents.py",
        "return Intent, (State.LOOK_FIRST, self.retry_of)",
        "return Intent, (self._start, self.retry_of)",
        (_SENT + "::test_a_pickled_order_counts_as_kept_bytes",),
    ),
    Bug(
        "kept bytes are fresh",
        "src/commerce_sdk/commerce/orders/prepared.py",
        "intent=Intent(State.LOOK_FIRST, retry_of),",
        "intent=Intent(State.FRESH, retry_of),",
        (_SENT + "::test_kept_bytes_are_looked_for_before_they_are_sent",),
    ),
    Bug(
        "an id of the caller's own is fresh",
        "src/commerce_sdk/commerce/orders/prepared.py",
        "State.KNOWN if own else State.FRESH",
        "State.FRESH",
        (_SENT + "::test_with_an_id_of_the_callers_own_a_refusal_is_looked_after",),
    ),
    Bug(
        "the caller's word is not heard",
        "src/commerce_sdk/commerce/orders/placing.py",
        "start, mine = State.FRESH if fresh else begun,",
        "start, mine = begun,",
        (_SENT + "::test_the_callers_word_makes_a_refusal_certain",),
    ),
    Bug(
        "whatever ends the placing of kept bytes calls it unplaced",
        "src/commerce_sdk/commerce/orders/placing.py",
        "known = start.maybe_applied or prepared.intent.begun != mine",
        "known = False",
        (_SENT + "::test_whatever_ends_the_placing_of_kept_bytes_it_is_not_called_unplaced",),
    ),
    Bug(
        "kept bytes that cannot be read are called unplaced",
        "src/commerce_sdk/commerce/orders/namespace.py",
        "known = _may_be_known(order, fresh=fresh, **parts)",
        "known = False",
        (_SENT + "::test_kept_bytes_that_cannot_be_read_or_are_not_ours_are_not_called_unplaced",),
    ),
    Bug(
        "a refusal of what may be there is believed",
        "src/commerce_sdk/runtime/retries/certainty.py",
        "State.KNOWN: _SENT_BEFORE,",
        "State.KNOWN: {**_SENT_BEFORE, Event.REFUSED: State.NOT_APPLIED},",
        (_SENT + "::test_a_refusal_of_kept_bytes_does_not_say_that_nothing_is_there",),
    ),
    Bug(
        "what the document calls a refusal is not believed",
        "src/commerce_sdk/runtime/retries/writes.py",
        "renewable=renewable, refusals=self._refusals)",
        "renewable=renewable)",
        (
            _REFUSED + "::test_one_that_cannot_be_asked_about_was_not_applied",
            _REFUSED + "::test_a_value_that_surely_was_not_set_is_not_looked_for",
        ),
    ),
    Bug(
        "what one document calls a refusal is one everywhere",
        "src/commerce_sdk/runtime/retries/certainty.py",
        "_CONFLICTS = frozenset({409, 423})\n_REFUSALS = frozenset({400,",
        "_CONFLICTS = frozenset({423})\n_REFUSALS = frozenset({409, 400,",
        (_REFUSED + "::test_another_status_of_it_or_its_status_elsewhere_stays_unclear",),
    ),
    Bug(
        "a limit that is called a refusal is not waited out",
        "src/commerce_sdk/runtime/retries/certainty.py",
        "    if status == _LIMITED:\n",
        "    if status == _LIMITED and status not in refusals:\n",
        (
            _MACHINE
            + "::test_a_limit_and_an_old_credential_are_waited_out_though_they_are_called_refusals",
        ),
    ),
    Bug(
        "a 429 makes it unclear",
        "src/commerce_sdk/runtime/retries/certainty.py",
        "        return Event.LIMITED\n",
        "        return Event.UNCLEAR\n",
        (_SENT + "::test_refused_for_certain_if_nothing_before_it_can_have_arrived",),
    ),
    Bug(
        "a look that failed counts as answered",
        "src/commerce_sdk/runtime/retries/writes.py",
        "return Event.LOOK_FAILED if is_passing(trouble) else Event.LOOK_REFUSED",
        "return Event.ABSENT",
        (_SENT + "::test_nothing_is_sent_again_while_looks_fail",),
    ),
    Bug(
        "a lasting refusal to look is passing",
        "src/commerce_sdk/runtime/retries/transient.py",
        "_PASSING = frozenset({408,",
        "_PASSING = frozenset({403, 408,",
        (_SENT + "::test_a_lasting_refusal_to_look_ends_it_unclear",),
    ),
    Bug(
        "a refused login is passing",
        "src/commerce_sdk/runtime/retries/transient.py",
        "return not error.refused",
        "return True",
        ("tests/storefront/test_waiting.py::test_a_wait_ends_where_the_login_is_refused",),
    ),
    Bug(
        "looks that fail go on without retries",
        "src/commerce_sdk/runtime/retries/pauses.py",
        "if self.policy.attempts == 1 or not self._quota.allows():",
        "if not self._quota.allows():",
        (_SENT + "::test_without_quota_or_retries_there_is_one_look_and_no_resend",),
    ),
    Bug(
        "looks that fail go on without quota",
        "src/commerce_sdk/runtime/retries/pauses.py",
        "if self.policy.attempts == 1 or not self._quota.allows():",
        "if self.policy.attempts == 1:",
        (_SENT + "::test_without_quota_or_retries_there_is_one_look_and_no_resend",),
    ),
    Bug(
        "looks that fail go on for ever without a deadline",
        "src/commerce_sdk/runtime/retries/pauses.py",
        "(few or self.deadline.seconds is None)",
        "few",
        (_SENT + "::test_without_a_deadline_looks_that_fail_end_after_the_policys_attempts",),
    ),
    Bug(
        "the quote's order has an id of its own each time",
        "src/commerce_sdk/commerce/orders/prepared.py",
        "elif own is None and by_name is not None:",
        "elif own:",
        (_QUOTE + "::test_workers_that_order_one_quote_at_once_make_one_order",),
    ),
    Bug(
        "the case of letters makes another quote",
        "src/commerce_sdk/commerce/orders/intents.py",
        "        return str(uuid.UUID(text.strip()))",
        "        return text",
        (_QUOTE + "::test_the_id_of_a_quotes_order_is_the_same_for_everybody_and_for_ever",),
    ),
    Bug(
        "another version is the same intent",
        "src/commerce_sdk/commerce/orders/intents.py",
        "{_canonical(quote_id)}/{version}",
        "{_canonical(quote_id)}/0",
        (_QUOTE + "::test_the_id_of_a_quotes_order_is_the_same_for_everybody_and_for_ever",),
    ),
    Bug(
        "an order of another quote is taken for this one",
        "src/commerce_sdk/commerce/orders/placing.py",
        "    if is_of_another_quote(found",
        "    if False and is_of_another_quote(found",
        (_QUOTE + "::test_an_order_of_another_quote_is_not_taken_for_this_one",),
    ),
    Bug(
        "nobody says that it was there already",
        "src/commerce_sdk/commerce/orders/placing.py",
        "already_placed=already,",
        "already_placed=False,",
        (_QUOTE + "::test_who_comes_later_is_given_the_order_that_is_there",),
    ),
    Bug(
        "a quote's order that failed is handed out",
        "src/commerce_sdk/commerce/orders/placing.py",
        "if already and failure is not None:",
        "if not already and failure is not None:",
        (_QUOTE + "::test_an_order_that_failed_names_the_way_on",),
    ),
    Bug(
        "repetitions do not agree",
        "src/commerce_sdk/commerce/orders/intents.py",
        'return str(uuid.uuid5(_QUOTES, f"retry/{_canonical(failed_order_id)}"))',
        "return str(uuid.uuid4())",
        (_QUOTE + "::test_those_who_repeat_a_failed_order_at_once_agree",),
    ),
    Bug(
        "an order that goes on is repeated",
        "src/commerce_sdk/commerce/orders/placing.py",
        "            before=_before(core, prepared.intent.retry_of),\n",
        "",
        (_QUOTE + "::test_an_order_that_has_not_failed_is_not_repeated",),
    ),
    Bug(
        "a success that names no order is believed",
        "src/commerce_sdk/commerce/orders/placing.py",
        "        if not isinstance(answer.order_id, str):",
        "        if False:",
        (_WAITS + "::test_what_is_no_answer_to_a_placing_is_not_believed",),
    ),
    Bug(
        "found late is broken off in the log",
        "src/commerce_sdk/runtime/core.py",
        'outcome, reply = "not needed any more", None',
        "reply = None",
        (_SENT + "::test_an_order_found_late_is_no_broken_attempt_in_the_log",),
    ),
    Bug(
        "who is interrupted learns no id",
        "src/commerce_sdk/commerce/orders/placing.py",
        "        error.add_note(",
        "        str(",
        (_SENT + "::test_who_is_interrupted_can_find_the_order_again",),
    ),
    Bug(
        "a step of the machine",
        "src/commerce_sdk/runtime/retries/certainty.py",
        "State.LOOK_REFUSED: _looking(_MAYBE),",
        "State.LOOK_REFUSED: _looking(State.NOT_APPLIED),",
        (_MACHINE,),
    ),
    Bug(
        "a placing begun meanwhile is overlooked",
        "src/commerce_sdk/commerce/orders/placing.py",
        " or prepared.intent.begun != mine",
        "",
        (_SENT + "::test_a_refusal_is_not_certain_where_another_placing_was_begun_meanwhile",),
    ),
    Bug(
        "a forked process thinks that it made the order",
        "src/commerce_sdk/commerce/orders/intents.py",
        "return self._start if self._process == os.getpid() else State.LOOK_FIRST",
        "return self._start",
        (_SENT + "::test_a_process_that_was_forked_off_did_not_make_it",),
    ),
    Bug(
        "a look believes what names no order",
        "src/commerce_sdk/commerce/orders/reading.py",
        "    if named and not isinstance(shown, str):",
        "    if False and named:",
        (_SENT + "::test_a_look_answered_with_what_names_no_order_has_found_none",),
    ),
    Bug(
        "any order that failed may be repeated",
        "src/commerce_sdk/commerce/orders/prepared.py",
        "    known = may_be_retried(failed, by_name)",
        "    known: str | None = failed",
        (_QUOTE + "::test_only_the_order_of_this_version_is_repeated",),
    ),
    Bug(
        "kept bytes forget what they repeat",
        "src/commerce_sdk/commerce/orders/prepared.py",
        "retry_of = None if by_name is None else retried(request.order_id, by_name)",
        "retry_of = None",
        (_QUOTE + "::test_kept_bytes_of_a_repetition_are_held_against_what_they_repeat",),
    ),
    Bug(
        "many at once leave a refusal with the handle",
        "src/commerce_sdk/runtime/following/handle.py",
        "refusal, self._refusal = self._refusal, None",
        "refusal = self._refusal",
        (_ALL + "::test_a_refusal_that_passes_does_not_stay_with_the_handle",),
    ),
    Bug(
        "a document that is no page ends the list",
        _RUNTIME + "lists/listing.py",
        "        if any(value is not None",
        "        if False and any(value is not None",
        ("tests/runtime/lists/test_cursors.py::test_a_document_that_is_no_page_is_not_the_end",),
    ),
    Bug(
        "a write answered about another is a success",
        _COMMERCE + "pricing.py",
        "body=body\n            ),\n            check=about(pricing_change_id),",
        "body=body\n            ),",
        ("tests/runtime/test_wrong_answers.py",),
    ),
    # -- too late
    *(
        Bug(
            name,
            _RUNTIME + file,
            old,
            new,
            (f"tests/commerce/orders/test_not_after.py::{test}",),
        )
        for name, file, old, new, test in (
            (
                "a suspended process sends late",
                "call/cutoff.py",
                "min(self._instant - clock.time(), self._ends_at - clock.monotonic())",
                "self._ends_at - clock.monotonic()",
                "test_a_process_that_was_suspended_in_the_line_sends_nothing",
            ),
            (
                "a calendar that is set back gives time",
                "call/cutoff.py",
                "min(self._instant - clock.time(), self._ends_at - clock.monotonic())",
                "self._instant - clock.time()",
                "test_a_calendar_that_is_set_back_gives_no_time",
            ),
            (
                "what its deadline ended is called too late",
                "call/cutoff.py",
                "if self._left() >= self._own():",
                "if False:",
                "test_a_line_that_goes_on_beyond_the_deadline_ends_with_that",
            ),
            (
                "a pause goes on beyond the instant",
                "retries/pauses.py",
                'sends.check_instant("pausing before the next attempt", seconds)',
                "pass",
                "test_a_pause_that_would_go_on_beyond_it_is_not_begun",
            ),
            (
                "nobody asks once more after the waits",
                "retries/writes.py",
                '        call.context.deadline.check_instant("waiting to be sent")\n',
                "",
                "test_a_renewal_that_takes_too_long_is_the_last_thing_that_is_done",
            ),
            (
                "nobody asks once more when it is connected",
                "call/exchange.py",
                "if self._cutoff is not None and self._cutoff.expired:",
                "if False and self._cutoff is not None:",
                "test_a_process_that_was_suspended_while_it_connected_sends_nothing",
            ),
            (
                "what was stopped right before it was sent is in doubt",
                "call/exchange.py",
                "            self._stopped = True\n",
                "",
                "test_a_process_that_was_suspended_while_it_connected_sends_nothing",
            ),
            (
                "looks end at the instant, too",
                "core.py",
                "look=None if look is None else lambda: look(context),",
                "look=None if look is None else lambda: look(sends),",
                "test_a_known_order_that_is_there_is_found_though_it_is_late",
            ),
            (
                "sends go by the call's own deadline",
                "core.py",
                "self._once(request, sends, number",
                "self._once(request, context, number",
                "test_an_attempt_in_flight_ends_there_and_is_looked_after",
            ),
            (
                "a look follows a look at once",
                "retries/writes.py",
                "int(event in (Event.LOOK_FAILED, Event.ABSENT))",
                "int(event is Event.LOOK_FAILED)",
                "test_a_known_order_that_is_not_there_is_looked_for_and_never_sent",
            ),
            (
                "what is known and too late is given up",
                "retries/certainty.py",
                "State.LOOK_AFTER, State.LOOK_LATE, _MAYBE\n",
                "State.LOOK_AFTER, _MAYBE, _MAYBE\n",
                "test_an_order_of_ones_own_id_that_is_there_counts_as_placed_before",
            ),
        )
    ),
    # -- waiting
    Bug(
        "an outage ends the wait",
        "src/commerce_sdk/runtime/retries/transient.py",
        "        case ServerError():\n            return True",
        "        case ServerError():\n            return False",
        (_WAITS + "::test_an_outage_of_a_minute_is_waited_through",),
    ),
    Bug(
        "refused connections end the wait",
        "src/commerce_sdk/runtime/retries/transient.py",
        "error, ConnectionFailed | DecodeError",
        "error, DecodeError",
        (_WAITS + "::test_an_outage_of_a_minute_is_waited_through",),
    ),
    Bug(
        "no last look before the deadline",
        "src/commerce_sdk/runtime/retries/backoff.py",
        "return min(wanted, left - reserve) if left > 1.5 * reserve else None",
        "return wanted if wanted < left else None",
        (_FOLLOW + "::test_the_last_look_is_right_before_the_deadline",),
    ),
    Bug(
        "the deadline ends before its time",
        "src/commerce_sdk/runtime/following/polling.py",
        "await self._clock.sleep(seconds if seconds is not None else left or 0.0)",
        "await self._clock.sleep(seconds or 0.0)",
        (_FOLLOW + "::test_a_wait_ends_at_its_deadline_and_not_before",),
    ),
    Bug(
        "many at once have no last look",
        "src/commerce_sdk/runtime/following/wait_all.py",
        "seconds = next_look(pause, left=left, whole=self._seconds, took=self._took * rounds)",
        "seconds = pause if left is None or pause < left else None",
        (_ALL + "::test_each_is_looked_at_once_more_right_before_the_end",),
    ),
    Bug(
        "the end does not say what the last look met",
        "src/commerce_sdk/runtime/following/polling.py",
        "        if trouble is not None:\n            ended = DeadlineExceeded(",
        "        if trouble is None:\n            ended = DeadlineExceeded(",
        (_WAITS + "::test_when_the_deadline_ends_the_error_says_what_the_last_looks_met",),
    ),
    Bug(
        "a Retry-After is not waited for",
        "src/commerce_sdk/runtime/following/polling.py",
        "wanted = max(wanted, asked_pause(self._trouble))",
        "wanted = max(wanted, 0.0)",
        (_WAITS + "::test_a_retry_after_is_waited_for",),
    ),
    Bug(
        "the deadline names the wrong wait",
        "src/commerce_sdk/runtime/retries/writes.py",
        "        elif self._out_of_time and not isinstance(error, DeadlineExceeded):",
        "        elif self._out_of_time:",
        (_WAITS + "::test_a_placing_that_its_deadline_cut_is_not_looked_after_in_no_time",),
    ),
    # -- what is never sent twice
    *(
        Bug(name, f"src/commerce_sdk/runtime/{file}.py", old, new, (f"{_SINGLE}::{test}",))
        for name, file, old, new, test in (
            (
                "what may never be sent twice is sent again",
                "retries/certainty",
                "State.SINGLE: _sending(_NOT, State.LOOK_THERE, State.LOOK_THERE,",
                "State.SINGLE: _sending(_NOT, State.LOOK_THERE, State.LOOK_AFTER,",
                "test_it_is_made_once_or_the_error_says_what_is_known",
            ),
            (
                "what nobody has sent may be there",
                "retries/certainty",
                "State.LOOK_BEFORE: _looking(State.SINGLE, _NOT),",
                "State.LOOK_BEFORE: _looking(State.SINGLE),",
                "test_it_is_made_once_or_the_error_says_what_is_known",
            ),
            (
                "what is broken off before it is sent may be there",
                "retries/certainty",
                "State.SINGLE, State.LOOK_BEFORE, State.NOT_APPLIED}",
                "State.SINGLE, State.NOT_APPLIED}",
                "test_what_is_cut_by_closing_says_whether_it_may_have_arrived",
            ),
        )
    ),
    # -- what is set to a value
    Bug(
        "what can be looked for is asked without a look",
        "src/commerce_sdk/runtime/core.py",
        'assert kind in ("safe", "never"), f"',
        'assert kind, f"',
        (
            "tests/runtime/retries/test_idempotent_writes.py::test_it_cannot_be_asked_without_a_look",
        ),
    ),
    Bug(
        "a client that is closed does not say that nothing was sent",
        "src/commerce_sdk/runtime/core.py",
        "context = self._begun(request.operation, state.maybe_applied)",
        "context = self.begin()",
        (
            "tests/runtime/call/test_calls.py"
            "::test_a_closed_client_says_so_and_clones_close_nothing",
        ),
    ),
]
