"""The sandbox as an ASGI application: the document's routes and checks around written behaviour."""

from __future__ import annotations

import base64
import binascii
import json
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from commerce_sdk.sandbox.clock import Clock, ManualClock, SystemClock
from commerce_sdk.sandbox.document import Document, Finding, Operation, commerce
from commerce_sdk.sandbox.orders import Orders
from commerce_sdk.sandbox.refusal import Refusal

Json = Mapping[str, Any]

TOKEN = "sandbox-token"
ACCOUNTS = (
    "78e855e6-731e-4819-b23e-7854aad854c8",
    "2666852d-2296-4c24-a999-8949db3bbf1f",
    "6d9cfcbc-0103-4c21-aa8b-462e1ef2d74e",
)
DEFAULT_PAGE = 25
LARGEST_PAGE = 100


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
        accounts: The transaction accounts it knows.

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
        document: Document | None = None,
    ) -> None:
        self.document = document or commerce()
        self.clock = clock or SystemClock()
        self.limits = limits
        self.tokens = tuple(tokens)
        self.accounts = tuple(accounts)
        self.seed = seed
        self.reset()
        self._app = Starlette(
            routes=[*self._routes(), *self._admin_routes()],
            exception_handlers={404: _not_found, 405: _not_allowed},
        )

    def reset(self) -> None:
        """Forget everything that happened."""
        self.orders = Orders(self.clock, self.seed)
        self._calls: dict[tuple[str, str], deque[float]] = {}
        self._failures: dict[str, list[ScriptedFailure]] = {}

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
            for path, operations in by_path.items()
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
                return JSONResponse(
                    refusal.body, status_code=refusal.status, headers=refusal.headers
                )

        return endpoint

    async def _answer(self, operation: Operation, request: Request) -> Response:
        credential = self._credential(request)
        self._count(operation, credential)
        scripted = self._scripted(operation)
        if scripted is not None and not scripted.after_applying:
            return _scripted_answer(scripted)
        values = self._parameters(operation, request)
        body = await self._body(operation, request)
        account = self._account(values, body)
        content = self._act(operation, account, values, body)
        if scripted is not None:
            return _scripted_answer(scripted)
        return JSONResponse(content, status_code=operation.success)

    def _credential(self, request: Request) -> str:
        scheme, _, value = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "basic":
            try:
                value = base64.b64decode(value, validate=True).decode()
            except (binascii.Error, UnicodeDecodeError):
                value = ""
        elif scheme.lower() != "bearer":
            value = ""
        if value not in self.tokens:
            raise Refusal(
                401,
                "unauthenticated",
                "A known token is required.",
                headers={"WWW-Authenticate": "Bearer"},
            )
        return value

    def _count(self, operation: Operation, credential: str) -> None:
        if not self.limits:
            return
        now = self.clock.time()
        calls = self._calls.setdefault((credential, operation.id), deque())
        longest = max(seconds for _, seconds in operation.limits)
        while calls and calls[0] <= now - longest:
            calls.popleft()
        for limit, seconds in operation.limits:
            recent = [moment for moment in calls if moment > now - seconds]
            if len(recent) >= limit:
                wait = max(1, -int(-(recent[-limit] + seconds - now) // 1))
                raise Refusal(
                    429,
                    "rate_limit_exceeded",
                    f"More than {limit} calls in {seconds} seconds.",
                    headers={"Retry-After": str(wait)},
                )
        calls.append(now)

    def _scripted(self, operation: Operation) -> ScriptedFailure | None:
        waiting = self._failures.get(operation.id)
        if not waiting:
            return None
        failure = waiting[0]
        failure.times -= 1
        if failure.times <= 0:
            waiting.pop(0)
        return failure

    def _parameters(self, operation: Operation, request: Request) -> dict[str, Any]:
        values: dict[str, Any] = {}
        sources = {
            "path": request.path_params,
            "query": request.query_params,
            "header": request.headers,
        }
        for parameter in operation.parameters:
            name = parameter["name"]
            raw = sources[parameter["in"]].get(name)
            if raw is None:
                if parameter.get("required"):
                    raise Refusal(400, "parameter_invalid", f"{name} is required.")
                continue
            value = _typed(raw, self.document.resolved(parameter["schema"]))
            for finding in self.document.findings(parameter["schema"], value):
                raise Refusal(400, "parameter_invalid", f"{name} {finding.message}")
            values[name] = value
        return values

    async def _body(self, operation: Operation, request: Request) -> Any:
        if operation.body is None:
            return None
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            raise Refusal(415, "media_type_unsupported", "The body has to be application/json.")
        try:
            body = json.loads(await request.body(), parse_constant=_no_constant)
        except (ValueError, RecursionError):
            raise Refusal(400, "body_malformed", "The body is no JSON document.") from None
        findings = list(self.document.findings(operation.body, body))
        if findings:
            raise _refused_body(findings, body)
        return body

    def _account(self, values: Mapping[str, Any], body: Any) -> str:
        headers = [value for name, value in values.items() if name.lower() == _ACCOUNT_HEADER]
        named = [*headers, *([body.get("transactionAccountId")] if body else [])]
        accounts = {value.lower() for value in named if value}
        if not accounts:
            raise Refusal(400, "parameter_invalid", "A transaction account is required.")
        if len(accounts) > 1 or not accounts <= set(self.accounts):
            raise Refusal(403, "account_forbidden", "The account is not yours.")
        return str(accounts.pop())

    def _act(self, operation: Operation, account: str, values: Json, body: Any) -> Json:
        if operation.paging is not None:
            return self._page(operation.paging, account, values)
        act = getattr(self.orders, operation.id)
        path = [
            values[parameter["name"]]
            for parameter in operation.parameters
            if parameter["in"] == "path"
        ]
        answer: Json = act(account, *path) if body is None else act(account, *path, body)
        return answer

    def _page(self, paging: Json, account: str, values: Json) -> Json:
        size = values.get(paging["size"], DEFAULT_PAGE)
        if not 1 <= size <= LARGEST_PAGE:
            raise Refusal(
                400, "parameter_invalid", f"{paging['size']} is from 1 to {LARGEST_PAGE}."
            )
        start = values.get(paging["cursor"])
        return self.orders.list_orders(account, size, start, values.get("invoice-group"))

    # --- looking in from outside, for a sandbox in a process of its own

    def _admin_routes(self) -> list[Route]:
        return [
            Route("/_sandbox/state", self._show_state, methods=["GET"]),
            Route("/_sandbox/switches", self._set_switches, methods=["POST"]),
            Route("/_sandbox/advance", self._advance, methods=["POST"]),
            Route("/_sandbox/reset", self._reset, methods=["POST"]),
        ]

    async def _show_state(self, request: Request) -> Response:
        return JSONResponse(
            {
                "switches": asdict(self.orders.switches),
                "orders": {
                    order.order_id: {"account": order.account, "digest": order.digest}
                    for order in self.orders.held.values()
                },
                "receipts": [asdict(receipt) for receipt in self.orders.receipts],
            }
        )

    async def _set_switches(self, request: Request) -> Response:
        wanted = await request.json()
        known = asdict(self.orders.switches)
        for name in wanted:
            if name not in known:
                detail = f"{name} is no switch; there are {', '.join(known)}"
                return JSONResponse({"detail": detail}, status_code=400)
        for name, value in wanted.items():
            setattr(self.orders.switches, name, value)
        return JSONResponse(asdict(self.orders.switches))

    async def _advance(self, request: Request) -> Response:
        if not isinstance(self.clock, ManualClock):
            return JSONResponse({"detail": "the clock is the machine's"}, status_code=409)
        self.clock.advance(float((await request.json())["seconds"]))
        return JSONResponse({"time": self.clock.time()})

    async def _reset(self, request: Request) -> Response:
        self.reset()
        return Response(status_code=204)


_ACCOUNT_HEADER = "x-transaction-account"


def _scripted_answer(failure: ScriptedFailure) -> Response:
    if failure.body is not None:
        return Response(failure.body, failure.status, dict(failure.headers))
    refusal = Refusal(failure.status, "scripted", "This answer was asked for.")
    return JSONResponse(refusal.body, failure.status, dict(failure.headers))


def _refused_body(findings: Sequence[Finding], body: Any) -> Refusal:
    by_item: dict[str, list[Json]] = {}
    for finding in findings:
        if len(finding.path) > 1 and finding.path[0] == "items" and isinstance(body, Mapping):
            index = finding.path[1]
            item = body["items"][index] if isinstance(index, int) else None
            label = item.get("itemId") if isinstance(item, Mapping) else None
            label = label if isinstance(label, str) else str(index)
            by_item.setdefault(label, []).append(
                {
                    "errorCode": "PARAMETER_INVALID",
                    "errorName": "parameter_invalid",
                    "message": finding.message,
                    "field": ".".join(str(step) for step in finding.path[2:]),
                }
            )
    items = [{"itemId": label, "errors": errors} for label, errors in by_item.items()]
    first = findings[0]
    return Refusal(
        400, "parameter_invalid", f"{first.place or 'the body'}: {first.message}", items=items
    )


def _typed(raw: str, schema: Json) -> Any:
    if schema.get("type") == "integer":
        try:
            return int(raw)
        except ValueError:
            return raw
    return raw


def _no_constant(name: str) -> Any:
    raise ValueError(name)


async def _not_found(request: Request, error: Exception) -> Response:
    return JSONResponse(Refusal(404, "not_found", "There is no such resource.").body, 404)


async def _not_allowed(
    request: Request, error: Exception | None, operations: Mapping[str, Operation] | None = None
) -> Response:
    allowed = (
        ", ".join(operations) if operations else getattr(error, "headers", {}).get("Allow", "")
    )
    body = Refusal(405, "method_not_allowed", "The resource knows no such method.").body
    return JSONResponse(body, 405, {"Allow": allowed})
