"""Bugs in the storefront's sessions, in what its changes send, and in when its waits end."""

from __future__ import annotations

from tests.planted.bug import Bug

_FACADE = "src/commerce_sdk/storefront"
_LOGIN, _SECRETS = (
    "tests/storefront/test_login.py::test_",
    "tests/storefront/test_secrets.py::test_",
)
_ORDERS = "tests/storefront/test_orders.py::test_"

PLANTED = [
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
        (
            f"{_LOGIN}nobody_logs_in_only_to_log_out",
            f"{_LOGIN}where_there_is_no_session_nothing_is_sent",
        ),
    ),
    Bug(
        "after a logout the next login has to wait",
        "src/commerce_sdk/runtime/credentials/token_cache.py",
        "self._kept = self._failure = None",
        "self._kept = None",
        (f"{_LOGIN}where_there_is_no_session_nothing_is_sent",),
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
        "order.status in STEPS and not has_been(order.status, status)",
        "order.status not in STEPS",
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
