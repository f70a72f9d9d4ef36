"""What a journey is given, checked before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, get_args

from commerce_sdk.document.kinds import Text, refuse
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.journeys.stages import PROVISION_REQUEST, Via

Checkpoint = Callable[[str], Awaitable[object]]


def text(given: object, path: str) -> str:
    """Raises `InvalidRequest` unless it is text with something in it."""
    written: str = Text().write(given, path, None)
    if not written.strip():
        raise InvalidRequest("may not be empty", path=path)
    return written


def site(given: object) -> str:
    """The name of a site, without blanks around it. Raises `InvalidRequest` for its address, and
    for what no address can have: another name is another site, which would be bought."""
    name = text(given, "site").strip()
    if not _NAME.fullmatch(name):
        what = f"{name!r:.80} is no site's name, which stands before the first dot of its address"
        raise InvalidRequest(what, path="site")
    return name


_NAME = re.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


def site_or_none(given: object) -> str | None:
    """The same, where None stands for nothing."""
    return None if given is None else site(given)


def text_or_none(given: object, path: str) -> str | None:
    """The same, where None stands for nothing."""
    return None if given is None else text(given, path)


def flag(given: object, path: str) -> bool:
    """Raises `InvalidRequest` unless it is True or False."""
    if not isinstance(given, bool):
        raise InvalidRequest("must be True or False", path=path)
    return given


def via(given: Any) -> Via:
    """Raises `InvalidRequest` unless it is a way to place an order."""
    if given not in get_args(Via):
        raise InvalidRequest(f"expected one of {', '.join(get_args(Via))}", path="via")
    known: Via = given
    return known


def metadata(given: object) -> dict[str, str]:
    """Key-value pairs of the caller's own."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise refuse("key-value pairs", given, "metadata")
    if PROVISION_REQUEST in given:
        raise InvalidRequest(f"{PROVISION_REQUEST} is set by the journey", path="metadata")
    return {text(key, "metadata"): Text().write(given[key], "metadata", None) for key in given}


def checkpoint(given: object) -> Checkpoint | None:
    """Raises `InvalidRequest` for what cannot be called; whether it is async, its first call says,
    which comes before anything is sent."""
    if given is not None and not callable(given):
        raise InvalidRequest("must be an async function of the token", path="checkpoint")
    return given
