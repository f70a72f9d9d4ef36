"""Which operation a request asks for. Paths are matched as they were sent, for a segment may hold
an encoded slash."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from starlette.requests import Request

from commerce_sdk.sandbox.engine.document import Document
from commerce_sdk.sandbox.engine.operation import Operation
from commerce_sdk.sandbox.engine.refusal import Refusal

_PARAMETER = re.compile(r"\{[^{}]+\}")


class Routes:
    """The paths of a document."""

    def __init__(self, document: Document) -> None:
        by_path: dict[str, dict[str, Operation]] = {}
        for operation in document.operations.values():
            by_path.setdefault(operation.path, {})[operation.method] = operation
        ordered = sorted(by_path.items(), key=lambda each: _rank(each[0]))
        self._routes = [(_pattern(path), operations) for path, operations in ordered]

    def find(self, method: str, path: str) -> tuple[Operation, dict[str, str]]:
        """The operation, and the values of its path. Raises `Refusal` 404 and 405."""
        sent = _encoded(path)
        for pattern, operations in self._routes:
            match = pattern.fullmatch(sent)
            if match is None:
                continue
            if method not in operations:
                detail, headers = (
                    "The resource knows no such method.",
                    {"Allow": ", ".join(operations)},
                )
                raise Refusal(405, "method_not_allowed", detail, headers=headers)
            operation = operations[method]
            values = map(unquote, match.groups())
            return operation, dict(zip(operation.path_names, values, strict=True))
        raise Refusal(404, "not_found", "There is no such resource.")


@lru_cache(16)
def routes_of(document: Document) -> Routes:
    """The paths of a document, which many platforms may be made of."""
    return Routes(document)


def raw_path(request: Request) -> str:
    """The path of a request as it was sent."""
    raw = request.scope.get("raw_path") or request.scope["path"].encode()
    return bytes(raw).partition(b"?")[0].decode("latin-1")


def address_of(request: Request) -> str:
    """The address that a request was sent to, with its query."""
    base = f"{request.url.scheme}://{request.url.netloc}{raw_path(request)}"
    return f"{base}?{request.url.query}" if request.url.query else base


def base_of(request: Request, path: str) -> str:
    """The address that a request was sent to, without the path of the document at its end."""
    return f"{request.url.scheme}://{request.url.netloc}{raw_path(request).removesuffix(path)}"


def _rank(path: str) -> list[tuple[bool, int]]:
    """Segment by segment, what is written out goes before what is filled in, and what is filled in
    beside more text before what has less: /summary, /{id}:cancel, /{id}."""
    ranks = []
    for segment in path.split("/"):
        text = _PARAMETER.sub("", segment)
        ranks.append((text != segment, -len(text) if text != segment else 0))
    return ranks


def _pattern(path: str) -> re.Pattern[str]:
    parts = _PARAMETER.split(path)
    return re.compile("([^/]+)".join(re.escape(_encoded(each)) for each in parts))


def _encoded(path: str) -> str:
    """A path in the one encoding that paths are compared in."""
    return "/".join(quote(unquote(each), safe="") for each in path.split("/"))
