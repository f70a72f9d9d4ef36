"""Of a call's parts one by one: its turn, its connection, its events, its error, its file."""

from __future__ import annotations

from tests.planted.bug import Bug

RUNTIME = "src/commerce_sdk/runtime"
LIMITER = f"{RUNTIME}/limits/local.py"
LINE = f"{RUNTIME}/limits/queue.py"
POOL = f"{RUNTIME}/http/pool.py"
TRANSPORT = f"{RUNTIME}/http/transport.py"
OBSERVE = f"{RUNTIME}/call/observe.py"
DOWNLOADS = f"{RUNTIME}/downloads.py"
ITEMS = "src/commerce_sdk/commerce/orders/items.py"

PAUSES = "tests/runtime/limits/test_longest_pause.py"
THREADS = "tests/runtime/limits/test_threads.py"
TURNS = "tests/runtime/limits/test_turns_in_vain.py"
KEPT = "tests/runtime/http/test_keep_alive.py"
LENGTHS = "tests/runtime/http/test_lengths.py"
DEADLINE = "tests/runtime/call/test_deadline.py"
FIELDS = "tests/runtime/call/test_event_fields.py"
STATUSES = "tests/runtime/call/test_statuses.py"
RENEWED = "tests/runtime/credentials/test_renewed_once.py"
CLOSING = "tests/runtime/test_closing_cancelled.py"
SAVED = "tests/runtime/test_saved.py"
RELATIONS = "tests/commerce/orders/test_item_relations.py"

