"""A request's query as the text that stands in the address."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, quote_plus, urlencode

from commerce_sdk.document.operation import Request


def query_text(request: Request[Any]) -> str:
    """The query, percent-encoded. A list in one text has its commas as they are and its blanks as
    `%20`, which is how OpenAPI writes both."""
    delimited = request.operation.delimited
    if not delimited:
        return urlencode(request.query)
    return "&".join(
        f"{quote_plus(name)}={quote(text, safe=',') if name in delimited else quote_plus(text)}"
        for name, text in request.query
    )
