"""The sandbox as an ASGI application: the document's routes and checks around written behaviour."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from commerce_sdk.sandbox.admin import Admin
from commerce_sdk.sandbox.commerce.catalogue import ACCOUNTS, CATALOG_ACCOUNT
from commerce_sdk.sandbox.commerce.orders import Orders
from commerce_sdk.sandbox.commerce.platform import Platform
from commerce_sdk.sandbox.engine import reading
from commerce_sdk.sandbox.engine.call import Call, Entry, File, Json
from commerce_sdk.sandbox.engine.clock import Clock, SystemClock
from commerce_sdk.sandbox.engine.document import Document, Operation, commerce
from commerce_sdk.sandbox.engine.limits import Limits
from commerce_sdk.sandbox.engine.refusal import Refusal

TOKEN = "sandbox-token"
DEFAULT_PAGE = 25
LARGEST_PAGE = 100
PARTIAL = 207


@dataclass
class ScriptedFailure:
    """An answer that is given in place of the platform's own, before or after it acted."""

    status: int
    times: int = 1
    after_applying: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


class Sandbox:
    """A Commerce platform on your own machine.

        transport = httpx.ASGITransport(app=Sandbox())

    Args:
        seed: Makes slugs and ids repeatable.
        clock: `SystemClock()`, or a `ManualClock()` that stands still until it is advanced.
        limits: False switches the published rate limits off.
        tokens: The credentials it knows: Bearer tokens, or `email:token` for Basic.
        accounts: The transaction accounts it knows. The second one pays in yen.
        catalog_accounts: The accounts that may write prices.

    `switches` change how orders behave, `fail_next` scripts an answer, `orders.held` and
    `orders.receipts` show what the platform has and what reached it.
    """

    def __init__(
        self,
        *,
        seed: int = 0,
        clock: Clock | None = None,
        limits: bool = True,
        tokens: Sequence[str] = (TOKEN,),
        accounts: Sequence[str] = ACCOUNTS,
        catalog_accounts: Sequence[str] = (CATALOG_ACCOUNT,),
        document: Document | None = None,
    ) -> None:
        self.document = document or commerce()
        self.clock = clock or SystemClock()
        self.limits = limits
        self.tokens = tuple(tokens)
        self.accounts = tuple(accounts)
        self.catalog_accounts = tuple(catalog_accounts)
        self.seed = seed
        self.reset()
        self._app = Starlette(
            routes=[*self._routes(), *Admin(self).routes()],
            exception_handlers={404: _not_found, 405: _not_allowed},
        )

    def reset(self) -> None:
        """Forget everything that happened."""
        self.platform = Platform(self.clock, self.seed, self.accounts)
        self._limits = Limits(self.clock)
        self._failures: dict[str, list[ScriptedFailure]] = {}

    @property
    def orders(self) -> Orders:
        """The orders that it has."""
        return self.platform.orders

    @property
    def switches(self) -> Any:
        """How orders behave; see `Switches`."""
        return self.orders.switches

    def fail_next(
        self,
        operation_id: str,
        status: int = 503,
        *,
        times: int = 1,
        after_applying: bool = False,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> None:
        """Answer the next calls of an operation with a status of your choice.

        `after_applying` lets the platform act first. `body` replaces the error document.
        """
        if operation_id not in self.document.operations:
            known = ", ".join(self.document.operations)
            raise ValueError(f"{operation_id!r} is no operation; there are {known}")
        self._failures.setdefault(operation_id, []).append(
            ScriptedFailure(status, times, after_applying, dict(headers or {}), body)
        )

    def fail_order(self, order_id: str, reasons: Json) -> None:
        """Let an order fail for the given reasons, an error document of the Orders shape."""
        self.orders.failures[order_id.lower()] = reasons

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)

    # --- the platform

    def _routes(self) -> list[Route]:
        by_path: dict[str, list[Operation]] = {}
        for operation in self.document.operations.values():
            by_path.setdefault(operation.path, []).append(operation)
        return [
            Route(
                self.document.base_path + path,
                self._endpoint({operation.method: operation for operation in operations}),
                methods=[operation.method for operation in operations],
            )
            # What is written out goes before what is filled in: /summary before /{id}.
            for path, operations in sorted(by_path.items(), key=lambda each: _late_braces(each[0]))
        ]

    def _endpoint(
        self, operations: Mapping[str, Operation]
    ) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            operation = operations.get(request.method)
            if operation is None:
                return await _not_allowed(request, None, operations)
            try:
                return await self._answer(operation, request)
            except Refusal as refusal:
                return self._refused(operation, refusal, request.url.path)

        return endpoint

    async def _answer(self, operation: Operation, request: Request) -> Response:
        credential = reading.credential(request, self.tokens)
        if self.limits:
            self._limits.count(operation, credential)
        scripted = self._scripted(operation)
        if scripted is not None and not scripted.after_applying:
            return self._scripted_answer(operation, scripted, request.url.path)
        call = await reading.read(
            self.document, operation, request, self.accounts, self.catalog_accounts
        )
        answer = self._act(call)
        if scripted is not None:
            return self._scripted_answer(operation, scripted, request.url.path)
        if isinstance(answer, File):
            return Response(answer.content, operation.success, media_type=answer.media_type)
        if answer is None:
            return Response(status_code=operation.success)
        return JSONResponse(answer, status_code=operation.success)

    def _act(self, call: Call) -> Json | File | None:
        answer: list[Entry] | Json | File | None
        answer = self.platform.behaviour(call.operation.id)(call)
        return _page(call, answer) if isinstance(answer, list) else answer

    def _refused(self, operation: Operation, refusal: Refusal, path: str) -> Response:
        # What the document does not list for the operation is a bad request to it.
        known = operation.error(refusal.status)
        if known is None and refusal.status in (409, 415, 422):
            refusal.status, known = 400, operation.error(400)
        if known is not None and not known.has_body:
            return Response(status_code=refusal.status, headers=refusal.headers)
        family = known.family if known is not None else None
        body = refusal.body(family, path, self.clock.time())
        if refusal.status == PARTIAL:
            return JSONResponse([body], refusal.status, refusal.headers)
        return JSONResponse(body, refusal.status, refusal.headers)

    def _scripted_answer(
        self, operation: Operation, failure: ScriptedFailure, path: str
    ) -> Response:
        if failure.body is not None:
            return Response(failure.body, failure.status, dict(failure.headers))
        headers = dict(failure.headers)
        refusal = Refusal(failure.status, "scripted", "This answer was asked for.", headers=headers)
        return self._refused(operation, refusal, path)

    def _scripted(self, operation: Operation) -> ScriptedFailure | None:
        waiting = self._failures.get(operation.id)
        if not waiting:
            return None
        failure = waiting[0]
        failure.times -= 1
        if failure.times <= 0:
            waiting.pop(0)
        return failure


