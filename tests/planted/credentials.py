"""Bugs in which credential goes where, what a 401 means, and how sessions go on."""

from __future__ import annotations

from tests.planted.bug import Bug

_RUNTIME = "src/commerce_sdk/runtime/"
_AUTH, _SESSIONS, _STORES = (
    "src/commerce_sdk/runtime/credentials/auth.py",
    "src/commerce_sdk/runtime/credentials/sessions.py",
    "src/commerce_sdk/runtime/credentials/stores.py",
)
_WHERE, _ROTATION = (
    "tests/runtime/credentials/test_security.py::test_",
    "tests/runtime/credentials/test_sessions.py::test_",
)
_FITS = f"{_WHERE}a_credential_goes_where_the_document_says"
_KEPT = f"{_WHERE}where_a_401_may_mean_not_allowed_a_token_that_is_good_is_kept"
_STORED = (
    f"{_ROTATION}a_refresh_token_is_out_of_the_store_before_it_is_used_and_the_new_one_in_it_after"
)
_KEYS = "tests/runtime/test_secrets_everywhere.py::test_no_credential_comes_out"

PLANTED = [
    # -- which goes where
    Bug(
        "a login sends the credential",
        _AUTH,
        "taken = platform.security if operation.security is None else operation.security",
        "taken = operation.security or platform.security",
        (_FITS,),
    ),
    Bug(
        "what fits no scheme is sent without a credential",
        _AUTH,
        "    if schemes:\n",
        "    if not schemes:\n",
        (f"{_WHERE}what_fits_no_scheme_is_refused_unsent",),
    ),
    Bug(
        "a key goes in the Authorization header",
        _AUTH,
        "(scheme.header, header)",
        '("authorization", header)',
        (_FITS,),
    ),
    Bug(
        "a key shows where the document gives it the name of a header that is shown",
        "src/commerce_sdk/runtime/call/redaction.py",
        " and not isinstance(value, Secret)",
        "",
        (f"{_WHERE}a_key_is_shown_under_no_name_of_a_header",),
    ),
    Bug(
        "of a key that is echoed only a part is looked for",
        "src/commerce_sdk/runtime/call/redaction.py",
        '("", "", header) if kind == "api-key" else header.partition(" ")',
        'header.partition(" ")',
        (f"{_KEYS}[direct-ApiKey-asyncio]",),
    ),
    # -- what a 401 means
    Bug(
        "a 401 of 'not allowed' drops the token",
        _AUTH,
        "if ended is None or not ended(header, self._clock):",
        "if ended is None:",
        (_KEPT,),
    ),
    Bug(
        "a call that is not allowed is tried again",
        "src/commerce_sdk/runtime/core.py",
        "error.renewable = evidence.renewable",
        "error.renewable = True",
        (_KEPT,),
    ),
    Bug(
        "a token that ended while the machine slept is kept for ever",
        "src/commerce_sdk/runtime/credentials/token_cache.py",
        " or kept.ends_by_date <= clock.time()",
        "",
        (f"{_WHERE}a_machine_that_slept_finds_by_the_calendar_that_a_token_has_ended",),
    ),
    # -- sessions
    Bug(
        "a rotated token is used before it was stored",
        _SESSIONS,
        "if await self._store.swap(claim, left.text()):",
        "if left != kept or await self._store.swap(claim, left.text()):",
        (_STORED,),
    ),
    Bug(
        "a refresh token can be had by others while it is used",
        _SESSIONS,
        "            taken = replace(taken, refresh_token=None)",
        "            pass",
        (_STORED,),
    ),
    Bug(
        "who could not take a refresh token out uses it",
        _SESSIONS,
        "if not await self._store.swap(text, claim):",
        "if await self._store.swap(text, claim) is None:",
        (f"{_ROTATION}many_at_once_of_many_processes_renew_once",),
    ),
    Bug(
        "who is late goes on with a session of their own",
        _SESSIONS,
        "if await self._store.swap(claim, left.text()):",
        "if await self._store.swap(claim, left.text()) or left:",
        (f"{_ROTATION}who_is_late_uses_what_the_winner_stored",),
    ),
    Bug(
        "a refresh whose answer was lost is tried again",
        _SESSIONS,
        "return _session(await self._login())",
        "return _session(await (self._refresh(refresh_token) if refresh_token else self._login()))",
        (f"{_ROTATION}a_refresh_that_brings_nothing_is_followed_by_a_login",),
    ),
    Bug(
        "who is cancelled in a refresh lets the others wait",
        _SESSIONS,
        "await self._leave(claim, left)",
        "pass",
        (f"{_ROTATION}who_refreshes_and_is_cancelled_leaves_the_others_a_login",),
    ),
    Bug(
        "a forked worker uses the refresh token of the first",
        _STORES,
        "return self._text if self._process == os.getpid() else None",
        "return self._text",
        (f"{_ROTATION}forked_workers_do_not_use_the_refresh_token_of_the_first",),
    ),
    Bug(
        "a refresh undoes a logout",
        _SESSIONS,
        "if self._logouts != logouts:",
        "if self._logouts < logouts:",
        (f"{_ROTATION}a_token_that_was_logged_out_as_it_came_is_not_used",),
    ),
]
