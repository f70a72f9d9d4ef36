"""The rules of tokens, pauses, chance, statuses and cursors."""

from __future__ import annotations

from tests.planted.bug import Bug

_RUNTIME = "src/commerce_sdk/runtime"
_TESTS = "tests/runtime"
_TOKENS = f"{_TESTS}/credentials/test_tokens_of_no_life.py"
_PAUSES = f"{_TESTS}/retries/test_asked_pauses.py"
_CHANCE = f"{_TESTS}/test_chance.py"
_READS = "test_a_read_is_tried_again_after_what_may_pass_and_after_nothing_else"
_CURSORS = "tests/runtime/lists/test_cursors.py"

PLANTED = [
    Bug(
        "a token just renewed has to be good still",
        "src/commerce_sdk/runtime/credentials/token_cache.py",
        "                return await self._renew(loop, clock, source or self._source)\n"
        "            await under_way.wait()",
        "                await self._renew(loop, clock, source or self._source)\n"
        "                continue\n"
        "            await under_way.wait()",
        (f"{_TOKENS}::test_a_token_that_ends_at_once_serves_those_who_waited_for_it",),
    ),
    Bug(
        "who waited for a renewal asks for one of their own",
        "src/commerce_sdk/runtime/credentials/token_cache.py",
        "if self._kept is not None and self._kept is not kept:",
        "if False:",
        (f"{_TOKENS}::test_a_token_that_ends_at_once_serves_those_who_waited_for_it",),
    ),
    Bug(
        "callers of one moment each ask a plain source",
        "src/commerce_sdk/runtime/credentials/token_cache.py",
        "await anyio.lowlevel.checkpoint()",
        "pass",
        (f"{_TOKENS}::test_a_token_that_ends_at_once_serves_those_who_waited_for_it",),
    ),
    Bug(
        "a Retry-After of nothing is no pause",
        "src/commerce_sdk/runtime/retries/policy.py",
        "return max(asked, own)",
        "return own if asked or not isinstance(error, ApiError) else error.retry_after",
        (f"{_PAUSES}::test_tries_are_not_burnt_at_one_instant",),
    ),
    Bug(
        "a pause shorter than what was asked for",
        "src/commerce_sdk/runtime/retries/policy.py",
        "return max(asked, own)",
        "return own",
        (f"{_PAUSES}::test_a_time_shorter_than_the_first_pause_is_what_is_waited_at_least",),
    ),
    Bug(
        "a 429 with Retry-After 0 holds nobody back",
        "src/commerce_sdk/runtime/limits/layer.py",
        "min(max(asked, defaults.LIMIT_PAUSE), defaults.RETRY_AFTER_CAP)",
        "min(asked, defaults.RETRY_AFTER_CAP)",
        (f"{_PAUSES}::test_a_refusal_that_names_no_time_holds_back_those_behind_it",),
    ),
    Bug(
        "forked workers pause alike",
        "src/commerce_sdk/runtime/core.py",
        "default_factory=random.SystemRandom",
        "default_factory=random.Random",
        (f"{_CHANCE}::test_forked_workers_neither_pause_nor_renew_at_the_same_moments",),
    ),
    Bug(
        "forked workers renew alike",
        "src/commerce_sdk/runtime/credentials/token_cache.py",
        "random.SystemRandom()",
        "random.Random()",
        (f"{_CHANCE}::test_forked_workers_neither_pause_nor_renew_at_the_same_moments",),
    ),
    Bug(
        "a gateway's 408 is final",
        "src/commerce_sdk/defaults.py",
        "frozenset({408, 425,",
        "frozenset({425,",
        (f"{_TESTS}/retries/test_retry.py::{_READS}",),
    ),
    Bug(
        "every fault of a server is worth another try",
        "src/commerce_sdk/runtime/retries/policy.py",
        "return error.status in self.statuses",
        "return error.status in self.statuses or error.status >= 500",
        (f"{_TESTS}/retries/test_retry.py::{_READS}",),
    ),
    Bug(
        "what is no cursor ends the list",
        "src/commerce_sdk/runtime/lists/pages.py",
        "if value is None or isinstance(value, str):",
        "if not value or isinstance(value, str):",
        (f"{_CURSORS}::test_what_is_no_cursor_neither_ends_a_list_nor_crashes",),
    ),
    Bug(
        "a number goes for a cursor",
        "src/commerce_sdk/runtime/lists/pages.py",
        "if value is None or isinstance(value, str):\n        return value or None",
        "if value is None or not isinstance(value, list | dict | bool):\n"
        "        return str(value or '') or None",
        (f"{_CURSORS}::test_what_is_no_cursor_neither_ends_a_list_nor_crashes",),
    ),
    Bug(
        "an empty text for a cursor is not the end",
        "src/commerce_sdk/runtime/lists/pages.py",
        "return value or None",
        "return value",
        (f"{_CURSORS}::test_null_nothing_and_empty_text_end_a_list",),
    ),
    Bug(
        "an empty text for a kept cursor begins anew",
        "src/commerce_sdk/runtime/lists/paginator.py",
        "if after is not None and (not isinstance(after, str) or not after):",
        "if after and not isinstance(after, str):",
        (f"{_CURSORS}::test_a_kept_cursor_that_is_none_is_refused_by_name",),
    ),
    Bug(
        "every page says that it is not the last",
        "src/commerce_sdk/runtime/lists/pages.py",
        "return not self.next_cursor",
        "return self.next_cursor is not None and not self.next_cursor",
        (f"{_CURSORS}::test_a_page_says_whether_it_is_the_last",),
    ),
]
