"""What a request says, held against the document: credential, parameters, body, account."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request

from commerce_sdk.sandbox.engine.call import Call, Json
from commerce_sdk.sandbox.engine.document import Document, Finding, Operation, is_json
from commerce_sdk.sandbox.engine.refusal import Refusal


def credential(request: Request, known: Sequence[str]) -> str:
    """The token, or `email:token`, that the request came with. Raises `Refusal` 401."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            value = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            value = ""
    elif scheme.lower() != "bearer":
        value = ""
    if value not in known:
        raise Refusal(
            401,
            "unauthenticated",
            "A known token is required.",
            headers={"WWW-Authenticate": "Bearer"},
        )
    return value


def parsed(content: bytes) -> Any:
    """A JSON document that can be written again: no number beyond a float, no lone surrogate.

    Raises `Refusal` 400.
    """
    try:
        value = json.loads(content, parse_constant=_no_constant)
        json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise Refusal(400, "body_malformed", "The body is no JSON document.") from None
    return value


async def read(
    document: Document,
    operation: Operation,
    request: Request,
    accounts: Sequence[str],
    catalog_accounts: Sequence[str],
) -> Call:
    """The call that a request makes. Raises `Refusal` for what the document does not allow."""
    values = _parameters(document, operation, request)
    body = await _body(document, operation, request)
    return Call(
        operation=operation,
        values=values,
        body=body,
        account=_account(operation, "transaction", values, body, accounts),
        catalog_account=_account(operation, "catalog", values, None, catalog_accounts),
    )


def _parameters(document: Document, operation: Operation, request: Request) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for parameter in operation.parameters:
        name = parameter["name"]
        schema = document.resolved(parameter["schema"])
        raw = _raw(request, parameter["in"], name, schema)
        if raw is None:
            if parameter.get("required"):
                raise Refusal(400, "parameter_invalid", f"{name} is required.")
            continue
        for finding in document.findings(schema, raw):
            raise Refusal(400, "parameter_invalid", f"{name} {finding.message}")
        values[name] = raw
    return values


def _raw(request: Request, where: str, name: str, schema: Json) -> Any:
    if where == "query" and schema.get("type") == "array":
        return request.query_params.getlist(name) or None
    source: Mapping[str, Any] = {
        "path": request.path_params,
        "query": request.query_params,
        "header": request.headers,
    }[where]
    raw = source.get(name)
    if raw is not None and schema.get("type") == "integer":
        try:
            return int(raw)
        except ValueError:
            return raw
    return raw


async def _body(document: Document, operation: Operation, request: Request) -> Any:
    if operation.body is None:
        return None
    content = await request.body()
    if not content and not operation.body_required:
        return None
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not is_json(kind):
        raise Refusal(415, "media_type_unsupported", "The body has to be application/json.")
    body = parsed(content)
    findings = list(document.findings(operation.body, body))
    if findings:
        raise _refused_body(findings, body)
    return body


def _account(
    operation: Operation, kind: str, values: Json, body: Any, known: Sequence[str]
) -> str | None:
    names = operation.tenants(kind)
    if not names:
        return None
    named = [values.get(name) for name in names]
    if isinstance(body, Mapping):
        named.append(body.get("transactionAccountId"))
    accounts = {value.lower() for value in named if value}
    if not accounts:
        if operation.body is None:
            return None
        raise Refusal(400, "parameter_invalid", f"A {kind} account is required.")
    if len(accounts) > 1 or not accounts <= set(known):
        raise Refusal(403, "account_forbidden", "The account is not yours.")
    return str(accounts.pop())


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


def _no_constant(name: str) -> Any:
    raise ValueError(name)
