"""What no client can be generated from, whatever the rules of the lint say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from codegen.reading.accepted import unaccepted
from codegen.reading.all_of import unmerged
from codegen.reading.failures import DocumentFailed
from codegen.reading.problem import Problem
from codegen.reading.security import faults as credentials
from codegen.reading.walk import Node, lookup, resolve
from codegen.validation.currencies import currencies
from codegen.validation.directions import directions, unreached
from codegen.validation.empty_schemas import empty_faults
from codegen.validation.error_families import families
from codegen.validation.extensions import limits, measures, retries, tiers
from codegen.validation.names import name_faults
from codegen.validation.operations import operation_faults
from codegen.validation.paging import pages
from codegen.validation.paths import ambiguous_paths
from codegen.validation.requests import requests
from codegen.validation.resources import at_its_source, resource_faults, written_out
from codegen.validation.schemas import schema_faults
from codegen.validation.secrets import secrets
from codegen.validation.tenants import tenants
from codegen.validation.values import value_faults
from codegen.views.package import package_view

_PARAMETER = re.compile(r"#/paths/[^/]+/[^/]+/parameters/[0-9]+")


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


_RULES: tuple[tuple[Callable[[Node], Iterable[Problem]], ...], ...] = (
    (resource_faults,),
    (unaccepted,),
    (written_out,),
    (operation_faults, ambiguous_paths, _unmerged),
    (schema_faults,),
    (
        *(empty_faults, value_faults),
        *(tenants, name_faults, directions, unreached, retries, limits, tiers),
        *(pages, measures, currencies, families, secrets, requests, credentials),
    ),
    (_unviewed,),
)
"""The rules, in groups: each stands on what those before it found to be there."""


def faults(document: Node) -> Iterator[Problem]:
    """Every one of them that can be looked for behind those that were found first."""
    for group in _RULES:
        found = [problem for rule in group for problem in rule(document)]
        if found:
            told = (with_names(document, at_its_source(document, each)) for each in found)
            yield from dict.fromkeys(told)
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
