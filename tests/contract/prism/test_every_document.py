"""Two strangers on every document: Schemathesis asks by its examples, and Prism judges."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from codegen.reading.bundle import as_json, bundle
from codegen.reading.documents import documents
from codegen.reading.security import schemes, taken
from tests.contract.prism.conftest import HERE, Prism
from tests.contract.runner import schemathesis, successes

CREDENTIALS = {"bearer": "Bearer a-token", "basic": "Basic dXNlcjp3b3Jk", "api-key": "a-key"}


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method, each in item.items():
            if "operationId" in each:
                yield f"{method.upper()} {path}", each


def credential(document: dict[str, Any], operation: dict[str, Any]) -> dict[str, str]:
    """The header of the first credential that an operation takes."""
    known = schemes(document)
    names = taken(operation.get("security", document.get("security")))
    return {known[name].header: CREDENTIALS[known[name].kind] for name in names[:1]}


@pytest.mark.parametrize("source", documents(), ids=lambda path: path.stem)
def test_what_a_document_shows_is_what_it_allows(
    source: Path, prism_of: Callable[[str], Prism], tmp_path: Path
) -> None:
    document = bundle(source)
    whole = tmp_path / f"{source.stem}.json"
    whole.write_text(as_json(document), encoding="utf-8")
    found = dict(operations(document))

    run = schemathesis(
        *(whole, prism_of(source.stem).url, tmp_path, "--phases", "examples"),
        # Prism asks for a credential, and takes any.
        *("--mode", "positive", "--exclude-checks", "ignored_auth"),
        hooks=HERE / "credentials.py",
        known={each["operationId"]: credential(document, each) for each in found.values()},
    )

    assert not run.failures, run.output
    assert not run.errors, run.output
    # Schemathesis has no examples of what takes nothing.
    asking = {label for label, each in found.items() if {"parameters", "requestBody"} & each.keys()}
    assert run.statuses.keys() == asking, run.output
    for label, seen in run.statuses.items():
        assert successes(seen) == seen.total(), f"{label}\n{run.table()}"
