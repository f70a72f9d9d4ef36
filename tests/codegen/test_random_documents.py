"""Random documents: generation is right or refuses, and never raises. What is generated is typed
Python, its answers give back what they read, and its requests write what the document allows.

`RANDOM_DOCUMENTS=500` in the environment tries so many, in place of the few of every day.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from jsonschema import Draft202012Validator

from commerce_sdk import InvalidRequest
from commerce_sdk.document.model import Model
from commerce_sdk.document.request_model import RequestModel
from tests.codegen.constructs.workshop import Outcome, batches, check, ended
from tests.codegen.generator import TOOLS
from tests.codegen.random_documents import documents
from tests.codegen.random_values import TooDeep, instance
from tests.codegen.verdicts import misreported, refusals

Node = dict[str, Any]
TIMES = int(os.environ.get("RANDOM_DOCUMENTS", "60"))
VALUES = 6
"""How many values of each model are read and written."""

few = settings(
    derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@settings(few, max_examples=2 * TIMES)
@given(documents())
def test_a_random_document_is_right_or_refused(document: Node) -> None:
    said = refusals(document)

    assert misreported(document, said) is None


@dataclass(frozen=True)
class Made:
    """What was generated of documents that are right."""

    packages: Path
    documents: dict[str, Node]
    outcomes: dict[str, Outcome]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    root = tmp_path_factory.mktemp("random")
    sources, packages = root / "documents", root / "packages"
    packages.mkdir()
    right = {f"random_{index}": each for index, each in enumerate(some_that_are_right(TIMES))}
    for name, document in right.items():
        (sources / name).mkdir(parents=True)
        (sources / name / f"{name}.yaml").write_text(json.dumps(document), encoding="utf-8")
        refusals(document)
    runs = batches(TOOLS, "generate", sources, packages, right)
    sys.path.insert(0, str(packages))
    try:
        yield Made(packages, right, ended(runs, right))
    finally:
        sys.path.remove(str(packages))
        for module in [each for each in sys.modules if each.partition(".")[0] in right]:
            del sys.modules[module]


def some_that_are_right(times: int) -> list[Node]:
    found = []

    @settings(few, max_examples=times, phases=[Phase.generate])
    @given(documents())
    def draw(document: Node) -> None:
        source = json.dumps(document)
        if not refusals(document):
            found.append(json.loads(source))

    draw()
    return found


def test_what_is_right_is_generated(made: Made) -> None:
    assert len(made.documents) > TIMES / 4
    assert {name: each.said for name, each in made.outcomes.items() if not each.made} == {}


def test_what_is_generated_is_imported(made: Made) -> None:
    for name in made.documents:
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            importlib.import_module(module.name)


def test_what_is_generated_is_typed(made: Made) -> None:
    assert check(made.packages, made.outcomes) == {}


def test_answers_give_back_what_they_read(made: Made) -> None:
    wrong, read = [], 0
    for document, model, schema, chance in models(made, Model):
        for value in values(document, schema, chance):
            with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
                try:
                    answer = model.from_json(json.dumps(value))
                    for attribute in attributes(model):
                        getattr(answer, attribute)
                    repr(answer)
                    given_back = json.loads(answer.to_json())
                except Exception as fault:
                    given_back = fault
            read += 1
            if given_back != value:
                wrong.append((model.__module__, value, given_back))
    assert wrong == []
    assert read > TIMES


def test_requests_write_what_the_document_allows(made: Made) -> None:
    wrong, written = [], 0
    for document, model, schema, chance in models(made, RequestModel):
        validator = Draft202012Validator({**schema, "components": document["components"]})
        for value in values(document, schema, chance):
            allowed = not list(validator.iter_errors(value))
            with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
                try:
                    exact = json.loads(json.dumps(value), parse_float=Decimal)
                    request = model.from_dict(exact, currency="USD")
                    found: Any = json.loads(request.to_json(currency="USD"))
                except InvalidRequest as fault:
                    found = None if not allowed else fault
                except Exception as fault:
                    found = fault
            written += allowed
            if found != (value if allowed else None):
                wrong.append((model.__module__, value, found))
    assert wrong == []
    assert written > TIMES


def models(made: Made, base: type) -> Iterator[tuple[Node, Any, Node, Random]]:
    """The models of one side, each with its document and its schema."""
    for name, document in made.documents.items():
        module = importlib.import_module(f"{name}.models")
        for schema_name, schema in document["components"]["schemas"].items():
            if "properties" in schema:
                model = getattr(module, schema_name)
                if issubclass(model, base):
                    yield document, model, schema, Random(f"{name} {schema_name}")


def values(document: Node, schema: Node, chance: Random) -> Iterator[Any]:
    for _ in range(VALUES):
        try:
            yield instance(chance, document, schema)
        except TooDeep:
            continue


def attributes(model: type) -> list[str]:
    own = {key for each in model.__mro__ for key, value in vars(each).items()}
    return [key for key in own if isinstance(getattr(model, key), property)]
