"""Large pages, read item by item, so that the other tasks of the loop get their turn meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, cast, get_args

import anyio.lowlevel
import msgspec
from msgspec.structs import fields, force_setattr

from commerce_sdk import defaults
from commerce_sdk.errors import DecodeError
from commerce_sdk.model import Model, read_file, read_json
from commerce_sdk.operation import Request

T = TypeVar("T")
M = TypeVar("M", bound=Model)

_PARTS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ITEMS = msgspec.json.Decoder(list[msgspec.Raw])
_NOTHING = msgspec.Raw(b"[]")


async def read_answer(request: Request[T], status: int, content: bytes) -> T:
    """Read a success answer as what the operation's `answers` say, a large page in slices.

    Raises `DecodeError`.
    """
    operation = request.operation
    shape: Any = operation.answers.get(status, msgspec.UNSET)
    if shape is msgspec.UNSET:
        shape = operation.usual_answer
    if shape is None or shape is bytes:
        return cast("T", None if shape is None else read_file(content))
    if operation.pagination is not None and len(content) >= defaults.SLICED_FROM:
        place = _place_of_items(shape, f"_{operation.pagination.items}")
        try:
            if place is not None:
                return cast("T", await _in_slices(shape, content, *place))
        except (msgspec.MsgspecError, KeyError, ValueError, DecodeError, RecursionError):
            pass  # read as a whole it says what is wrong, and where
    answer: T = read_json(shape, content)
    return answer


async def _in_slices(shape: type[M], content: bytes, name: str, wire: str, kind: type[Model]) -> M:
    parts = _PARTS.decode(content)
    await anyio.lowlevel.checkpoint()
    raws = _ITEMS.decode(parts[wire])
    page = read_json(shape, msgspec.json.encode({**parts, wire: _NOTHING}))
    items: list[Model | None] = []
    since = 0
    for raw in raws:
        item = bytes(raw)
        if since == 0 or since + len(item) > defaults.SLICE:
            await anyio.lowlevel.checkpoint()
            since = 0
        since += len(item)
        items.append(None if item == b"null" else read_json(kind, item))
    force_setattr(page, name, items)
    return page


@cache
def _place_of_items(page: Any, name: str) -> tuple[str, str, type[Model]] | None:
    """Where a page holds its items: attribute, wire name and model. None where they cannot be read
    one by one, for what they mean depends on the page."""
    if not (isinstance(page, type) and issubclass(page, Model)):
        return None
    field = next((each for each in fields(page) if each.name == name), None)
    kind = next(_models_in(field.type), None) if field is not None else None
    if field is None or kind is None or _says_a_currency(page) or _asks_above(kind):
        return None
    return name, field.encode_name, kind


def _says_a_currency(page: type[Model]) -> bool:
    return "_currency" in page.__struct_fields__ or hasattr(page, "currency_places")


def _asks_above(kind: type[Model]) -> bool:
    return any(place.startswith("..") for place in getattr(kind, "currency_places", ()))


def _models_in(kind: Any) -> Iterator[type[Model]]:
    if isinstance(kind, type) and issubclass(kind, Model):
        yield kind
    for part in get_args(kind):
        yield from _models_in(part)
