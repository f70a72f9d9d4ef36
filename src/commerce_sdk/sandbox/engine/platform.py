"""One platform: a document, what its operations do, and the way of a call between the two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from commerce_sdk.sandbox.engine.answers import answered
from commerce_sdk.sandbox.engine.behaviour import acts
from commerce_sdk.sandbox.engine.bodies import read_body
from commerce_sdk.sandbox.engine.call import Call
from commerce_sdk.sandbox.engine.credentials import Credential, Credentials, Known
from commerce_sdk.sandbox.engine.cursors import Cursors
from commerce_sdk.sandbox.engine.document import Document
from commerce_sdk.sandbox.engine.errors import Codes, Errors
from commerce_sdk.sandbox.engine.limits import Limits
from commerce_sdk.sandbox.engine.operation import Operation
from commerce_sdk.sandbox.engine.paging import DEFAULT_PAGE, asked_for, paged
from commerce_sdk.sandbox.engine.parameters import read_parameters, text_of
from commerce_sdk.sandbox.engine.refusal import Refusal
from commerce_sdk.sandbox.engine.routes import Routes, address_of
from commerce_sdk.sandbox.engine.scripts import Scripted, Scripts
from commerce_sdk.sandbox.engine.tenants import read_tenants
from commerce_sdk.sandbox.engine.world import World


class Platform:
    """A platform for a `Server`.

    Args:
        document: What it offers.
        behaviour: Makes what its operations do, in a world: an object with a method for each
            operation, named like its id and taking a `call`, or whose `parts` have them. A class
            will do. A method gives JSON, the entries of a list, a `File`, an `Answer`, or nothing;
            it says no by raising `Refusal`. Of attributes `switches` (a dataclass) can be changed
            from outside, and `state()` is shown there.
        credentials: Those that it knows at first, by the document's security scheme; Basic ones
            are `user:password`. A mapping names the account of each.
        tenants: Those that it knows, by the document's name of their kind (`x-tenant`); of one that
            is not named here any will do.
        limits: False switches the published rate limits off.
        page_size: Entries to a page, where a call does not say how many.
        error_codes: By error family, its own word for a refusal.

    `behaviour` is what was made, anew with each reset; `calls` counts the calls of each operation
    that reached it.
    """

    behaviour: Any

    def __init__(
        self,
        document: Document,
        behaviour: Callable[[World], object],
        *,
        credentials: Mapping[str, Known] | None = None,
        tenants: Mapping[str, Collection[str]] | None = None,
        limits: bool = True,
        page_size: int = DEFAULT_PAGE,
        error_codes: Codes | None = None,
    ) -> None:
        self.document = document
        self.limits = limits
        self.calls: Counter[str] = Counter()
        self._make = behaviour
        self._page_size = page_size
        self._known = credentials or {}
        self._tenants = tenants or {}
        self._errors = Errors(document, error_codes or {})
        self._routes = Routes(document)
        self._scripts = Scripts()

    def begin(self, world: World) -> None:
        """Forget everything that happened, and begin in a world. Raises `BehaviourError` where
        behaviour and document do not fit."""
        self.behaviour = self._make(world)
        self._acts = acts(self.behaviour, self.document.operations)
        self._clock = world.clock
        self.credentials = Credentials(self.document.security_schemes, self._known, world.clock)
        self._limits = Limits(world.clock)
        self._cursors = Cursors()
        self._scripts.clear()
        self.calls.clear()

    def fail_next(
        self,
        operation_id: str | None,
        status: int = 503,
        *,
        times: int = 1,
        after_applying: bool = False,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> None:
        """Answer the next calls of an operation (None: of any) with a status of your choice.

        `after_applying` lets the platform act first. `body` replaces the error document.
        """
        if operation_id is not None and operation_id not in self.document.operations:
            known = ", ".join(self.document.operations)
            raise ValueError(f"{operation_id!r} is no operation; there are {known}")
        answer = Scripted(status, after_applying, dict(headers or {}), body)
        self._scripts.add(operation_id, answer, times)

    def recover(self) -> None:
        """Forget the answers that `fail_next` lined up."""
        self._scripts.clear()

    # --- the way of a call

    async def respond(self, request: Request, path: str) -> Response:
        """Answer a request to a path of the document, as it was sent (percent-encoded)."""
        operation: Operation | None = None
        try:
            operation, values = self._routes.find(request.method, path)
            return await self._answer(operation, request, values)
        except Refusal as refusal:
            where, now = request.url.path, self._clock.time()
            return self._errors.response(operation, refusal, where, now)

    async def _answer(
        self, operation: Operation, request: Request, path: Mapping[str, str]
    ) -> Response:
        credential = self.credentials.of(request, operation.security)
        if self.limits:
            self._limits.count(operation, _who(operation, request, path, credential))
        scripted = self._scripts.next(operation.id)
        if scripted is not None and not scripted.after_applying:
            return self._scripted(operation, scripted, request)
        given = self._act(await self._read(operation, request, path, credential), request)
        if scripted is not None:
            return self._scripted(operation, scripted, request)
        return answered(self.document.schemas, operation, given)

    async def _read(
        self,
        operation: Operation,
        request: Request,
        path: Mapping[str, str],
        credential: Credential | None,
    ) -> Call:
        schemas = self.document.schemas
        values = read_parameters(schemas, operation, request, path)
        body = await read_body(schemas, operation, request, self._errors.labels_of(operation))
        tenants = read_tenants(operation, values, body, self._tenants)
        return Call(operation, values, body, tenants, credential, self.credentials)

    def _act(self, call: Call, request: Request) -> Any:
        name, asked = call.operation.id, None
        if call.operation.paging:
            address = address_of(request)
            asked, call = asked_for(self._cursors, call, address, self._page_size)
        self.calls[name] += 1
        given = self._acts[name](call)
        return given if asked is None else paged(self.document.schemas, call, asked, given)

    def _scripted(self, operation: Operation, scripted: Scripted, request: Request) -> Response:
        if scripted.body is not None:
            return Response(scripted.body, scripted.status, dict(scripted.headers))
        words = "This answer was asked for."
        refusal = Refusal(scripted.status, "scripted", words, headers=scripted.headers)
        return self._errors.response(operation, refusal, request.url.path, self._clock.time())


def _who(
    operation: Operation,
    request: Request,
    path: Mapping[str, str],
    credential: Credential | None,
) -> dict[str, str]:
    """Who makes a call, by the scope of limits. Its account is the tenant that it names, else the
    one that its credential is of."""
    address = request.client.host if request.client else ""
    named = [
        text_of(each, request, path) for each in operation.parameters if each.tenant is not None
    ]
    account = next((each for each in named if each), credential.account if credential else address)
    return {
        "credential": f"{credential.scheme} {credential.value}" if credential else address,
        "account": account.lower(),
        "address": address,
    }
