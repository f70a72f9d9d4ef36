"""In what a document says of amounts, errors and what the client fills."""

from __future__ import annotations

from tests.planted.bug import Bug

_TESTS = ("tests/codegen/test_kiosk.py",)
_REQUESTS = "src/commerce_sdk/document/request_model.py"

PLANTED = [
    Bug(
        "a 2xx that the document names as an error is a success",
        "src/commerce_sdk/runtime/call/error_answers.py",
        "operation.names_error(status))",
        "False)",
        _TESTS,
    ),
    Bug(
        "amounts among parameters are of any currency",
        "src/commerce_sdk/document/parameters.py",
        "kind.write(value, name, currency)",
        "kind.write(value, name, None)",
        _TESTS,
    ),
    Bug(
        "a body's currency is not that of the parameters",
        _REQUESTS,
        "stated = _currency_of(part, stated)",
        "pass",
        _TESTS,
    ),
    Bug(
        "what the client fills is no field",
        _REQUESTS,
        "{**dict.fromkeys(self.filled_later), **out}",
        "out",
        _TESTS,
    ),
]
