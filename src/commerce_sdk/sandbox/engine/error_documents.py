"""The document of one error, made of what its family reads there (`x-error-families`) and of what
its schema has a place for."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from commerce_sdk.sandbox.engine.operation import Json
from commerce_sdk.sandbox.engine.places import set_everywhere
from commerce_sdk.sandbox.engine.refusal import Problem, Refusal
from commerce_sdk.sandbox.engine.schemas import Finding, Path, Schemas, types_of

SCRIPTED = "scripted"
"""The code of an answer that was asked for, which no document knows."""

_TEXTS = ("title", "code", "detail", "id")


@dataclass(frozen=True)
class Occurrence:
    """One time that a call was refused: its id, the path of the request, and when."""

    id: str
    path: str
    now: float


@dataclass(frozen=True)
class Said:
    """What an error says, whatever it will look like: `code` is the document's word for it, as the
    codes of its `problems` are."""

    refusal: Refusal
    status: int
    code: str
    problems: Sequence[Problem]
    occurrence: Occurrence

    def texts(self) -> dict[str, Any]:
        """What a family reads."""
        title, detail = self.refusal.title, self.refusal.detail
        code, id = _Code(self.code), self.occurrence.id
        return {"title": title, "code": code, "detail": detail, "id": id}

    def common(self) -> dict[str, Any]:
        """What error documents repeat beside what a family reads in them."""
        moment = datetime.datetime.fromtimestamp(self.occurrence.now, datetime.UTC)
        return {"status": self.status, "timestamp": moment, "path": self.occurrence.path}


class _Code(str):
    """A text that stands for a number where the schema wants one."""


def error_document(schemas: Schemas, schema: Json, family: Json, said: Said) -> Any:
    """The error as its schema has it: an object, or a bare list with one for each problem."""
    schema = schemas.resolved(schema)
    fitting = _Fitting(schemas, said, _repeated(family))
    if "array" not in types_of(schema):
        return fitting.fitted(schema, _written(family, said), "")
    problems = said.problems or (Problem(said.refusal.detail, said.code),)
    items = schema.get("items", {})
    return [fitting.fitted(items, _one_of_many(family, said, each), "") for each in problems]


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
    for problem in said.problems:
        findings = _list_for(family.get("problems", ()), problem)
        if findings is not None:
            _add(made, {"title": _title_in(family, findings), **findings}, problem)
    for name, text in said.texts().items():
        for path in family.get(name, ())[:1]:
            set_everywhere(made, path.split("/"), text)
    return made


def _title_in(family: Json, findings: Json) -> Sequence[str]:
    """Where a finding has a title of its own: where the family reads one in it."""
    around = f"{findings['at']}/"
    paths = family.get("title", ())[:1]
    return [path.removeprefix(around) for path in paths if path.startswith(around)]


def _one_of_many(family: Json, said: Said, problem: Problem) -> dict[str, Any]:
    """An error of a bare list is one of its own, about one problem."""
    refusal = Refusal(said.status, said.refusal.code, problem.message)
    made = _written(family, Said(refusal, said.status, problem.code, (), said.occurrence))
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
        "code": _Code(problem.code),
        "title": problem.title if findings.get("title") else None,
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


def _repeated(family: Json) -> dict[str, Collection[str]]:
    """The places of the objects that are the error, at the top and around what the family reads,
    and what each repeats: nothing that its findings have in it for themselves."""
    around = {path.rpartition("/")[0] for name in _TEXTS for path in family.get(name, ())[:1]}
    found: dict[str, Collection[str]] = {}
    for place in ("", *around):
        of_findings = {
            path
            for each in family.get("problems", ())
            if each["at"].removeprefix("*") == place
            for name in ("message", "code", "item", "field", "pointer")
            for path in each.get(name, ())[:1]
        }
        found[place] = {"status", "timestamp", "path"} - of_findings
    return found


@dataclass(frozen=True)
class _Fitting:
    """What was written, in the types of its schema, with what the objects at some places repeat."""

    schemas: Schemas
    said: Said
    repeated: Mapping[str, Collection[str]]

    def fitted(self, schema: Json, made: Any, place: str) -> Any:
        schema = self.schemas.object_of(schema)
        if isinstance(made, list):
            items = schema.get("items", {})
            return [self.fitted(items, each, f"{place}/*".lstrip("/")) for each in made]
        if isinstance(made, Mapping):
            properties = self.schemas.properties(schema)
            names = properties.keys() & self.repeated.get(place, ())
            common = {name: each for name, each in self.said.common().items() if name in names}
            return {
                name: self.fitted(properties.get(name, {}), each, f"{place}/{name}".lstrip("/"))
                for name, each in {**common, **made}.items()
            }
        value = self._typed(types_of(schema), made)
        known = schema.get("enum", (value,))
        if self.said.refusal.code == SCRIPTED and value not in known:
            return _named(self.said.status, known)
        return value

    def _typed(self, kinds: Collection[str], value: Any) -> Any:
        number = "string" not in kinds and ("integer" in kinds or "number" in kinds)
        if isinstance(value, datetime.datetime):
            instant = value.isoformat(timespec="milliseconds").replace("+00:00", "Z")
            return int(value.timestamp() * 1000) if number else instant
        if isinstance(value, _Code) and number:
            return int(value) if value.isascii() and value.isdigit() else self.said.status
        return str(value) if "string" in kinds else value


def _named(status: int, known: Sequence[Any]) -> Any:
    """The one of a few codes that is named like a status, else the first."""
    name = next((each.name for each in HTTPStatus if each == status), "")
    return next((each for each in known if str(each).upper() == name), known[0])
