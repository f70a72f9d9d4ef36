"""A body as a form: `application/x-www-form-urlencoded`."""

from __future__ import annotations

from urllib.parse import urlencode

from commerce_sdk.document.parameters import pairs_of
from commerce_sdk.document.request_model import RequestModel, dict_of
from commerce_sdk.errors import InvalidRequest


def form_of(body: RequestModel, *models: type[RequestModel], currency: str | None = None) -> bytes:
    """The bytes of a form, checked and written in one pass; a list as one field for each entry.

    Raises `InvalidRequest` for another thing than the document's `models`, for an empty list, which
    no form can hold, and what `to_dict` raises.
    """
    pairs: list[tuple[str, str]] = []
    for name, written in dict_of(body, *models, currency=currency).items():
        if written == []:
            raise InvalidRequest("may not be empty, for a form has no empty lists", path=name)
        pairs += pairs_of(name, written)
    return urlencode(pairs).encode()