PLANTED = [
    Bug(
        "part: a shorter pause cuts a longer one",
        LIMITER,
        "log.paused_until = max(log.paused_until, now + seconds)",
        "log.paused_until = now + seconds",
        (f"{PAUSES}::test_a_shorter_pause_cuts_no_longer_one",),
    ),
    Bug(
        "part: threads look and take in two steps",
        LIMITER,
        "        with self._lock:\n            now = clock.monotonic()\n            logs, waits",
        "        if True:\n            now = clock.monotonic()\n            logs, waits",
        (f"{THREADS}::test_looking_for_a_place_and_taking_it_is_one_step_for_all_threads",),
    ),
    Bug(
        "part: a turn that comes after the deadline is taken",
        LINE,
        "                    if deadline.expired:\n",
        "                    if False:\n",
        (f"{TURNS}::test_a_turn_that_comes_after_the_deadline_is_not_taken",),
    ),
    Bug(
        "part: a turn right at the deadline is waited for",
        f"{RUNTIME}/call/deadline.py",
        "return remaining is None or seconds < remaining",
        "return remaining is None or seconds <= remaining",
        (f"{TURNS}::test_a_turn_right_at_the_deadline_is_too_late",),
    ),
    Bug(
        "part: a wait that ends with the deadline is not counted",
        f"{RUNTIME}/call/deadline.py",
        "        if isinstance(fault, DeadlineExceeded):\n",
        "        if False:\n",
        (f"{TURNS}::test_where_it_is_certain_it_ends_at_once",),
    ),
    Bug(
        "part: a connection that comes after the deadline is used",
        TRANSPORT,
        "            if deadline.seconds is not None and deadline.expired:\n",
        "            if False:\n",
        (f"{DEADLINE}::test_a_connection_that_comes_free_after_the_deadline_is_not_used",),
    ),
    Bug(
        "part: idle connections stay",
        POOL,
        "            if self._timer is None:\n",
        "            if False:\n",
        (f"{KEPT}::test_after_a_burst_all_are_closed_though_nobody_calls",),
    ),
    Bug(
        "part: connections that were used lately are closed",
        POOL,
        "while self._idle and self._idle[0][0] <= anyio.current_time() - defaults.KEEP_ALIVE:",
        "while self._idle:",
        (f"{KEPT}::test_those_that_are_used_stay_and_the_others_go",),
    ),
    Bug(
        "part: what closes idle connections outlives the client",
        POOL,
        "            await self._timer.stop()\n",
        "            pass\n",
        (f"{KEPT}::test_one_timer_waits_for_all_and_ends_with_the_client",),
    ),
    Bug(
        "part: an empty body is not announced",
        TRANSPORT,
        "if request.body is not None or request.operation.method in _WITH_LENGTH:",
        "if request.body is not None:",
        (f"{LENGTHS}::test_a_write_without_a_body_says_that_it_is_empty",),
    ),
    Bug(
        "part: an empty body of a PUT is not announced",
        TRANSPORT,
        'frozenset({"POST", "PUT", "PATCH"})',
        'frozenset({"POST", "PATCH"})',
        (f"{LENGTHS}::test_of_every_method_that_brings_something",),
    ),
    Bug(
        "part: the line of an attempt says something else",
        OBSERVE,
        '"%s %s attempt %d: %s in %.3f s (call %s, request id %s)"',
        '"%s %s attempt %d: %s in %.3f (call %s, request id %s)"',
        (f"{FIELDS}::test_at_info_the_log_has_a_line_an_attempt",),
    ),
    Bug(
        "part: the line of an answer says something else",
        OBSERVE,
        "gave {came.status}",
        "{came.status}",
        (f"{FIELDS}::test_the_log_says_this_of_a_call_and_no_more",),
    ),
    Bug(
        "part: the line of a request has no query",
        OBSERVE,
        "{**sent.query, **sent.headers}",
        "{**sent.headers}",
        (f"{FIELDS}::test_the_log_says_this_of_a_call_and_no_more",),
    ),
    Bug(
        "part: the size of an answer is not told",
        OBSERVE,
        "size=len(reply.content) if reply.body is None else None,",
        "size=None,",
        (f"{FIELDS}::test_a_good_answer_is_told_with_these_fields_and_no_other",),
    ),
    Bug(
        "part: the size of a file is told as nothing",
        OBSERVE,
        "size=len(reply.content) if reply.body is None else None,",
        "size=len(reply.content),",
        (f"{FIELDS}::test_of_a_file_the_size_is_not_known_when_it_begins_to_come",),
    ),
    Bug(
        "part: an answer is told with the time of the whole call",
        OBSERVE,
        "seconds=deadline.elapsed - began,",
        "seconds=deadline.elapsed,",
        (f"{FIELDS}::test_each_answer_is_told_with_its_own_seconds",),
    ),
    Bug(
        "part: an end is told without its time",
        OBSERVE,
        "            seconds=seconds,\n        )\n        tell",
        "            seconds=0.0,\n        )\n        tell",
        (f"{FIELDS}::test_a_good_answer_is_told_with_these_fields_and_no_other",),
    ),
    Bug(
        "part: a hook for requests that nobody gave is called",
        OBSERVE,
        "        if hooks.request is not None:\n",
        "        if True:\n",
        (f"{FIELDS}::test_a_hook_that_is_given_alone_is_told_its_own_and_nothing_fails",),
    ),
    Bug(
        "part: a hook for answers that nobody gave is called",
        OBSERVE,
        "if hooks.response is not None and not call.evidence.is_over:",
        "if not call.evidence.is_over:",
        (f"{FIELDS}::test_a_hook_that_is_given_alone_is_told_its_own_and_nothing_fails",),
    ),
    Bug(
        "part: a hook for ends that nobody gave is called",
        OBSERVE,
        "    if call.hooks.end is not None:\n",
        "    if True:\n",
        (f"{FIELDS}::test_a_hook_that_is_given_alone_is_told_its_own_and_nothing_fails",),
    ),
    Bug(
        "part: the last status of servers is nobody's",
        "src/commerce_sdk/errors.py",
        "if 500 <= status <= 599:",
        "if 500 <= status < 599:",
        (f"{STATUSES}::test_of_a_read",),
    ),
    Bug(
        "part: a status outside all tables passes",
        f"{RUNTIME}/retries/policy.py",
        "            return error.status in self.statuses\n",
        "            return error.status in self.statuses or error.status > 504\n",
        (f"{STATUSES}::test_of_a_read",),
    ),
    Bug(
        "part: a 403 renews the token",
        f"{RUNTIME}/credentials/auth.py",
        "        if reply.status == 401:\n",
        "        if reply.status in (401, 403):\n",
        (f"{RENEWED}::test_what_is_no_401_keeps_the_token",),
    ),
    Bug(
        "part: a refused token is renewed for ever",
        f"{RUNTIME}/core.py",
        "if self._renewable(error) and not renewed and failures < pauses.attempts:",
        "if self._renewable(error) and failures < pauses.attempts:",
        (f"{RENEWED}::test_a_401_to_the_new_token_too_is_the_end_of_the_call",),
    ),
    Bug(
        "part: a call that is cancelled while the client closes ends as closed",
        f"{RUNTIME}/pipeline.py",
        "        if scope.cancelled_caught:\n            raise ClientClosed",
        "        if scope.cancelled_caught or self.closed:\n            raise ClientClosed",
        (CLOSING,),
    ),
    Bug(
        "part: the token host's connections stay open",
        f"{RUNTIME}/pipeline.py",
        "                    await self.auth.aclose()\n",
        "                    pass\n",
        (f"{CLOSING}::test_the_connections_to_the_token_host_close_with_it",),
    ),
    Bug(
        "part: what is saved is not made sure of",
        DOWNLOADS,
        "    os.fsync(file.fileno())\n",
        "    pass\n",
        (f"{SAVED}::test_all_of_it_is_on_the_disk_before_it_takes_its_name",),
    ),
    Bug(
        "part: what is saved is made sure of before it is written",
        DOWNLOADS,
        "    file.flush()\n",
        "",
        (f"{SAVED}::test_all_of_it_is_on_the_disk_before_it_takes_its_name",),
    ),
    Bug(
        "part: an app hangs on no item",
        ITEMS,
        'return relates("APP_DEPENDENCE", entitlement_id, item=item)',
        'return relates("APP_DEPENDENCE", entitlement_id or "")',
        (f"{RELATIONS}::test_by_the_item_itself_it_names_the_label_that_the_item_gets",),
    ),
    Bug(
        "part: nothing is under an enterprise of the same order",
        ITEMS,
        'return relates("ENTERPRISE", entitlement_id, item=item)',
        'return relates("ENTERPRISE", entitlement_id or "")',
        (f"{RELATIONS}::test_by_a_label_of_ones_own_it_names_that",),
    ),
]
