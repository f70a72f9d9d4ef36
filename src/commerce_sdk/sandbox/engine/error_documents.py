"""The document of one error, made of what its family reads there (`x-error-families`) and of what
its schema has a place for."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commerce_sdk.sandbox.engine.operation import Json
from commerce_sdk.sandbox.engine.places import set_everywhere
from commerce_sdk.sandbox.engine.refusal import Problem, Refusal
from commerce_sdk.sandbox.engine.schemas import Finding, Path, Schemas, types_of


@dataclass(frozen=True)
class Said:
    """What an error says, whatever it will look like: `code` is the document's word for it."""

    refusal: Refusal
    status: int
    code: str
    path: str
    now: float

    def common(self) -> dict[str, Any]:
        """What error documents repeat beside what a family reads in them."""
        moment = datetime.datetime.fromtimestamp(self.now, datetime.UTC)
        instant = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return {"status": self.status, "timestamp": instant, "path": self.path}


def error_document(schemas: Schemas, schema: Json, family: Json, said: Said) -> Any:
    """The error as its schema has it: an object, or a bare list with one for each problem."""
    schema = schemas.resolved(schema)
    if "array" not in types_of(schema):
        return _fitted(schemas, schema, _written(family, said), said)
    problems = said.refusal.problems or (Problem(said.refusal.detail, said.code),)
    made = [_one_of_many(family, said, problem) for problem in problems]
    return _fitted(schemas, schema, made, said)


def misplaced(schemas: Schemas, schema: Json, made: Any, path: Path = ()) -> Iterator[Finding]:
    """What stands at names that the schema of an error does not have, though it has some."""
    schema = schemas.object_of(schema)
    if isinstance(made, list):
        for index, each in enumerate(made):
            yield from misplaced(schemas, schema.get("items", {}), each, (*path, index))
    elif isinstance(made, Mapping):
        properties = schemas.properties(schema)
        is_open = not properties or "additionalProperties" in schema
        for name, each in made.items():
            if name in properties:
                yield from misplaced(schemas, properties[name], each, (*path, name))
            elif not is_open:
                yield Finding((*path, name), "is no property of it")


def labels(family: Json) -> dict[str, str]:
    """The lists of a body whose entries errors tell by a label: `name` of those of `parts`, where
    findings stand at `parts/*/errors/*` and their item at `../name`."""
    found = {}
    for findings in family.get("problems", ()):
        name, _, rest = findings["at"].partition("/*/")
        for path in findings.get("item", ()):
            if rest and path.startswith("../"):
                found[name] = path.removeprefix("../")
    return found


def _written(family: Json, said: Said) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for problem in said.refusal.problems:
        findings = _list_for(family.get("problems", ()), problem)
        if findings is not None:
            _add(made, findings, problem)
    texts = {"title": said.refusal.title, "code": said.code, "detail": said.refusal.detail}
    for name, text in texts.items():
        for path in family.get(name, ())[:1]:
            set_everywhere(made, path.split("/"), text)
    return made


def _one_of_many(family: Json, said: Said, problem: Problem) -> dict[str, Any]:
    """An error of a bare list is one of its own, about one problem."""
    refusal = Refusal(said.status, said.refusal.code, problem.message)
    made = _written(family, Said(refusal, said.status, problem.code, said.path, said.now))
    for findings in family.get("problems", ()):
        if findings["at"] == "*":
            made |= _finding(findings, problem)
    return made


def _list_for(lists: Sequence[Json], problem: Problem) -> Json | None:
    """The first list of findings that has a place for all that the problem names, its item at the
    least where lists stand in lists; None where there is none."""
    of_field = bool(problem.field or problem.parameter)
    for of_item in dict.fromkeys((problem.item is not None, False)):
        for each in lists:
            names_field = each.get("field") or each.get("pointer") or not of_field
            names_item = each.get("item") or not of_item
            nested = "*/" in each["at"]
            if each["at"] != "*" and names_field and names_item and (of_item or not nested):
                return each
    return None


def _add(made: dict[str, Any], findings: Json, problem: Problem) -> None:
    label = next(iter(findings.get("item", ())), "").removeprefix("../")
    is_text = not findings.get("message") and not findings.get("code")
    entry = problem.message if is_text else _finding(findings, problem)
    around = _put(made, findings["at"].split("/"), entry, label, problem)
    if problem.item is not None and findings.get("item", [""])[0].startswith("../"):
        around[label] = problem.item


def _put(
    node: dict[str, Any], steps: Sequence[str], entry: Any, label: str, problem: Problem
) -> dict[str, Any]:
    """Put a finding where its list stands; gives the object that is around it."""
    step, *rest = steps
    key = (problem.field or problem.parameter or "") if step.startswith("{") else step
    if not rest:
        node[key] = entry
        return node
    if rest == ["*"]:
        node.setdefault(key, []).append(entry)
        return node
    if rest[0] != "*":
        return _put(node.setdefault(key, {}), rest, entry, label, problem)
    outer = node.setdefault(key, [])
    element = next((each for each in outer if each.get(label) == problem.item), None)
    if element is None:
        outer.append(element := {})
    return _put(element, rest[1:], entry, label, problem)


def _finding(findings: Json, problem: Problem) -> dict[str, Any]:
    """A problem as an entry of its list."""
    pointer = problem.field is not None and bool(findings.get("pointer"))
    known = {
        "message": problem.message,
        "code": problem.code,
        "item": problem.item,
        "pointer": _pointer(problem.field or "") if pointer else None,
        "field": None if pointer else problem.field or problem.parameter,
    }
    entry: dict[str, Any] = {}
    for name, text in known.items():
        path = next(iter(findings.get(name, ())), "..")
        if text is not None and not path.startswith(".."):
            set_everywhere(entry, path.split("/"), text)
    return entry


def _pointer(field: str) -> str:
    """A field of a body as a JSON pointer: `/a/b/0/c`."""
    return "/" + field.replace("[", "/").replace("]", "").replace(".", "/")


def _fitted(schemas: Schemas, schema: Json, made: Any, said: Said) -> Any:
    """What was written, in the types of the schema, with what error documents repeat."""
    schema = schemas.object_of(schema)
    kinds = types_of(schema)
    if isinstance(made, list):
        return [_fitted(schemas, schema.get("items", {}), each, said) for each in made]
    if isinstance(made, Mapping):
        properties = schemas.properties(schema)
        repeated = {name: each for name, each in said.common().items() if name in properties}
        return {
            name: _fitted(schemas, properties.get(name, {}), each, said)
            for name, each in {**repeated, **made}.items()
        }
    if "string" in kinds:
        return str(made)
    return said.status if "integer" in kinds else made
