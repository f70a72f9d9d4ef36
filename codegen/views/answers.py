"""What an operation answers, with every expression worked out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from codegen.reading.failures import GenerationFailed, UnsupportedSchema
from codegen.reading.walk import Operation, content, is_json, join, resolve
from codegen.schemas.shape import Shape
from codegen.schemas.shapes import Shapes
from codegen.views.parts import FILE, AnswersView

_CALL = re.compile(r"(\w+)\(\{v\}\)")
_IS_STORED = re.compile(r"None if \{v\} is UNSET else \{v\}")


def answers_view(document: Mapping[str, Any], shapes: Shapes, operation: Operation) -> AnswersView:
    """What an operation answers, by status. Raises `GenerationFailed` for a success that generated
    code cannot hold."""
    success: dict[int, str | None] = {}
    held: dict[int, Shape] = {}
    errors: dict[str, list[str]] = {}
    refusals: list[int] = []
    media: set[str] = set()
    of_errors: set[str] = set()
    for code, part in operation.node["responses"].items():
        answer = resolve(document, part)
        found = content(document, answer)
        if "x-error" in answer:
            errors.setdefault(answer["x-error"], []).append(code)
            of_errors |= found.keys()
            if "x-refusal" in answer and code.isdecimal():
                refusals.append(int(code))
            continue
        status, media = int(code), media | found.keys()
        if not found:
            success[status] = None
        elif not all(map(is_json, found)):
            success[status] = FILE
        else:
            place = join(join(operation.place, "responses"), code)
            held[status] = _held(shapes, next(iter(found.values())), place)
            success[status] = annotation(held[status])
    if FILE in success.values():
        media |= set(filter(is_json, of_errors)) - {"*/*"} or {"application/json"}
    media = media - {"*/*"} or of_errors - {"*/*"} or {"application/json"}
    if "x-pagination" in operation.node:
        _hold_a_list(operation, held)
    return AnswersView(
        success=success,
        shapes=held,
        told={status: _told(shape) for status, shape in held.items()},
        errors={family: _in_order(codes) for family, codes in errors.items()},
        refusals=tuple(sorted(refusals)),
        accept=", ".join(sorted(media, reverse=True)),
    )


def annotation(shape: Shape) -> str:
    """What a success of a shape is for who asked."""
    return f"{shape.public} | None" if shape.nullable else shape.public


def _held(shapes: Shapes, schema: Mapping[str, Any], place: str) -> Shape:
    try:
        shape = shapes.shape(schema)
    except UnsupportedSchema as fault:
        raise GenerationFailed(f"{place}: {fault}") from None
    if shape.money:
        raise GenerationFailed(
            f"{place}: an amount of money that nothing tells the currency of; answer an object "
            "that holds both"
        )
    if shape.public == "Any":
        raise GenerationFailed(f"{place}: a success of any kind at all; write its type")
    return shape


def _told(shape: Shape) -> str:
    """The expression that tells a shape in the table of an operation's answers."""
    if shape.told:
        return shape.told
    is_stored = _IS_STORED.fullmatch(shape.read) is not None
    if shape.stored == shape.public and is_stored and shape.stored in shape.models:
        return f"AnswerOf({shape.stored}, nullable=True)" if shape.nullable else shape.stored
    call = _CALL.fullmatch(shape.read)
    parts = ["Decimal" if shape.public == "Decimal" else shape.stored]
    if not is_stored:
        parts.append(call[1] if call else f"lambda value: {shape.read.format(v='value')}")
    if shape.nullable:
        parts.append("nullable=True")
    return f"AnswerOf({', '.join(parts)})"


def _hold_a_list(operation: Operation, held: Mapping[int, Shape]) -> None:
    """Items and cursors are attributes of an answer, so it has to be one object."""
    for shape in held.values():
        if shape.told.startswith("ResourceListOf("):
            continue
        if shape.stored not in shape.models or shape.nullable:
            name = "itself an array" if shape.stored.startswith("list[") else "not always an object"
            raise GenerationFailed(
                f"{join(operation.place, 'x-pagination')}: a page that is {name}; answer an object "
                "with the list in it, or remove x-pagination"
            )


def _in_order(codes: list[str]) -> tuple[int | str, ...]:
    """Statuses, then whole hundreds, then the rest."""
    return (
        *sorted(int(code) for code in codes if code.isdecimal()),
        *sorted(code for code in codes if not code.isdecimal()),
    )