def _late_braces(path: str) -> str:
    return path.replace("{", "~")


def _page(call: Call, entries: Sequence[Entry]) -> Json:
    """One page of a list, cut as the document says; a cursor names the first entry of its page."""
    paging = call.operation.paging or {}
    size = call.values.get(paging["size"], DEFAULT_PAGE)
    if not 1 <= size <= LARGEST_PAGE:
        raise Refusal(400, "parameter_invalid", f"{paging['size']} is from 1 to {LARGEST_PAGE}.")
    start = call.values.get(paging["cursor"])
    begin = 0
    if start is not None:
        keys = [entry.key for entry in entries]
        if start not in keys:
            raise Refusal(400, "cursor_invalid", f"{paging['cursor']} is no cursor of this list.")
        begin = keys.index(start)
    page, rest = entries[begin : begin + size], entries[begin + size :]
    following = {paging["next"]: rest[0].key} if rest else {}
    return {paging["items"]: [entry.show() for entry in page], **following}


async def _not_found(request: Request, error: Exception) -> Response:
    return JSONResponse(Refusal(404, "not_found", "There is no such resource.").body(None), 404)


async def _not_allowed(
    request: Request, error: Exception | None, operations: Mapping[str, Operation] | None = None
) -> Response:
    allowed = (
        ", ".join(operations) if operations else getattr(error, "headers", {}).get("Allow", "")
    )
    body = Refusal(405, "method_not_allowed", "The resource knows no such method.").body(None)
    return JSONResponse(body, 405, {"Allow": allowed})
