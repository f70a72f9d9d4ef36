"""What may be shown of a call. A list of what is allowed: what nobody thought of stays out."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping

from commerce_sdk.errors import Attempt
from commerce_sdk.operation import Operation

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


def shown_headers(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The headers that may be shown, cut to a sensible length."""
    return {
        name.lower(): value[:_SHOWN_LENGTH]
        for name, value in headers
        if name.lower() in _SHOWN_HEADERS
    }


def shown_query(operation: Operation, query: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The query parameters whose schema leaves no room for a secret."""
    return {name: value[:_SHOWN_LENGTH] for name, value in query if name in operation.shown}


def log_attempt(attempt: Attempt, method: str, template: str, request_id: str | None) -> None:
    """Log an attempt at INFO. The path is the document's template; ids, bodies and headers, and
    with them every secret, stay out."""
    LOGGER.info(
        "%s %s attempt %d: %s in %.3f s (request id %s)",
        method,
        template,
        attempt.number,
        attempt.outcome,
        attempt.seconds,
        request_id or "-",
    )


def log_detail(what: str, details: Mapping[str, object]) -> None:
    """Log what was sent or came at DEBUG, of it only what may be shown."""
    LOGGER.debug("%s %s", what, " ".join(f"{name}={value}" for name, value in details.items()))
