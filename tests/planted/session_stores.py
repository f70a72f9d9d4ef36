"""Bugs in how a session goes on with a store that is late, stuck, strange, wrong, or another user's; and
in how an issuer that refused is left alone."""

from __future__ import annotations

from tests.planted.bug import Bug

_SESSIONS = "src/commerce_sdk/runtime/credentials/sessions.py"
_STORES = "src/commerce_sdk/runtime/credentials/stores.py"
_CACHE = "src/commerce_sdk/runtime/credentials/token_cache.py"
_LOGIN = "src/commerce_sdk/storefront/sessions.py"
_TESTS = "tests/runtime/credentials/test_sessions.py::test_"
_OWNERS = "tests/runtime/credentials/test_owners.py::test_"
_REFUSALS = "tests/runtime/credentials/test_refusals.py::test_"
_ASKED = "tests/runtime/credentials/test_stores.py::test_"
_WHOSE = "tests/storefront/test_whose_session.py::test_"

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
        _STORES,
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
    # -- whose it is
    Bug(
        "a session that the store keeps for another is used",
        _SESSIONS,
        " if kept.owner == owner else None",
        "",
        (
            f"{_OWNERS}what_is_kept_for_another_is_as_none_and_replaced",
            f"{_WHOSE}another_login_is_not_served_with_the_session_of_the_first",
        ),
    ),
    Bug(
        "the refresh token of another is used",
        _SESSIONS,
        "is_mine = kept.owner == owner",
        "is_mine = True",
        (
            f"{_OWNERS}what_is_kept_for_another_is_as_none_and_replaced",
            f"{_OWNERS}a_login_that_fails_leaves_the_session_of_the_other",
        ),
    ),
    Bug(
        "a logout clears the session of another",
        _SESSIONS,
        "if kept.owner != owner:",
        "if not kept:",
        (f"{_WHOSE}another_login_is_not_served_with_the_session_of_the_first",),
    ),
    Bug(
        "a logout leaves one's own login over the session of another",
        _SESSIONS,
        "if kept.renewal is None or kept.renewed_for != owner:",
        "if kept:",
        (f"{_OWNERS}a_logout_ends_ones_own_renewal_and_no_others",),
    ),
    Bug(
        "two owners take each other's place again and again",
        _SESSIONS,
        "under_way = kept.renewal is not None and not",
        "under_way = kept.renewal is not None and kept.owner == owner and not",
        (f"{_OWNERS}two_owners_at_once_log_in_once_each",),
    ),
    Bug(
        "a session goes to another address",
        _LOGIN,
        "{self.core.pipeline.transport.server}\\n",
        "",
        (f"{_WHOSE}a_session_of_another_address_is_not_sent_there",),
    ),
    Bug(
        "a password is hashed on the event loop",
        _LOGIN,
        "await to_thread.run_sync(slow, limiter=CapacityLimiter(1))",
        "slow()",
        (f"{_WHOSE}the_mark_is_a_slow_hash_made_once_off_the_event_loop",),
    ),
    Bug(
        "a password is hashed where nobody shares the store",
        _LOGIN,
        "owner = None if login.store is None else self.owner",
        "owner = self.owner",
        (f"{_WHOSE}the_mark_is_a_slow_hash_made_once_off_the_event_loop",),
    ),
    # -- what refused, and what failed
    Bug(
        "who refused is asked again as soon as who failed",
        _CACHE,
        "if refused:  # in full",
        "if not before and not self._kept and not refused:  # in full",
        (f"{_REFUSALS}after_a_refusal_the_issuer_is_left_alone_for_a_minute_then_longer",),
    ),
    Bug(
        "an outage makes the pause after a refusal longer",
        _CACHE,
        "before = self._failures[refused]",
        "before = self._failures.total()",
        (f"{_REFUSALS}trouble_before_makes_no_refusal_longer",),
    ),
    Bug(
        "the repeated error does not say that it was refused",
        _CACHE,
        "refused=failure.refused",
        "refused=False",
        (f"{_REFUSALS}after_a_refusal_the_issuer_is_left_alone_for_a_minute_then_longer",),
    ),
    Bug(
        "a wrong password is no refusal",
        "src/commerce_sdk/defaults.py",
        "RENEWAL_REFUSALS = frozenset({400, 401, 403, 404, 422})",
        "RENEWAL_REFUSALS = frozenset({400, 403, 404, 422})",
        (
            f"{_REFUSALS}what_the_issuer_answered_says_whether_it_refused",
            f"{_WHOSE}a_refused_login_is_asked_again_after_a_minute_and_says_that_it_was",
        ),
    ),
    Bug(
        "a store that says nothing of a swap is asked until the deadline",
        _STORES,
        "if isinstance(revealed(given), bool):",
        "if given is None or isinstance(revealed(given), bool):",
        (f"{_ASKED}a_swap_that_says_neither_is_told_so",),
    ),
    Bug(
        "a store that fails is called the token source",
        _STORES,
        'raise as_failure("the session store", fault)',
        "raise",
        (f"{_ASKED}a_store_that_fails_is_named",),
    ),
]
