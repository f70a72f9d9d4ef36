"""Of limits and what they need to know: renewals, accounts, credentials."""

from __future__ import annotations

from tests.planted.bug import Bug

_LIMITS = "src/commerce_sdk/runtime/limits.py"
_AUTH = "src/commerce_sdk/runtime/auth.py"
_TENANTS = "src/commerce_sdk/runtime/tenants.py"
_WHOSE = "tests/runtime/test_whose_limits.py::test_"
_RENEWAL = "tests/runtime/test_renewal_within_limits.py::test_"

PLANTED = [
    Bug(
        "who waits for a renewal holds a place",
        _LIMITS,
        "                call = await credential.prepared(call)\n",
        "                pass\n",
        (f"{_RENEWAL}who_waits_for_a_login_holds_no_place_that_it_needs",),
    ),
    Bug(
        "what ended in the line is renewed with a place in hand",
        _LIMITS,
        "if credential is not None and credential.would_wait(call):",
        "if False:",
        (f"{_RENEWAL}a_token_that_ends_in_the_line_is_renewed_without_a_place",),
    ),
    Bug(
        "what was renewed for a call is renewed again",
        _AUTH,
        "return replace(call, credential=header) if isinstance(header, Secret) else call",
        "return call",
        (f"{_RENEWAL}a_token_of_no_life_is_renewed_once_for_its_call",),
    ),
    Bug(
        "a limit by account counts by the client's first tenant",
        "src/commerce_sdk/runtime/client.py",
        'account="\\n".join(request.tenants) or self.tenants.first,',
        "account=self.tenants.first,",
        (f"{_WHOSE}a_limit_by_account_counts_by_whom_the_request_is_for",),
    ),
    Bug(
        "what a body says of its tenant does not count",
        _TENANTS,
        "return replace(request, tenants=(*request.tenants, named))",
        "return request",
        (f"{_WHOSE}a_limit_by_account_counts_by_whom_the_request_is_for",),
    ),
    Bug(
        "clients without a credential count apart",
        _AUTH,
        'identity = "none"',
        "identity = None",
        (f"{_WHOSE}calls_without_a_credential_count_together",),
    ),
]
