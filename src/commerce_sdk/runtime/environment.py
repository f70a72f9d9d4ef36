"""The credential that the environment names."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import cast

from msgspec import UNSET, UnsetType

from commerce_sdk.document.operation import Platform, SchemeKind
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.credentials.auth import ApiKey, Basic, Bearer
from commerce_sdk.runtime.credentials.token_cache import AuthLike
from commerce_sdk.secret import hide
from commerce_sdk.value import Value

Ways = Mapping[tuple[str, ...], Callable[..., object]]
"""Kinds of credentials, by the variables that one is made of; their names without the prefix."""

BASE_URL = "BASE_URL"
"""The variable of the address, without the prefix."""

_OF_SCHEMES: dict[SchemeKind, Ways] = {
    "bearer": {("TOKEN",): Bearer},
    "basic": {("EMAIL", "TOKEN"): Basic},
    "api-key": {("API_KEY",): ApiKey},
}


class Lender(Value, frozen=True, kw_only=True):
    """Another platform, by the prefix of its variables, whose credential is taken where the
    environment names none of a client's own. It is taken to no other origin than its own."""

    platform: Platform
    prefix: str


def credential_of(
    platform: Platform,
    prefix: str,
    own: Ways,
    *,
    needed: bool,
    lender: Lender | None = None,
    base_url: str | UnsetType = UNSET,
) -> AuthLike | None:
    """The credential that the variables of a prefix name: one of the platform's `own`, or one for
    its schemes; where they name none, that of the `lender`, if it is served where the client is
    (by its `base_url`, or what the environment says). An empty variable is not set.

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
    aside = ""
    if not held and lender is not None:
        lent = credential_of(lender.platform, lender.prefix, {}, needed=False)
        if lent is not None:
            theirs = _origin(lender.platform, lender.prefix)
            ours = _origin(platform, prefix, base_url)
            if ours == theirs:
                return lent
            aside = f"; the one that {lender.prefix}… names is for {theirs}, not for {ours}"
    if not held and not needed:
        return None
    whole = [way for way in ways if held.keys() >= {*way}]
    if not whole:
        raise _missing(prefix, [*ways], [*held], aside)
    way = max(whole, key=len)
    for other in held:
        if other not in way:
            beside = " and ".join(prefix + name for name in way)
            what = f"is set beside {beside}; set one of them"
            raise InvalidRequest(what, path=prefix + other)
    return cast("AuthLike", ways[way](*(held[name] for name in way)))


def _origin(platform: Platform, prefix: str, given: str | UnsetType = UNSET) -> str:
    """The server of a client: that of the address that it is given, or the environment names, or
    its document. Raises `InvalidRequest` for an address that no client takes."""
    from commerce_sdk.runtime.http.origins import origin_of
    from commerce_sdk.runtime.http.pool import checked_base_url

    name, address = "base_url", given
    if given is UNSET:
        name = prefix + BASE_URL
        address = hide(os.environ.get(name)) or platform.server or ""
    try:
        return origin_of(checked_base_url(cast("str", address)))
    except InvalidRequest as error:
        error.at(name)
        raise


def _missing(
    prefix: str, ways: list[tuple[str, ...]], held: list[str], aside: str
) -> InvalidRequest:
    begun = next((way for way in ways if {*way} & {*held}), ways[0])
    name = next(each for each in begun if each not in held)
    what = "is not set in the environment"
    if held:
        what += f", though {prefix}{held[0]} is"
    elif len(ways) > 1:
        each = (" and ".join(prefix + part for part in way) for way in ways)
        what += f"; set {', or '.join(each)}"
    what += aside
    return InvalidRequest(what, path=prefix + name)
