"""Of whose calls count in a limit, of renewals within one, and of what a cursor may hold."""

from __future__ import annotations

from tests.planted.bug import Bug

_LIMITS = "src/commerce_sdk/runtime/limits/local.py"
_AUTH = "src/commerce_sdk/runtime/credentials/auth.py"
_TENANTS = "src/commerce_sdk/runtime/tenants.py"
_LISTS = "src/commerce_sdk/runtime/lists/strategies.py"
_FOLLOWED = "tests/runtime/lists/test_strategies.py::test_"
_WHOSE = "tests/runtime/limits/test_whose_limits.py::test_"
_RENEWAL = "tests/runtime/credentials/test_renewal_within_limits.py::test_"

PLANTED = [
    Bug(
        "who waits for a renewal holds a place",
        "src/commerce_sdk/runtime/limits/layer.py",
        "                call = await credential.prepared(call)\n",
        "                pass\n",
        (f"{_RENEWAL}who_waits_for_a_login_holds_no_place_that_it_needs",),
    ),
    Bug(
        "what ended in the line is renewed with a place in hand",
        "src/commerce_sdk/runtime/limits/layer.py",
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
        "src/commerce_sdk/runtime/core.py",
        'account="\\n".join(request.tenants) or self.tenants.first,',
        "account=self.tenants.first,",
        (f"{_WHOSE}a_limit_by_account_counts_by_whom_the_request_is_for",),
    ),
    Bug(
        "what a body says of its tenant does not count",
        _TENANTS,
        "return replace(request, tenants=_with(request.tenants, named))",
        "return request",
        (f"{_WHOSE}those_that_bodies_name_count_apart_and_once",),
    ),
    Bug(
        "a secret parameter is in the cursor of a link",
        _LISTS,
        "return query if len(kept) == len(parts) else",
        "return query if kept else",
        (f"{_FOLLOWED}a_secret_parameter_goes_to_every_page_and_into_no_cursor",),
    ),
    Bug(
        "what the document says of a cursor is not held",
        _LISTS,
        "            _allowed(self.paging.kind, cursor)\n",
        "            pass\n",
        (f"{_FOLLOWED}what_the_document_says_of_a_cursor_is_held",),
    ),
    Bug(
        "a request that is refused leaves its secrets in the frames",
        "src/commerce_sdk/document/request_model.py",
        "raise fault.with_traceback(None)",
        "raise fault",
        ("tests/document/test_secret_fields.py::test_a_request_that_is_refused_leaves_no_secret",),
    ),
    Bug(
        "an API key of the environment is not read",
        "src/commerce_sdk/runtime/environment.py",
        '"api-key": {("API_KEY",): ApiKey}',
        '"api-key": {}',
        (
            "tests/runtime/test_tenants.py::"
            "test_where_a_platform_takes_an_api_key_the_environment_may_give_one",
        ),
    ),
    Bug(
        "clients without a credential count apart",
        _AUTH,
        'identity = "none"',
        "identity = None",
        (f"{_WHOSE}calls_without_a_credential_count_together",),
    ),
]
