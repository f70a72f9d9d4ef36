"""Bugs in how a session goes on with a store that is late, stuck, strange or wrong."""

from __future__ import annotations

from tests.planted.bug import Bug

_SESSIONS = "src/commerce_sdk/runtime/credentials/sessions.py"
_TESTS = "tests/runtime/credentials/test_sessions.py::test_"

PLANTED = [
    Bug(
        "a session that is found in the middle of a logout outlives it",
        _SESSIONS,
        "self._logouts += 1\n            self._cache.begin_anew()",
        "self._logouts += 1",
        (f"{_TESTS}what_is_found_in_the_middle_of_a_logout_is_not_used_after_it",),
    ),
    Bug(
        "a session store that hangs holds who is cancelled",
        _SESSIONS,
        "anyio.move_on_after(defaults.SESSION_GRACE, shield=True)",
        "anyio.move_on_after(defaults.SESSION_PATIENCE, shield=True)",
        (
            f"{_TESTS}a_store_that_hangs_holds_nobody_who_is_cancelled",
            f"{_TESTS}a_store_that_hangs_does_not_hold_a_client_that_closes",
        ),
    ),
    Bug(
        "a renewal that was cancelled loses what it has got",
        _SESSIONS,
        "anyio.move_on_after(defaults.SESSION_GRACE, shield=True)",
        "anyio.move_on_after(defaults.SESSION_GRACE)",
        (f"{_TESTS}what_a_renewal_has_got_is_stored_also_where_it_is_cancelled",),
    ),
    Bug(
        "a refresh token that was not used is lost with its claim",
        _SESSIONS,
        "left = kept\n",
        "left = replace(taken, renewal=None)\n",
        (f"{_TESTS}a_refresh_token_that_was_taken_out_and_not_used_goes_back",),
    ),
    Bug(
        "a process waits for its own renewal that is over",
        _SESSIONS,
        "self._watched = (claim, -inf)",
        "self._watched = (claim, inf)",
        (f"{_TESTS}a_store_that_hangs_holds_nobody_who_is_cancelled",),
    ),
    Bug(
        "a session store may not give bytes",
        _SESSIONS,
        "if isinstance(given, SecretBytes):",
        "if not given and isinstance(given, SecretBytes):",
        (
            f"{_TESTS}a_store_may_give_bytes",
            f"{_TESTS}the_store_of_the_docs_over_redis_as_it_comes",
        ),
    ),
    Bug(
        "a session store that swaps nothing is asked for ever",
        _SESSIONS,
        "if not_swapped.count(text) >= _SAME_TEXT:",
        "if not not_swapped:",
        (f"{_TESTS}a_store_that_swaps_nothing_is_not_asked_for_ever",),
    ),
    Bug(
        "a stored token that cannot be sent is kept for ever",
        _SESSIONS,
        'text = credential_text(held, name, in_header=name == "access_token")',
        "text = held",
        (f"{_TESTS}a_text_that_is_no_session_is_replaced",),
    ),
]
