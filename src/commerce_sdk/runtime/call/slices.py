"""Large answers, read in parts, so that the other tasks of the loop get their turn meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin

import anyio.lowlevel
import msgspec
from msgspec.structs import fields, force_setattr

from commerce_sdk import defaults
from commerce_sdk.document.answer import AnswerOf
from commerce_sdk.document.model import Model, parse_json, read_file, read_json
from commerce_sdk.document.operation import Request
from commerce_sdk.errors import DecodeError

T = TypeVar("T")
M = TypeVar("M", bound=Model)

_PARTS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ITEMS = msgspec.json.Decoder(list[msgspec.Raw])
_NOTHING = msgspec.Raw(b"[]")
_BROKEN = (msgspec.MsgspecError, KeyError, ValueError, DecodeError, RecursionError)
"""What a part raises that cannot be read; as a whole the answer says what is wrong, and where."""


async def read_answer(request: Request[T], status: int, content: bytes) -> T:
    """Read a success answer as what the operation's `answers` say, a large one in slices.

    Raises `DecodeError`.
    """
    operation = request.operation
    shape: Any = operation.answers.get(status, msgspec.UNSET)
    if shape is msgspec.UNSET:
        shape = operation.usual_answer
    if shape is None or shape is bytes:
        return cast("T", None if shape is None else read_file(content))
    if isinstance(shape, AnswerOf):
        return cast("T", await _read_as(shape, content))
    if operation.pagination and len(content) >= defaults.SLICED_FROM:
        place = _place_of_items(shape, operation.pagination[0].items)
        try:
            if place is not None:
                return cast("T", await _in_slices(shape, content, *place))
        except _BROKEN:
            pass
    answer: T = read_json(shape, content)
    return answer


async def _read_as(shape: AnswerOf, content: bytes) -> Any:
    kind = get_origin(shape.stored)
    if (shape.long or kind in (list, dict)) and len(content) >= defaults.SLICED_FROM:
        try:
            if shape.long:
                return shape.of_parts(await _parts(shape.long, content))
            return await _in_runs(shape, kind, content)
        except _BROKEN:
            pass
    return shape.from_json(content)


async def _in_runs(shape: AnswerOf, kind: type[Any], content: bytes) -> Any:
    """A list or a map, read as the short ones that it can be put together from."""
    whole = kind()
    if kind is list:
        form, add = b"[%b]", whole.extend
        entries = [bytes(raw) for raw in _ITEMS.decode(content)]
    else:
        form, add = b"{%b}", whole.update
        parts = _PARTS.decode(content).items()
        entries = [b"%b:%b" % (msgspec.json.encode(key), bytes(raw)) for key, raw in parts]
    for run in _runs(entries):
        await anyio.lowlevel.checkpoint()
        add(shape.from_json(form % b",".join(run)))
    return whole


async def _parts(long: tuple[str, ...], content: bytes) -> dict[str, Any]:
    """An object's plain values; the lists among its `long` ones are read as short ones."""
    parts: dict[str, Any] = {}
    for name, raw in _PARTS.decode(content).items():
        if name not in long or not bytes(raw).startswith(b"["):
            parts[name] = parse_json(bytes(raw))
            continue
        parts[name] = []
        for run in _runs(map(bytes, _ITEMS.decode(raw))):
            await anyio.lowlevel.checkpoint()
            parts[name] += parse_json(b"[%b]" % b",".join(run))
    await anyio.lowlevel.checkpoint()
    return parts


def _runs(entries: Iterable[bytes]) -> Iterator[list[bytes]]:
    """What is read between two turns of other tasks: at least one, and no more than a slice."""
    run: list[bytes] = []
    size = 0
    for entry in entries:
        if run and size + len(entry) > defaults.SLICE:
            yield run
            run, size = [], 0
        run.append(entry)
        size += len(entry)
    yield run


async def _in_slices(
    shape: type[M],
    content: bytes,
    names: tuple[str, ...],
    wires: tuple[str, ...],
    kind: type[Model],
) -> M:
    rest, raws = _without_items(content, wires)
    await anyio.lowlevel.checkpoint()
    page = read_json(shape, rest)
    items: list[Model | None] = []
    for run in _runs(map(bytes, _ITEMS.decode(raws))):
        await anyio.lowlevel.checkpoint()
        items += [None if item == b"null" else read_json(kind, item) for item in run]
    holder: Any = page
    for name in names[:-1]:
        holder = getattr(holder, name)
    force_setattr(cast(msgspec.Struct, holder), names[-1], items)
    return page


def _without_items(content: bytes | msgspec.Raw, wires: tuple[str, ...]) -> tuple[bytes, Any]:
    """A page with no items in it, and the bytes of its items."""
    parts = _PARTS.decode(content)
    wire, *deeper = wires
    if not deeper:
        return msgspec.json.encode({**parts, wire: _NOTHING}), parts[wire]
    rest, raws = _without_items(parts[wire], tuple(deeper))
    return msgspec.json.encode({**parts, wire: msgspec.Raw(rest)}), raws


@cache
def _place_of_items(
    page: Any, place: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], type[Model]] | None:
    """Where a page holds its items: the fields that lead there, their wire names, and the items'
    model. None where they cannot be read one by one, for what they mean depends on the page."""
    names: list[str] = []
    wires: list[str] = []
    for step in place:
        if not (isinstance(page, type) and issubclass(page, Model)) or _says_a_currency(page):
            return None
        field = next((each for each in fields(page) if each.name == f"_{step}"), None)
        if field is None:
            return None
        names.append(field.name)
        wires.append(field.encode_name)
        page = _only_model_in(field.type)
    return None if page is None or _asks_above(page) else (tuple(names), tuple(wires), page)


def _says_a_currency(page: type[Model]) -> bool:
    return "_currency" in page.__struct_fields__ or hasattr(page, "currency_places")


def _asks_above(kind: type[Model]) -> bool:
    return any(place.startswith("..") for place in getattr(kind, "currency_places", ()))


def _only_model_in(kind: Any) -> type[Model] | None:
    """The model that a field holds, alone or in a list; None where there are several."""
    models = list(_models_in(kind))
    return models[0] if len(models) == 1 else None


def _models_in(kind: Any) -> Iterator[type[Model]]:
    if isinstance(kind, type) and issubclass(kind, Model):
        yield kind
    for part in get_args(kind):
        yield from _models_in(part)
