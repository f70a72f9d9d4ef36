"""What may be shown of a call. A list of what is allowed: what nobody thought of stays out."""

from __future__ import annotations

import json
import logging
import re
from base64 import b64decode
from collections.abc import Iterable, Mapping
from contextlib import suppress

from commerce_sdk.document.operation import Operation, SchemeKind
from commerce_sdk.secret import Secret

LOGGER = logging.getLogger("commerce_sdk")

_SHOWN_HEADERS = frozenset(
    {
        *("accept", "accept-encoding", "content-encoding", "content-length", "content-type"),
        *("date", "retry-after", "server", "user-agent"),
        *("ratelimit-limit", "ratelimit-remaining", "ratelimit-reset"),
        *("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"),
        *("atl-traceid", "request-id", "x-amzn-requestid", "x-request-id"),
    }
)
_SHOWN_LENGTH = 200

_MASK = "[secret]"
_LEAST = 6
"""A shorter one is no secret, and stands in any text by chance."""


def secret_words(header: str, kind: SchemeKind) -> tuple[Secret, ...]:
    """What of a credential's header an answer may echo."""
    scheme, _, rest = ("", "", header) if kind == "api-key" else header.partition(" ")
    words = {rest or scheme}
    if scheme.lower() == "basic":
        with suppress(ValueError):
            pair = b64decode(rest).decode()
            words |= {pair, *pair.split(":", 1)}
    return echoes_of(*words)


def echoes_of(*words: str) -> tuple[Secret, ...]:
    """Secrets as an answer may echo them; the longest first, for they hold one another."""
    longest_first = sorted({word for word in words if len(word) >= _LEAST}, key=len, reverse=True)
    return tuple(Secret(word) for word in longest_first)


_MAY_BE_ESCAPED = re.compile(r"[\\&%+]|[^\x00-\x7f]")


def unechoed(text: str, secrets: Iterable[str]) -> str:
    """The text without the secrets that were sent. Where one is escaped in it, the text is given as
    it is meant, for what is escaped has no other end that could be seen."""
    secrets = tuple(secrets)
    for word in secrets:
        if word in text:
            text = _masked(text, secrets)
            break
    if not secrets or _MAY_BE_ESCAPED.search(text) is None:
        return text
    from commerce_sdk.runtime.call.spellings import meanings  # seldom needed

    for plain in meanings(text):
        told = _masked(plain, secrets)
        if told != plain:
            return unechoed(told, secrets)
    return text


def unechoed_headers(headers: Mapping[str, str], secrets: Iterable[str]) -> dict[str, str]:
    """Headers without the secrets that were sent."""
    return {name: unechoed(value, secrets) for name, value in headers.items()}


def unechoed_content(content: bytes, secrets: Iterable[str]) -> bytes:
    """The same of a body. One that is JSON stays so."""
    secrets = tuple(secrets)
    text = content.decode(errors="surrogateescape")
    told = unechoed(text, secrets)
    if told == text:
        return content
    with suppress(ValueError, RecursionError):
        told = json.dumps(_unechoed_parts(json.loads(content), secrets), ensure_ascii=False)
    return told.encode(errors="replace")


def _unechoed_parts(value: object, secrets: tuple[str, ...]) -> object:
    if isinstance(value, list):
        return [_unechoed_parts(each, secrets) for each in value]
    if isinstance(value, dict):
        return {unechoed(k, secrets): _unechoed_parts(v, secrets) for k, v in value.items()}
    text = str(value)
    told = unechoed(text, secrets)
    return value if told == text else told


def _masked(text: str, secrets: tuple[str, ...]) -> str:
    for word in secrets:
        # What stands there for a secret may hold a word that is one.
        text = _MASK.join(part.replace(word, _MASK) for part in text.split(_MASK))
    return text


def forget_frames(error: BaseException) -> None:
    """Forget where in other code an error and its causes came from: those frames hold the bytes
    that were sent and that came, and crash reporters show what frames hold."""
    seen: set[int] = set()
    below: BaseException | None = error
    while below is not None and id(below) not in seen:
        seen.add(id(below))
        below.__traceback__ = None
        if below.__cause__ is not None or below.__suppress_context__:
            below.__context__ = below.__cause__
        below = below.__context__


def shown_headers(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The headers that may be shown, cut to a sensible length; a credential never, whatever the
    document names its header."""
    return {
        name.lower(): value[:_SHOWN_LENGTH]
        for name, value in headers
        if name.lower() in _SHOWN_HEADERS and not isinstance(value, Secret)
    }


def shown_query(operation: Operation, query: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The query parameters whose schema leaves no room for a secret."""
    return {name: value[:_SHOWN_LENGTH] for name, value in query if name in operation.shown}


def log_detail(what: str, details: Mapping[str, object]) -> None:
    """Log what was sent or came at DEBUG, of it only what may be shown."""
    LOGGER.debug("%s %s", what, " ".join(f"{name}={value}" for name, value in details.items()))
