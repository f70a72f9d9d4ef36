"""The layer that shows what is sent and what comes back, to hooks and to the log."""

from __future__ import annotations

import logging

from commerce_sdk.runtime.call import Call, Layer, Reply
from commerce_sdk.runtime.events import Hooks, RequestEvent, ResponseEvent, tell
from commerce_sdk.runtime.redaction import LOGGER, log_detail, shown_headers, shown_query


class Observe:
    """Tells `request` and `response` hooks, and logs both at DEBUG."""

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
        began = call.deadline.elapsed
        reply = await self._below(call)
        came = ResponseEvent(
            operation=sent.operation,
            attempt=call.number,
            status=reply.status,
            seconds=call.deadline.elapsed - began,
            headers=shown_headers(reply.headers.items()),
            size=len(reply.content) if reply.body is None else None,
        )
        if logs:
            log_detail(f"{sent.method} {sent.path} gave {came.status}", came.headers)
        if hooks.response is not None:
            tell(hooks.response, came)
        return reply


def _sent(call: Call) -> RequestEvent:
    request, operation = call.request, call.request.operation
    return RequestEvent(
        operation=operation.id,
        attempt=call.number,
        method=operation.method,
        path=operation.path,
        query=shown_query(operation, request.query),
        headers=shown_headers((("accept", request.accept), *request.headers, *call.headers)),
        size=len(request.body or b""),
    )
