"""Bugs that only a user's type checker meets."""

from __future__ import annotations

from tests.planted.bug import Bug

_ARGUMENTS = ("tests/typing/test_wrong_arguments.py",)

PLANTED = [
    Bug(
        "a local limiter is no limiter for a checker that widens what is not declared",
        "src/commerce_sdk/runtime/limits/local.py",
        "self.scope: LimitScope | None = known_scope(scope)",
        "self.scope = known_scope(scope)",
        _ARGUMENTS,
    ),
    Bug(
        "a method whose errors name its keywords takes any before a type checker",
        "src/commerce_sdk/runtime/keywords.py",
        "def in_keywords(method: F, aliases: Mapping[str, str] | None = None) -> F:",
        "def in_keywords(method: F, aliases: Mapping[str, str] | None = None) -> Any:",
        _ARGUMENTS,
    ),
    Bug(
        "from_env() takes any keyword before a type checker",
        "src/commerce_sdk/commerce/client.py",
        "def from_env(cls, **settings: Unpack[CommerceSettings]) -> Self:",
        "def from_env(cls, **settings: Any) -> Self:",
        _ARGUMENTS,
    ),
]
