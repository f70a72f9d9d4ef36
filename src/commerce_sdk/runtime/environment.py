"""The credential that the environment names."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from commerce_sdk.document.operation import Platform, SchemeKind
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.credentials.auth import ApiKey, Basic, Bearer
from commerce_sdk.runtime.credentials.token_cache import AuthLike
from commerce_sdk.secret import hide

Ways = Mapping[tuple[str, ...], Callable[..., Any]]
"""Kinds of credentials, by the variables that one is made of; their names without the prefix."""

_OF_SCHEMES: dict[SchemeKind, Ways] = {
    "bearer": {("TOKEN",): Bearer},
    "basic": {("EMAIL", "TOKEN"): Basic},
    "api-key": {("API_KEY",): ApiKey},
}


def credential_of(platform: Platform, prefix: str, own: Ways, *, needed: bool) -> AuthLike | None:
    """The credential that the variables of a prefix name: one of the platform's `own`, or one for
    its schemes. An empty variable is not set.

    Raises `InvalidRequest`, with the variable, for half of one, for more than one, and where one is
    `needed` and there is none.
    """
    kinds = {scheme.kind for scheme in platform.schemes}
    ways = {**own}
    for kind, of_kind in _OF_SCHEMES.items():
        ways |= of_kind if kind in kinds else {}
    names = dict.fromkeys(name for way in ways for name in way)
    held = {name: hide(os.environ.get(prefix + name)) for name in names}
    held = {name: value for name, value in held.items() if value}
    if not held and not needed:
        return None
    whole = [way for way in ways if held.keys() >= {*way}]
    if not whole:
        raise _missing(prefix, [*ways], [*held])
    way = max(whole, key=len)
    for other in held:
        if other not in way:
            beside = " and ".join(prefix + name for name in way)
            what = f"is set beside {beside}; set one of them"
            raise InvalidRequest(what, path=prefix + other)
    credential: AuthLike = ways[way](*(held[name] for name in way))
    return credential


def _missing(prefix: str, ways: list[tuple[str, ...]], held: list[str]) -> InvalidRequest:
    begun = next((way for way in ways if {*way} & {*held}), ways[0])
    name = next(each for each in begun if each not in held)
    what = "is not set in the environment"
    if held:
        what += f", though {prefix}{held[0]} is"
    elif len(ways) > 1:
        each = (" and ".join(prefix + part for part in way) for way in ways)
        what += f"; set {', or '.join(each)}"
    return InvalidRequest(what, path=prefix + name)
