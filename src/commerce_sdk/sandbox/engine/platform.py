"""One platform: a document, what its operations do, and the way of a call between the two."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from commerce_sdk.sandbox.engine.answers import answered
from commerce_sdk.sandbox.engine.behaviour import acts, check_maker
from commerce_sdk.sandbox.engine.bodies import InvalidBody, read_body
from commerce_sdk.sandbox.engine.call import Call
from commerce_sdk.sandbox.engine.credentials import Credential, Credentials, Known
from commerce_sdk.sandbox.engine.cursors import Cursors
from commerce_sdk.sandbox.engine.document import Document
from commerce_sdk.sandbox.engine.error_documents import SCRIPTED, Occurrence
from commerce_sdk.sandbox.engine.errors import Codes, Errors, Statuses
from commerce_sdk.sandbox.engine.failures import Failure
from commerce_sdk.sandbox.engine.given import expect, texts_by_name
from commerce_sdk.sandbox.engine.limits import LimitHeaders, Limits, no_headers
from commerce_sdk.sandbox.engine.operation import Operation
from commerce_sdk.sandbox.engine.paging import asked_for, check_page_size, paged
from commerce_sdk.sandbox.engine.parameters import read_parameters, text_of
from commerce_sdk.sandbox.engine.refusal import Refusal
from commerce_sdk.sandbox.engine.routes import address_of, base_of, routes_of
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
        tier: The plan of its customers, where the document publishes limits by `tier`: those of
            this one count, and those of all; left out, the one that the document names first.
        page_size: Entries to a page, where a call does not say how many; else the document's
            default, or 25. Where the document says nothing, pages have from 1 to 100.
        error_codes: By error family, its own word for a refusal, and for each of its problems.
        error_statuses: By error family, its own status for a refusal, by the refusal's code:
            `{"shop": {"parameter_invalid": 422}}`.
        limit_headers: Makes the headers that tell callers how they stand, of the windows of an
            operation, which come as the document lists them.
        refused_count: Let calls count that are refused, too: over a limit, so that who goes on
            stays refused, and by the address alone those without a known credential.
        invalid_body: Makes the refusal of a body that can be read and is not what the document
            allows, of what was found; left out, it is a 400.
        origins: What the platform serves at further origins, by a name for each.

    Raises `BehaviourError` for a `behaviour` that cannot be made in a world, `TypeError` for what
    is no `Document`, and `ValueError` for other settings that no platform of the document has.

    `behaviour` is what was made, anew with each reset; `calls` counts the calls of each operation
    that reached it. It is `served` once it is part of a server.
    """

    behaviour: Any
    served: bool = False

    def __init__(
        self,
        document: Document,
        behaviour: Callable[[World], object],
        *,
        credentials: Mapping[str, Known] | None = None,
        tenants: Mapping[str, Collection[str]] | None = None,
        limits: bool = True,
        tier: str | None = None,
        page_size: int | None = None,
        error_codes: Codes | None = None,
        error_statuses: Statuses | None = None,
        limit_headers: LimitHeaders = no_headers,
        refused_count: bool = False,
        invalid_body: InvalidBody | None = None,
        origins: Mapping[str, Platform] | None = None,
    ) -> None:
        expect("document (see Document.load)", document, Document)
        check_maker(behaviour)
        if page_size is not None:
            for operation in document.operations.values():
                check_page_size(document.schemas, operation, page_size)
        if tier is not None and tier not in document.tiers:
            known = ", ".join(document.tiers) or "none"
            raise ValueError(f"tier: {tier!r} is none of the document's; there are {known}")
        self.document = document
        self.limits = limits
        self.tier: str | None = next(iter(document.tiers), None) if tier is None else tier
        self.calls: Counter[str] = Counter()
        self._make = behaviour
        self._page_size = page_size
        self._known = texts_by_name("credentials", {} if credentials is None else credentials)
        self._tenants = texts_by_name("tenants", {} if tenants is None else tenants)
        self._errors = Errors(document, error_codes or {}, error_statuses or {})
        self._limit_headers = limit_headers
        self._refused_count = refused_count
        self._invalid_body = invalid_body
        self.origins: dict[str, Platform] = dict(origins or {})
        self._routes = routes_of(document)
        self._scripts = Scripts()

    def begin(self, world: World) -> None:
        """Forget everything that happened, and begin in a world. Raises `BehaviourError` where
        behaviour and document do not fit."""
        self.behaviour = self._make(world)
        self._acts = acts(self.behaviour, self.document.operations)
        # Not of the behaviour's chance: a refused call changes nothing that comes after it.
        self._error_ids = world.drawing("errors").chance
        self._clock = world.clock
        self.credentials: Credentials = Credentials(
            self.document.security_schemes, self._known, world.clock
        )
        operations = self.document.operations.values()
        self._limits = Limits(
            world.clock,
            operations,
            self._limit_headers,
            self.tier,
            refused_count=self._refused_count,
        )
        self._cursors = Cursors()
        self._scripts.clear()
        self.calls.clear()
        self.served = True

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
        """Answer the next calls of an operation (None: of any) with a status of your choice, from
        200 to 599: networks and gateways answer what no document names.

        `after_applying` lets the platform act first. `body` replaces the error document. Raises
        `ValueError` for an operation, a status or `times` that there are not.
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
        """Answer a request to a path of the document, as it was sent (percent-encoded). What its
        behaviour raises is a `Failure`."""
        operation: Operation | None = None
        standing: Mapping[str, str] = {}
        try:
            try:
                operation, values = self._routes.find(request.method, path)
                credential, unknown = self._credential(request, operation)
                if self.limits:
                    who = _who(operation, request, values, credential)
                    known = {"address": who["address"]} if unknown else who
                    standing = self._limits.count(operation, known)
                if unknown is not None:
                    raise unknown
                read = partial(self._read, operation, request, path, values, credential)
                response = await self._answer(operation, request, read)
            except Refusal as refusal:
                response = self._errors.response(operation, refusal, self._occurrence(request))
        except Exception as fault:
            response = Failure(operation.id if operation else f"{request.method} {path}", fault)
        for name, value in standing.items():
            response.headers.setdefault(name, value)
        return response

    def _credential(
        self, request: Request, operation: Operation
    ) -> tuple[Credential | None, Refusal | None]:
        """What a call came with; or what says that it is not let in, which waits until the call
        has counted, where it does. Raises `Refusal` where it does not."""
        try:
            return self.credentials.of(request, operation.security), None
        except Refusal as refusal:
            if not self._refused_count:
                raise
            return None, refusal

    async def _answer(
        self, operation: Operation, request: Request, read: Callable[[], Awaitable[Call]]
    ) -> Response:
        scripted = self._scripts.next(operation.id)
        if scripted is None:
            given = self._act(await read(), request)
            return answered(self.document.schemas, operation, given)
        if scripted.after_applying:
            with suppress(Refusal):
                self._act(await read(), request)
        return self._scripted(operation, scripted, request)

    async def _read(
        self,
        operation: Operation,
        request: Request,
        path: str,
        of_path: Mapping[str, str],
        credential: Credential | None,
    ) -> Call:
        schemas = self.document.schemas
        values = read_parameters(schemas, operation, request, of_path)
        items = self._errors.labels_of(operation)
        body = await read_body(schemas, operation, request, items, self._invalid_body)
        tenants = read_tenants(operation, values, body, self._tenants)
        return Call(
            operation,
            values,
            body,
            tenants,
            credential,
            self.credentials,
            base_of(request, path),
            request.headers,
            request.query_params.multi_items(),
        )

    def _act(self, call: Call, request: Request) -> Any:
        name, asked = call.operation.id, None
        if call.operation.paging:
            address = address_of(request)
            asked, call = asked_for(
                self.document.schemas, self._cursors, call, address, self._page_size
            )
        self.calls[name] += 1
        given = self._acts[name](call)
        return given if asked is None else paged(self.document.schemas, call, asked, given)

    def _scripted(self, operation: Operation, scripted: Scripted, request: Request) -> Response:
        if scripted.body is not None:
            return Response(scripted.body, scripted.status, dict(scripted.headers))
        words = "This answer was asked for."
        refusal = Refusal(scripted.status, SCRIPTED, words, headers=scripted.headers)
        occurrence = self._occurrence(request)
        return self._errors.written(operation, refusal, scripted.status, occurrence)

    def _occurrence(self, request: Request) -> Occurrence:
        id = uuid.UUID(int=self._error_ids.getrandbits(128), version=4)
        return Occurrence(str(id), request.url.path, self._clock.time())


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
