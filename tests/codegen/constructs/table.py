"""A construct of OpenAPI: a name, an edit of the base document, and what has to become of it."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.codegen.constructs.base import Node, base

Edit = Callable[[Node], Any]

POINTERS = {
    "list_plants": ("#/paths/~1plants/get",),
    "create_plant": ("#/paths/~1plants/post",),
    "get_plant": ("#/paths/~1plants~1{id}/get",),
    **dict.fromkeys(("odd", "7", "filter", "X-A"), ("/plants/get/parameters/2", "parameters/2")),
}
# What is said of a value of another type than its place has.
STRUCTURAL = "where .* belongs; write|is a required property; say it|in this place; remove it"


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call of generated code. What is in Python is both type-checked strictly and run.

    `build` is the expression that makes the request, of type `Request[<type>]`; `path` (decoded),
    `query`, `headers` and `body` are what goes out. It is answered `status` and `answer`, and
    `reads` is an expression of `answer` that has to be true. Of an error it is one of `fault`, and
    of `refused`, what `build` says as it refuses the arguments.
    """

    build: str
    path: str = "/plants"
    query: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    sent: str = "application/json"
    accepts: str | None = None
    status: int = 200
    answer: str | bytes = b""
    kind: str = "application/json"
    type: str = "models.Plant"
    reads: str = "True"
    refused: str | None = None
    warned: str | None = None
    tag: str = "plants"
    base_url: str | None = None

    @property
    def operation(self) -> str:
        return self.build.partition(".")[0]


@dataclass(frozen=True)
class Right:
    """Generated, and every call does what the document says."""

    calls: tuple[Call, ...]


@dataclass(frozen=True)
class Refused:
    """Refused in one line, with a text of its place and a pattern of its advice. An operation is
    named by its id or by its pointer, a parameter by its name or by its number."""

    place: str
    advice: str

    def names_the_place(self, line: str) -> bool:
        return any(each in line for each in (self.place, *POINTERS.get(self.place, ())))

    def says_what_to_do(self, line: str) -> bool:
        return re.search(f"{self.advice}|{STRUCTURAL}", line) is not None


@dataclass(frozen=True)
class Construct:
    """An edit and its verdict. The edit changes the base, or gives the text of the file instead."""

    name: str
    edit: Edit
    verdict: Right | Refused
    beside: dict[str, str] = field(default_factory=dict)

    def source(self) -> str:
        """The document's text; JSON, which is YAML too, but where the edit wrote its own."""
        document = base()
        written = self.edit(document)
        if isinstance(written, str):
            return written
        return json.dumps(document, indent=1)


TABLE: dict[str, Construct] = {}


def add(name: str, edit: Edit, *verdict: Call | Refused, **beside: str) -> None:
    """Put a construct into the table; `beside` are other files in its folder, by stem."""
    assert name not in TABLE, f"{name} is in the table already"
    assert name.isidentifier(), name
    assert name.isascii(), name
    assert name not in sys.stdlib_module_names, f"{name} would hide a module"
    calls = tuple(each for each in verdict if isinstance(each, Call))
    kept = next((each for each in verdict if isinstance(each, Refused)), Right(calls))
    TABLE[name] = Construct(name, edit, kept, {f"{stem}.yaml": beside[stem] for stem in beside})


def right(*calls: Call, **beside: str) -> Callable[[Edit], Edit]:
    """The edit below is one that is generated and called so."""

    def put(edit: Edit) -> Edit:
        add(edit.__name__, edit, *calls, **beside)
        return edit

    return put


def refused(place: str, advice: str, **beside: str) -> Callable[[Edit], Edit]:
    """The edit below is one that is refused, in a line with this place and this advice."""

    def put(edit: Edit) -> Edit:
        add(edit.__name__, edit, Refused(place, advice), **beside)
        return edit

    return put


# --- the three calls of the base


def getting_one(**more: Any) -> Call:
    """`get_plant`, which answers a plant."""
    return Call(
        **{
            "build": "get_plant.build(id='a')",
            "path": "/plants/a",
            "answer": '{"id": "a"}',
            "reads": "answer.id == 'a'",
            **more,
        }
    )


def read(answer: str, reads: str) -> Call:
    """A plant with these fields beside its id, and what is read of it."""
    return getting_one(answer='{"id": "a"' + (f", {answer}" if answer else "") + "}", reads=reads)


def found(success: str, answer: str | bytes, reads: str, **more: Any) -> Call:
    """`get_plant`, with another type of success."""
    return getting_one(type=success, answer=answer, reads=reads, **more)


def listed(arguments: str = "", *query: tuple[str, str], **more: Any) -> Call:
    """`list_plants` with these arguments, and the query that goes out."""
    return Call(
        **{
            "build": f"list_plants.build({arguments})",
            "query": query,
            "answer": '{"plants": [{"id": "b"}]}',
            "type": "models.PlantPage",
            "reads": "(answer.plants or [])[0].id == 'b'",
            **more,
        }
    )


def made(arguments: str, body: str, **more: Any) -> Call:
    """`create_plant` with these fields of its body, and the bytes that go out."""
    return Call(
        **{
            "build": f"create_plant.build(body=models.PlantInput({arguments}))",
            "body": body.encode(),
            "status": 201,
            "answer": '{"id": "a"}',
            "reads": "answer.id == 'a'",
            **more,
        }
    )


def invalid(build: str, match: str, type: str = "models.Plant") -> Call:
    """Arguments that `build` refuses by itself."""
    return Call(build=build, refused=match, type=type)
