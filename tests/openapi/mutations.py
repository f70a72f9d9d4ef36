"""Every single change of a fact, on either side, one at a time.

The comparison is only worth something if it sees each of them.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Any, NamedTuple

Node = dict[str, Any]
Steps = tuple[str | int, ...]


class Mutation(NamedTuple):
    """One fact changed, and nothing else."""

    what: str
    apply: Callable[[Node], None]


def _at(root: Any, path: Steps) -> Any:
    for step in path:
        root = root[step]
    return root


def _set(path: Steps, value: Any) -> Callable[[Node], None]:
    def apply(root: Node) -> None:
        _at(root, path[:-1])[path[-1]] = value

    return apply


def _delete(path: Steps) -> Callable[[Node], None]:
    def apply(root: Node) -> None:
        del _at(root, path[:-1])[path[-1]]

    return apply


def _rename(path: Steps) -> Callable[[Node], None]:
    def apply(root: Node) -> None:
        parent, last = _at(root, path[:-1]), path[-1]
        if isinstance(last, int):
            parent[last] = f"{parent[last]}Renamed"
        else:
            parent[f"{last}Renamed"] = parent.pop(last)

    return apply


def _negate(path: Steps) -> Callable[[Node], None]:
    def apply(root: Node) -> None:
        parent = _at(root, path[:-1])
        parent[path[-1]] = not parent.get(path[-1], False)

    return apply


def _toggle(path: Steps, member: str) -> Callable[[Node], None]:
    def apply(root: Node) -> None:
        parent = _at(root, path[:-1])
        had = list(parent.get(path[-1], []))
        parent[path[-1]] = [m for m in had if m != member] if member in had else [*had, member]

    return apply


def mutations(root: Node, side: "Side", operations: Collection[str]) -> list[Mutation]:
    """Every single fact that the operations lead to, changed."""
    found = _of_operations(root, side, operations)
    return list({mutation.what: mutation for mutation in found}.values())


def _of_operations(root: Node, side: "Side", operations: Collection[str]) -> Iterator[Mutation]:
    reached: dict[Steps, bool] = {}
    for operation in operations:
        yield from side.of_operation(root, operation, reached)
    # What only answers seemed to lead to can turn out to be part of a request, and is due again.
    done: set[tuple[Steps, bool]] = set()
    while todo := reached.items() - done:
        for path, asked in sorted(todo, key=str):
            done.add((path, asked))
            yield from _of_schema(root, side, path, reached, asked)


def _of_schema(
    root: Node, side: "Side", path: Steps, reached: dict[Steps, bool], asked: bool
) -> Iterator[Mutation]:
    """`asked` says that a request leads here; only there does every null count."""
    schema = _at(root, path)
    name = "/".join(map(str, path))
    if "$ref" in schema:
        target = side.target(schema["$ref"])
        reached[target] = reached.get(target, False) or asked
        yield Mutation(f"{name}: other reference", _set(path, {"type": "boolean"}))
        return
    yield from side.of_null(path, schema, asked)
    if "type" in schema:
        yield Mutation(f"{name}: other type", _set((*path, "type"), side.other_type(schema)))
    if "format" in schema:
        yield Mutation(f"{name}: other format", _set((*path, "format"), "date"))
        yield Mutation(f"{name}: no format", _delete((*path, "format")))
    if "x-unit" in schema:
        yield Mutation(f"{name}: other unit", _set((*path, "x-unit"), "money-major"))
    if "const" in schema:
        yield Mutation(f"{name}: other constant", _rename_value((*path, "const")))
    for index, value in enumerate(schema.get("enum", [])):
        yield Mutation(f"{name}: without {value}", _delete((*path, "enum", index)))
        yield Mutation(f"{name}: {value} renamed", _rename((*path, "enum", index)))
    if "enum" in schema:
        yield Mutation(f"{name}: one value more", _toggle((*path, "enum"), "BRAND_NEW"))
    for field in schema.get("properties", {}):
        here = (*path, "properties", field)
        yield Mutation(f"{name}: without {field}", _delete(here))
        yield Mutation(f"{name}: {field} renamed", _rename(here))
        if (str(path[-1]), field) not in side.excused:
            yield Mutation(f"{name}: {field} deprecated or not", _negate((*here, "deprecated")))
            yield Mutation(f"{name}: {field} required or not", _toggle((*path, "required"), field))
            yield from _of_schema(root, side, here, reached, asked)
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from _of_schema(root, side, (*path, key), reached, asked)
    for index, variant in enumerate(schema.get("oneOf", [])):
        if variant.get("type") != "null":
            yield Mutation(f"{name}: without variant {index}", _delete((*path, "oneOf", index)))
            yield from _of_schema(root, side, (*path, "oneOf", index), reached, asked)


def _rename_value(path: Steps) -> Callable[[Node], None]:
    return lambda root: _set(path, f"{_at(root, path)}Renamed")(root)


class Side:
    """What differs between mutating the facts and mutating the document."""

    def __init__(
        self, excused: Collection[tuple[str, str]] = (), extra_answers: Collection[str] = ()
    ) -> None:
        # What has no counterpart on the other side can only be seen to be there or not.
        self.excused = excused
        self.extra_answers = extra_answers

    def of_operation(self, root: Node, name: str, reached: dict[Steps, bool]) -> Iterator[Mutation]:
        raise NotImplementedError

    def of_null(self, path: Steps, schema: Node, asked: bool) -> Iterator[Mutation]:
        raise NotImplementedError

    def other_type(self, schema: Node) -> Any:
        raise NotImplementedError

    def target(self, reference: str) -> Steps:
        return tuple(reference.removeprefix("#/").split("/"))


class FactsSide(Side):
    """The facts as they were collected."""

    def of_operation(self, root: Node, name: str, reached: dict[Steps, bool]) -> Iterator[Mutation]:
        here: Steps = ("operations", name)
        fact = _at(root, here)
        yield Mutation(f"{name}: gone", _delete(here))
        yield Mutation(f"{name}: other rate limit", _set((*here, "rate_limit_per_minute"), 601))
        for index, parameter in enumerate(fact["parameters"]):
            yield from _of_parameter((*here, "parameters", index), name, parameter)
            yield from _of_schema(
                root, self, (*here, "parameters", index, "schema"), reached, asked=True
            )
        if "request" in fact:
            yield Mutation(f"{name}: no request", _delete((*here, "request")))
            yield from self._of_content(root, (*here, "request"), reached, asked=True)
        for status in fact["responses"]:
            answer = (*here, "responses", status)
            yield Mutation(f"{name}: no {status}", _delete(answer))
            yield Mutation(f"{name}: {status} renamed", _rename(answer))
            yield from self._of_content(root, answer, reached, asked=False)

    def _of_content(
        self, root: Node, path: Steps, reached: dict[Steps, bool], asked: bool
    ) -> Iterator[Mutation]:
        name = "/".join(map(str, path))
        if _at(root, path) is None:
            content = {"content_type": "application/json", "schema": {"type": "string"}}
            yield Mutation(f"{name}: with a body", _set(path, content))
            return
        if not asked:
            yield Mutation(f"{name}: no body", _set(path, None))
        yield Mutation(f"{name}: other content type", _set((*path, "content_type"), "text/plain"))
        yield from _of_schema(root, self, (*path, "schema"), reached, asked)

    def of_null(self, path: Steps, schema: Node, asked: bool) -> Iterator[Mutation]:
        if asked and path[0] == "schemas":
            null = not schema.get("nullable", False)
            yield Mutation(
                f"{'/'.join(map(str, path))}: null {null}", _set((*path, "nullable"), null)
            )

    def other_type(self, schema: Node) -> Any:
        return "string" if schema["type"] == "boolean" else "boolean"


class DocumentSide(Side):
    """The document; there every null counts."""

    def of_operation(self, root: Node, name: str, reached: dict[Steps, bool]) -> Iterator[Mutation]:
        method, path = name.split(" ")
        here: Steps = ("paths", path, method.lower())
        ours = _at(root, here)
        yield Mutation(f"{name}: gone", _delete(here))
        for key in ("limit", "seconds"):
            yield Mutation(f"{name}: other {key}", _set((*here, "x-rate-limit", 0, key), 601))
        for index, parameter in enumerate(ours.get("parameters", [])):
            there = (*here, "parameters", index)
            yield Mutation(f"{name}: without parameter {index}", _delete(there))
            there = self._followed(there, parameter)
            yield from _of_parameter(there, name, _at(root, there))
            yield from _of_schema(root, self, (*there, "schema"), reached, asked=True)
        if "requestBody" in ours:
            yield Mutation(f"{name}: no body", _delete((*here, "requestBody")))
            body = self._followed((*here, "requestBody"), ours["requestBody"])
            yield Mutation(f"{name}: body required or not", _negate((*body, "required")))
            yield from self._of_content(root, body, reached, asked=True)
        for status, answer in ours["responses"].items():
            there = (*here, "responses", status)
            yield Mutation(f"{name}: no {status}", _delete(there))
            yield Mutation(f"{name}: {status} renamed", _rename(there))
            if status not in self.extra_answers:
                yield from self._of_content(
                    root, self._followed(there, answer), reached, asked=False
                )

    def _followed(self, path: Steps, node: Node) -> Steps:
        return self.target(node["$ref"]) if "$ref" in node else path

    def _of_content(
        self, root: Node, path: Steps, reached: dict[Steps, bool], asked: bool
    ) -> Iterator[Mutation]:
        content = _at(root, path).get("content", {})
        if not content:
            text = {"application/json": {"schema": {"type": "string"}}}
            yield Mutation(
                f"{'/'.join(map(str, path))}: with a body", _set((*path, "content"), text)
            )
        for kind in content:
            here = (*path, "content", kind)
            yield Mutation(f"{'/'.join(map(str, here))}: renamed", _rename(here))
            yield from _of_schema(root, self, (*here, "schema"), reached, asked)

    def of_null(self, path: Steps, schema: Node, asked: bool) -> Iterator[Mutation]:
        name = "/".join(map(str, path))
        if path[:-1] == ("components", "schemas"):
            return  # a named schema has no null of its own: lint holds that
        if isinstance(schema.get("type"), list):
            yield Mutation(f"{name}: no null", _set((*path, "type"), schema["type"][0]))
        elif "type" in schema:
            yield Mutation(f"{name}: null", _set((*path, "type"), [schema["type"], "null"]))
        for index, variant in enumerate(schema.get("oneOf", [])):
            if variant.get("type") == "null":
                yield Mutation(f"{name}: no null", _delete((*path, "oneOf", index)))

    def other_type(self, schema: Node) -> Any:
        null = ["null"] if isinstance(schema["type"], list) else []
        return ["string" if "boolean" in schema["type"] else "boolean", *null]


def _of_parameter(path: Steps, name: str, parameter: Node) -> Iterator[Mutation]:
    label = f"{name}: parameter {parameter['name']}"
    yield Mutation(f"{label} renamed", _set((*path, "name"), "other"))
    yield Mutation(f"{label} elsewhere", _set((*path, "in"), "cookie"))
    required = not parameter.get("required", False)
    yield Mutation(f"{label} required {required}", _set((*path, "required"), required))
