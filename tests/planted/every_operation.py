"""In how a call goes out, as every operation of the neutral platform shows it."""

from __future__ import annotations

from tests.planted.bug import Bug

_TRANSPORT = "src/commerce_sdk/runtime/http/transport.py"
_TESTS = ("tests/shop/test_every_operation.py",)

PLANTED = [
    Bug(
        "every body is said to be plain JSON",
        _TRANSPORT,
        '"content-type", request.content_type',
        '"content-type", "application/json"',
        _TESTS,
    ),
    Bug(
        "every call asks for plain JSON",
        _TRANSPORT,
        '("accept", request.accept),',
        '("accept", "application/json"),',
        _TESTS,
    ),
    Bug(
        "a list is listed in one way alone",
        "src/commerce_sdk/runtime/lists/listing.py",
        "    if by is None:\n",
        "    if True:\n",
        _TESTS,
    ),
]
