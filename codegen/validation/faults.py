"""What no client can be generated from, whatever the rules of the lint say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from codegen.reading.accepted import unaccepted
from codegen.reading.all_of import unmerged
from codegen.reading.failures import DocumentFailed
from codegen.reading.problem import Problem
from codegen.reading.rate_limits import KEY
from codegen.reading.security import faults as credentials
from codegen.reading.walk import (
    Node,
    is_null,
    join,
    lookup,
    media_schemas,
    operations,
    parameters,
    reach,
    resolve,
    schemas,
    subschemas,
    types,
)
from codegen.schemas.unions import branches
from codegen.validation.answers import answer_faults
from codegen.validation.bodies import body_faults
from codegen.validation.currencies import currencies, requests, secrets
from codegen.validation.empty_schemas import empty_faults
from codegen.validation.error_families import families
from codegen.validation.extensions import directions, limits, measures, retries, unreached
from codegen.validation.names import name_faults
from codegen.validation.paging import pages
from codegen.validation.parameters import parameter_faults
from codegen.validation.schemas import schema_faults
from codegen.validation.values import value_faults
from codegen.views.package import package_view

_PARAMETER = re.compile(r"#/paths/[^/]+/[^/]+/parameters/[0-9]+")
_NAME = re.compile(r"\{([^{}]*)\}")
_LITERAL = re.compile(r"(?:[A-Za-z0-9/._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*")

_RULES: tuple[tuple[Callable[[Node], Iterable[Problem]], ...], ...] = (
    (unaccepted,),
    (
        *(lambda document: _parts(document), lambda document: _templates(document)),
        lambda document: _unmerged(document),
    ),
    (schema_faults,),
    (
        *(empty_faults, value_faults),
        *(lambda document: _tenants(document), name_faults, directions, unreached, retries, limits),
        *(pages, measures, currencies, families, secrets, requests, credentials),
    ),
    (lambda document: _unviewed(document),),
)
"""The rules, in groups: each stands on what those before it found to be there."""


def faults(document: Node) -> Iterator[Problem]:
    """Every one of them that can be looked for behind those that were found first."""
    for group in _RULES:
        found = [problem for rule in group for problem in rule(document)]
        if found:
            yield from (with_names(document, each) for each in found)
            return


def with_names(document: Node, problem: Problem) -> Problem:
    """A problem whose place names a parameter, which its document may number otherwise: those of
    the path stand before those of the operation here."""
    step = _PARAMETER.match(problem.where)
    if step is None:
        return problem
    try:
        name = resolve(document, lookup(document, step[0]))["name"]
    except (KeyError, TypeError, IndexError):
        return problem
    if not isinstance(name, str):
        return problem
    numbered = step[0].rpartition("/")[0]
    where = f"{numbered} ({name}){problem.where[step.end() :]}"
    return problem._replace(where=where)


def _unviewed(document: Node) -> Iterator[Problem]:
    """What only shows when all is worked out that is generated."""
    try:
        package_view(document, "")
    except DocumentFailed as fault:
        where, _, said = str(fault).partition(": ")
        what, _, do = said.partition("; ")
        yield Problem(where, what, do)


def _unmerged(document: Node) -> Iterator[Problem]:
    for place, why in unmerged(document):
        yield Problem(place, why, "write all of its properties out in one schema")


def _parts(document: Node) -> Iterator[Problem]:
    """The parts of operations that there has to be something to make of."""
    if not any(operations(document)):
        yield Problem("#/paths", "no operation", "describe one, or leave the document out")
    for place, node in operations(document):
        if KEY not in node:
            do = "say it, or write [] here where none is published"
            yield Problem(place, f"{KEY!r} is a required property", do)
        yield from answer_faults(document, place, node)
        yield from parameter_faults(document, place, node)
        yield from body_faults(document, place, node)
        yield from _template(document, place, node)


def _template(document: Node, place: str, node: Node) -> Iterator[Problem]:
    """A path's names are its parameters, and the other way round."""
    path = place.split("/")[2].replace("~1", "/").replace("~0", "~")
    named = set(_NAME.findall(path))
    literal = _NAME.sub("-", path)
    strange = literal[_LITERAL.match(literal).end() :]  # type: ignore[union-attr]
    if not path.startswith("/"):
        yield Problem(place, "a path that does not begin with '/'", "write it so")
    elif strange:
        do = "write it percent-encoded, as it is sent, and what is of the query as parameters"
        yield Problem(place, f"the path holds {strange[0]!r}", do)
    elif {".", ".."} & set(literal.split("/")):
        yield Problem(place, "a path with a step '.' or '..'", "write where it leads to")
    for name in sorted({each for each in named if path.count(f"{{{each}}}") > 1}):
        yield Problem(place, f"{{{name}}} twice in the path", "give each part a name of its own")
    given = {each.get("name") for each in parameters(document, node) if each.get("in") == "path"}
    for name in sorted(named - given):
        do = "describe it under parameters, of the operation or of the path"
        yield Problem(place, f"{{{name}}} of the path is no parameter", do)
    for name in sorted(given - named):
        yield Problem(f"{place}/parameters ({name})", "is not in the path", "write its name there")


def _templates(document: Node) -> Iterator[Problem]:
    """Two paths that differ by names only are one to a server."""
    seen: dict[str, str] = {}
    for path in document["paths"]:
        other = seen.setdefault(_NAME.sub("{}", path), path)
        if other != path:
            place = join("#/paths", path)
            yield Problem(place, f"is the path {other} by other names", "write them as one")


def _tenants(document: Node) -> Iterator[Problem]:
    """What the client fills: texts, as a parameter or a property of a body's own."""
    filled: set[int] = set()
    within: dict[str, Node] = {}
    for place, node in operations(document):
        for parameter in parameters(document, node):
            if "x-tenant" in parameter and not _is_text(document, parameter["schema"]):
                yield _no_text(_spot(place, parameter))
        for body in _bodies(document, node):
            for prop in body.get("properties", {}).values():
                filled.add(id(prop))
                reach(document, prop, within)
    filled -= {id(part) for each in within.values() for _, part in subschemas(each, "")}
    for place, schema in schemas(document):
        if "x-tenant" in schema:
            if id(schema) not in filled:
                do = "mark a parameter, beside its schema, or a property of the body itself"
                yield Problem(place, "x-tenant where no client fills it", do)
            elif not _is_text(document, schema):
                yield _no_text(place)


def _bodies(document: Node, operation: Node) -> Iterator[Node]:
    """The objects that an operation takes, one variant of a union after the other."""
    for schema in media_schemas(resolve(document, operation.get("requestBody", {}))):
        body = resolve(document, schema or {})
        if is_null(document, body):
            continue
        for variant in branches(body) if "discriminator" in body else [body]:
            yield resolve(document, variant)


def _is_text(document: Node, schema: Node) -> bool:
    text = resolve(document, schema)
    return set(types(text)) - {"null"} == {"string"} and not text.keys() & {"enum", "const"}


def _no_text(place: str) -> Problem:
    return Problem(place, "x-tenant on what is no plain text", "remove it, or write type: string")


def _spot(place: str, parameter: Node) -> str:
    return f"{place}/parameters ({parameter.get('name')})"
