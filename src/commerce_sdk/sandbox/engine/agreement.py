"""Do the parts of a document agree? What each says may still not fit what is around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from commerce_sdk.sandbox.engine.bodies import FORM
from commerce_sdk.sandbox.engine.operation import Json, Operation, Paging, Parameter, is_json
from commerce_sdk.sandbox.engine.reading import Part
from commerce_sdk.sandbox.engine.schemas import Schemas, types_of

_SENT = (
    *("path simple scalar", "path simple array", "header simple scalar", "header simple array"),
    *("query form scalar", "query form array", "cookie form scalar"),
    *("query spaceDelimited array", "query pipeDelimited array", "query deepObject object"),
)
"""How a parameter can be sent: where, in which style, and what."""


def base_path(root: Part) -> str:
    """The path that the addresses of all servers have, with the defaults of their variables."""
    bases: list[str] = []
    for _, server in root.each("servers"):
        url, known = server.value["url"], server.value.get("variables", {})
        for name in re.findall(r"\{([^{}]*)\}", url):
            instead = "declare it in the server's variables"
            server["url"].must(name in known, f"{name} is no variable", instead)
            url = url.replace(f"{{{name}}}", known[name]["default"])
        bases.append(urlsplit(url).path.rstrip("/"))
        what = f"the base path {bases[-1]!r} is not {bases[0]!r}, that of the first server"
        instead = "leave one server, or give all of them one path"
        server["url"].must(bases[-1] == bases[0], what, instead)
    return bases[0] if bases else ""


def check_path(part: Part, path: str, shapes: set[str]) -> None:
    """A path can be asked for, and by no other path of the document, whose `shapes` are known."""
    is_path = re.fullmatch(r"/([^?#{}]|\{[^{}/]+\})*", path)
    instead = "begin it with '/', and write what is filled in like {id}"
    part.must(is_path, f"{path!r} is no path", instead)
    shape = re.sub(r"\{[^{}]+\}", "{}", path)
    part.must(shape not in shapes, "another path is asked for alike", "write both as one path")
    shapes.add(shape)


def check_names(part: Part, operation: Operation) -> None:
    """The names in the path are those of its parameters."""
    names, path = operation.path_names, operation.path
    declared = [each.name for each in operation.parameters if each.place == "path"]
    for name in names:
        part.must(names.count(name) == 1, f"{path!r} has {name!r} twice", "name each apart")
        instead = f'declare {{"name": "{name}", "in": "path", "required": true}}'
        part.must(name in declared, f"{path!r} has {name!r}, which is no parameter", instead)
    for name in declared:
        what = f"the parameter {name!r} is not in the path {path!r}"
        part.must(name in names, what, f"write {{{name}}} in the path, or leave it out")


def security_of(part: Part, schemes: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    """The schemes of each entry of an operation's security, else of the document's; it has all."""
    part = part if "security" in part else Part(part.root, part.root)
    for _, entry in part.each("security"):
        for name in entry.value:
            instead = f"write one of {', '.join(schemes) or 'none'}"
            entry.must(name in schemes, f"{name!r} is none of the securitySchemes", instead)
    return tuple(tuple(each) for each in part.value.get("security", ()))


def check_parameter(part: Part, parameter: Parameter, schemas: Schemas) -> None:
    """A parameter is of a form that its place and its style can send."""
    kinds = types_of(schemas.shape(parameter.schema))
    form = next((each for each in ("object", "array") if each in kinds), "scalar")
    place, style = parameter.place, parameter.style
    sent = (way.split() for way in _SENT)
    known = [way[1] for way in sent if (way[0], way[2]) == (place, form)]
    what = f"the style {style} in the {place} sends no {form}"
    instead = f"write the style {' or '.join(known)}" if known else "send it in the query"
    part.must(style in known, what, instead)


def check_body(part: Part, schemas: Sequence[Any]) -> None:
    """A body is of media types that the engine reads, all in one way."""
    for kind, each in part.each("content"):
        is_read = kind == FORM or is_json(kind)
        each.must(is_read, "the engine does not read this media type", f"write JSON or {FORM}")
    is_one = all(each == schemas[0] for each in schemas)
    part["content"].must(is_one, "the media types have several schemas", "give all of them one")


def check_paging(part: Part, operation: Operation, schemas: Schemas) -> None:
    """A list is asked for by what the operation takes, and stands where its answer has a place."""
    for way in operation.paging:
        taken, there = _taken(operation, way, schemas), part["x-pagination"]
        asked = {"cursor": way.cursor, "size": way.size}
        for word, name in ((word, name) for word, name in asked.items() if name is not None):
            what = f"the {word} {name!r} is nothing that the operation takes"
            there.must(name in taken, what, f"write one of {', '.join(taken) or 'its parameters'}")
            kinds = types_of(schemas.shape(taken[name]))
            is_number = "integer" in kinds or "number" in kinds
            is_fit = is_number or (word == "cursor" and way.strategy != "page")
            there.must(is_fit, f"the {word} {name!r} is no integer", "let it be an integer")
        missing = _missing(operation, way, schemas)
        instead = "name a place that its schema has"
        there.must(missing is None, f"the answer has no place {missing!r}", instead)


def _taken(operation: Operation, way: Paging, schemas: Schemas) -> Mapping[str, Json]:
    """What a page may be asked for by: the parameters, or the properties of the body."""
    if way.strategy == "body-cursor":
        return schemas.properties(operation.body.schema) if operation.body else {}
    return {each.name: each.schema for each in operation.parameters}


def _missing(operation: Operation, way: Paging, schemas: Schemas) -> str | None:
    """The first place of a page that no success of the operation has in its schema; of several
    successes behaviour chooses one."""
    places = [way.items, *(str(each) for key, each in way.ends_by.items() if key != "short-page")]
    places += [way.next] if way.next and way.strategy != "id" else []
    places += [way.number] if way.number else []
    lacking = [
        [place for place in places if not _has(schemas, each.schema or {}, place)]
        for each in operation.successes
    ]
    return min(lacking, key=len)[0] if all(lacking) else None


def _has(schemas: Schemas, schema: Json, place: str) -> bool:
    """May a place be in what a schema describes? Where that names no properties, or says what
    others may be, any may."""
    name, _, rest = place.partition(".")
    properties = schemas.properties(schema)
    if name not in properties:
        return not properties or any(
            each.get("additionalProperties") for each in schemas.parts(schema)
        )
    return not rest or _has(schemas, properties[name], rest)
