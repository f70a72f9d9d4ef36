"""What is shown of an attempt, to hooks and to the log: what is sent, what comes back, its end."""

from __future__ import annotations

import logging

from commerce_sdk.errors import (
    ApiError,
    Attempt,
    CommerceError,
    ConnectionFailed,
    DeadlineExceeded,
    DecodeError,
    TooLate,
)
from commerce_sdk.runtime.call.events import EndEvent, Hooks, RequestEvent, ResponseEvent, tell
from commerce_sdk.runtime.call.exchange import Call, Layer, Reply
from commerce_sdk.runtime.call.redaction import LOGGER, log_detail, shown_headers, shown_query


class Observe:
    """The layer that tells `request` and `response` hooks, and logs both at DEBUG."""

    def __init__(self, hooks: Hooks, below: Layer) -> None:
        self._hooks = hooks
        self._below = below

    async def __call__(self, call: Call) -> Reply:
        hooks, logs = self._hooks, LOGGER.isEnabledFor(logging.DEBUG)
        if not logs and hooks.request is None and hooks.response is None:
            return await self._below(call)
        sent = _sent(call)
        if logs:
            log_detail(f"{sent.method} {sent.path}", {**sent.query, **sent.headers})
        if hooks.request is not None:
            tell(hooks.request, sent)
        deadline = call.context.deadline
        began = deadline.elapsed
        reply = await self._below(call)
        came = ResponseEvent(
            call_id=sent.call_id,
            operation=sent.operation,
            attempt=call.number,
            status=reply.status,
            seconds=deadline.elapsed - began,
            headers=shown_headers(reply.headers.items()),
            size=len(reply.content) if reply.body is None else None,
        )
        if logs:
            log_detail(f"{sent.method} {sent.path} gave {came.status}", came.headers)
        if hooks.response is not None and not call.evidence.is_over:
            tell(hooks.response, came)
        return reply


def _sent(call: Call) -> RequestEvent:
    request, operation = call.request, call.request.operation
    return RequestEvent(
        call_id=call.context.call_id,
        operation=operation.id,
        attempt=call.number,
        method=operation.method,
        path=operation.path,
        query=shown_query(operation, request.query),
        headers=shown_headers((("accept", request.accept), *request.headers, *call.headers)),
        size=len(request.body or b""),
    )


def close(call: Call, outcome: str, reply: Reply | None, error: str | None, seconds: float) -> None:
    """An attempt is over: keep it in the history, log it at INFO, and tell who wants to know.

    The path is the document's template; ids, bodies and headers, and with them every secret, stay
    out. `error` is the name of the class of what it failed with.
    """
    operation, context = call.request.operation, call.context
    attempt = Attempt(
        number=call.number,
        operation=operation.id,
        outcome=outcome,
        seconds=seconds,
        sent=call.evidence.may_have_sent,
        status=reply.status if reply is not None else None,
    )
    context.attempts.append(attempt)
    if LOGGER.isEnabledFor(logging.INFO):
        LOGGER.info(
            "%s %s attempt %d: %s in %.3f s (call %s, request id %s)",
            operation.method,
            operation.path,
            attempt.number,
            attempt.outcome,
            attempt.seconds,
            context.call_id,
            (reply.request_id if reply is not None else None) or "-",
        )
    if call.hooks.end is not None:
        event = EndEvent(
            call_id=context.call_id,
            operation=operation.id,
            attempt=attempt.number,
            outcome=outcome,
            error=error,
            status=attempt.status,
            sent=attempt.sent,
            seconds=seconds,
        )
        tell(call.hooks.end, event)


def outcome_of(error: CommerceError) -> str:
    """How an attempt ended that failed, in a word or two."""
    match error:
        case ApiError():
            return f"status {error.status}"
        case ConnectionFailed():
            return "no answer" if error.sent else "not sent"
        case DecodeError():
            return "an answer that cannot be read"
        case DeadlineExceeded():
            return "the deadline ended"
        case TooLate():
            return "too late"
    return type(error).__name__
