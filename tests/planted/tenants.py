"""In what the client fills, and what all platforms' clients have in common."""

from __future__ import annotations

from tests.planted.bug import Bug

_TENANTS = "src/commerce_sdk/runtime/tenants.py"
_TESTS = ("tests/runtime/test_tenants.py",)

PLANTED = [
    Bug(
        "kept bytes are filled",
        _TENANTS,
        "own is not None and not request.is_kept:",
        "own is not None:",
        _TESTS,
    ),
    Bug("kept bytes are not checked", _TENANTS, "and request.is_kept:", "and False:", _TESTS),
    Bug(
        "a body's own word is written over",
        _TENANTS,
        "if said is None and own is not None and not",
        "if own is not None and not",
        _TESTS,
    ),
    Bug("a missing tenant is left out", _TENANTS, "elif tenant.required:", "elif False:", _TESTS),
    Bug(
        "a tenant in the query is forgotten",
        _TENANTS,
        "query = (*request.query, *query_of([parameter]))",
        "query = request.query",
        _TESTS,
    ),
    Bug(
        "a tenant is asked for when the call has begun",
        "src/commerce_sdk/runtime/core.py",
        """        request = self.tenants.fill(request)
        kind = request.operation.retry.kind
""",
        """        kind = request.operation.retry.kind
        context = context or self.begin()
        request = self.tenants.fill(request)
""",
        _TESTS,
    ),
    Bug(
        "help() hides the settings that all platforms share",
        "src/commerce_sdk/runtime/keywords.py",
        "parameters=[*first, *taken]",
        "parameters=first",
        _TESTS,
    ),
    Bug(
        "every platform reads the same variables",
        "src/commerce_sdk/runtime/environment.py",
        "return InvalidRequest(what, path=prefix + name)",
        "return InvalidRequest(what, path=name)",
        _TESTS,
    ),
]
