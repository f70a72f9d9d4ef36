"""Bugs in the storefront's sessions, in what its changes send, and in when its waits end."""

from __future__ import annotations

from tests.planted.bug import Bug

_FACADE = "src/commerce_sdk/storefront"
_LOGIN, _SECRETS = (
    "tests/storefront/test_login.py::test_",
    "tests/storefront/test_secrets.py::test_",
)
_UNDER_WAY = "tests/storefront/test_logout_under_way.py::test_"
_ORDERS = "tests/storefront/test_orders.py::test_"

_SHOWN = f"{_SECRETS}no_secret_comes_out"
_HTTP = "src/commerce_sdk/runtime/http/"

PLANTED = [
    # -- a login's secrets
    Bug(
        "aiohttp's frames show the body of a login",
        f"{_HTTP}aiohttp_transport.py",
        'hide(b"".join([part async for part in request.stream]))',
        'b"".join([part async for part in request.stream])',
        (f"{_SHOWN}_of_a_library_that_fails",),
    ),
    Bug(
        "h11's frames show the body of a login",
        f"{_HTTP}transport.py",
        "self._content = SecretBytes(content)",
        "self._content = content",
        (f"{_SHOWN}_of_a_library_that_fails",),
    ),
    Bug(
        "a cancellation keeps the frames below",
        f"{_HTTP}transport.py",
        "forget_frames(fault)  # a caller's",
        "pass  # a caller's",
        (f"{_SHOWN}_of_one_that_is_broken_off",),
    ),
    Bug(
        "a middleware sees the tokens in the headers of a login",
        "src/commerce_sdk/runtime/middleware.py",
        "headers if self._is_shown else shown_headers(headers.items())",
        "headers",
        (f"{_SHOWN}[login-tokens in headers-asyncio]",),
    ),
    Bug(
        "a price of no known currency goes out in XXX",
        "src/commerce_sdk/document/request_model.py",
        "if first is not None and first.currency == stated == NO_CURRENCY:",
        "if False:",
        (
            "tests/document/test_amount_of_a_patch.py::"
            "test_an_amount_that_has_no_currency_is_refused_until_it_is_said",
        ),
    ),
    Bug(
        "a SKU that is taken may have been given to a new product",
        "generated/commerce_sdk_api/storefront/api/products/create_product.py",
        "    refusals=(409,),\n",
        "",
        ("tests/storefront/test_products.py::test_a_sku_that_is_taken_is_a_conflict",),
    ),
    Bug(
        "a platform that echoes a password is quoted",
        f"{_FACADE}/sessions.py",
        "secrets=echoes_of(*secrets)",
        "secrets=()",
        (f"{_SECRETS}no_secret_comes_out",),
    ),
    Bug(
        "half an answer of a login is kept with its tokens",
        "src/commerce_sdk/runtime/call/answers.py",
        "if request.operation.takes_credential:",
        "if request.operation:",
        (f"{_SECRETS}no_secret_comes_out",),
    ),
    Bug(
        "somebody logs in only to log out",
        "src/commerce_sdk/runtime/credentials/sessions.py",
        "if _WITHOUT_LOGIN.get() is self:",
        "if _WITHOUT_LOGIN.get() is not None and not self:",
        ("tests/storefront/test_logout.py::test_nobody_logs_in_only_to_log_out",),
    ),
    Bug(
        "after a logout the next login has to wait",
        "src/commerce_sdk/runtime/credentials/token_cache.py",
        "if self._failure is None or not self._failure.refused:",
        "if self._failure is None:",
        ("tests/storefront/test_logout.py::test_nobody_logs_in_only_to_log_out",),
    ),
    Bug(
        "a logout lifts the pause after a refused login",
        "src/commerce_sdk/runtime/credentials/token_cache.py",
        "if self._failure is None or not self._failure.refused:",
        "if self._beginnings:",
        (
            "tests/storefront/test_logout.py::test_a_logout_does_not_lift_the_pause_after_a_refused_login",
        ),
    ),
    Bug(
        "a session that could not be refreshed is taken for ended",
        "src/commerce_sdk/runtime/credentials/sessions.py",
        "if _WITHOUT_LOGIN.get() is self and not is_refused(fault):",
        "if _WITHOUT_LOGIN.get() is self and fault is None:",
        (
            "tests/storefront/test_logout.py::test_a_session_that_cannot_be_refreshed_is_not_called_ended",
        ),
    ),
    Bug(
        "a refresh token that was not used is lost",
        "src/commerce_sdk/runtime/credentials/sessions.py",
        "if is_unused(fault):",
        "if is_unused(fault) and not kept:",
        (
            "tests/storefront/test_logout.py::test_a_refresh_token_that_was_surely_not_used_is_kept_to_end_the_session",
        ),
    ),
    Bug(
        "a logout does not look into the store",
        "src/commerce_sdk/storefront/sessions.py",
        "if await _of_store(core, context, auth.has_session):",
        "if await _of_store(core, context, auth.has_session) and auth.logouts:",
        ("tests/storefront/test_logout.py::test_a_session_of_the_store_alone_is_ended",),
    ),
    Bug(
        "a call that is refused after a logout logs in again",
        "src/commerce_sdk/runtime/credentials/auth.py",
        "self._auth.renewable and not self._is_over(call)",
        "self._auth.renewable",
        (f"{_UNDER_WAY}calls_on_their_way_are_refused_and_bring_nothing_back",),
    ),
    Bug(
        "a call that waits for a limit at a logout logs in again",
        "src/commerce_sdk/runtime/credentials/auth.py",
        "if self._is_over(call):\n            raise",
        "if self._auth is None:\n            raise",
        (
            f"{_UNDER_WAY}calls_that_wait_for_a_limit_bring_nothing_back",
            f"{_UNDER_WAY}a_call_in_a_pause_brings_nothing_back",
        ),
    ),
    Bug(
        "a call that is refused before the logout is answered logs in again",
        "src/commerce_sdk/runtime/credentials/sessions.py",
        "self._logouts != logouts or self._logouts_under_way > 0",
        "self._logouts != logouts",
        (f"{_UNDER_WAY}one_that_is_refused_before_the_logout_is_answered_brings_nothing_back",),
    ),
    Bug(
        "a logout cannot refresh what it is to end",
        "src/commerce_sdk/runtime/credentials/sessions.py",
        "return is_over and _WITHOUT_LOGIN.get() is not self",
        "return is_over",
        ("tests/storefront/test_logout.py::test_a_session_that_is_over_is_refreshed_to_be_ended",),
    ),
    Bug(
        "after a logout that failed nothing is renewed any more",
        "src/commerce_sdk/runtime/credentials/sessions.py",
        "            self._logouts_under_way -= 1\n            _WITHOUT_LOGIN",
        "            _WITHOUT_LOGIN",
        (f"{_UNDER_WAY}after_a_logout_that_failed_calls_go_on",),
    ),
    Bug(
        "a renewal that a logout ended keeps the next call from a login",
        "src/commerce_sdk/runtime/credentials/token_cache.py",
        "            if self._beginnings != beginnings:\n                raise  #",
        "            if not self:\n                raise  #",
        (f"{_UNDER_WAY}calls_that_wait_for_a_renewal_fail_and_the_next_one_logs_in_at_once",),
    ),
    Bug(
        "who waits for a renewal that a logout ended begins another",
        "src/commerce_sdk/runtime/credentials/token_cache.py",
        "            if self._beginnings != beginnings:\n                raise AuthenticationFailed(",
        "            if not self:\n                raise AuthenticationFailed(",
        (f"{_UNDER_WAY}calls_that_wait_for_a_renewal_fail_and_the_next_one_logs_in_at_once",),
    ),
    Bug(
        "a login sends a default of the document's",
        f"{_FACADE}/sessions.py",
        "remember=login.remember or UNSET",
        "remember=login.remember",
        (f"{_LOGIN}a_login_goes_out_without_a_credential_and_with_no_default",),
    ),
    Bug(
        "any order that is there counts as changed",
        f"{_FACADE}/orders.py",
        "if order.status is None or not has_been(order.status, status):",
        "if order.status is None:",
        (f"{_ORDERS}a_change_that_does_not_show_is_sent_again",),
    ),
    Bug(
        "an answer that shows an earlier status is believed",
        f"{_FACADE}/orders.py",
        "is_known(order.status) and not has_been(order.status, status)",
        "not is_known(order.status)",
        (f"{_ORDERS}an_answer_that_cannot_be_to_this_change_is_not_believed",),
    ),
    Bug(
        "a wait ends where an unknown step might have gone on",
        f"{_FACADE}/lifecycle.py",
        "OrderStatus.CANCELLED: {\n        OrderStatus.REFUNDED: Standing.UNKNOWN,\n    }",
        "OrderStatus.CANCELLED: {}",
        ("tests/storefront/test_waiting.py::test_a_wait_goes_on_where_the_status_may_still_come",),
    ),
]
