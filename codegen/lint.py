"""Checks what the general OpenAPI linters cannot know: our extensions and our own rules.

`python -m codegen.lint [FILE …]` prints one line for each problem and exits with 1 if there is any;
without a file, of every platform's document.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from codegen.conventions.credentials import credentials
from codegen.conventions.examples import examples
from codegen.conventions.operations import complete_operations
from codegen.conventions.schemas import nullability, nulls, numbers
from codegen.conventions.unions import unions
from codegen.conventions.words import descriptions, placeholders
from codegen.reading.bundle import bundle
from codegen.reading.documents import documents
from codegen.reading.failures import DocumentFailed
from codegen.reading.problem import Problem
from codegen.reading.walk import Node
from codegen.validation.faults import faults
from codegen.validation.resources import at_its_source

_CONVENTIONS = (
    *(complete_operations, descriptions, placeholders, numbers, nulls, unions, nullability),
    *(credentials, examples),
)


def problems(document: Node) -> list[Problem]:
    """Every problem of a document: what no client can be generated from, or else what breaks a
    rule of ours, in the order of the rules."""
    found = list(faults(document))
    if found:
        return found
    said = (problem for rule in _CONVENTIONS for problem in rule(document))
    return list(dict.fromkeys(at_its_source(document, each) for each in said))


def _lines(source: Path) -> Iterator[str]:
    try:
        yield from (f"{source.name} {problem}" for problem in problems(bundle(source)))
    except DocumentFailed as fault:
        yield str(fault)


def main(given: Sequence[str] | None = None) -> int:
    """Lint every document, or those that are named, and say what is wrong. The arguments are the
    program's, or those given."""
    parser = argparse.ArgumentParser(prog="python -m codegen.lint", description=__doc__)
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="a document's root file"
    )
    files = parser.parse_args(given).files
    try:
        found = [line for source in files or documents() for line in _lines(source)]
    except DocumentFailed as fault:
        found = [str(fault)]
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
