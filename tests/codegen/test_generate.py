"""The generator: what it writes, what it refuses, and that nothing upstream changed unseen."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.codegen.generator import (
    DOCUMENTS,
    GOLDEN,
    generate,
    generated_in,
    tree,
    write_sources_as_json,
)
from tests.conftest import ROOT


def test_a_document_with_every_kind_of_schema_gives_the_golden_code(tmp_path: Path) -> None:
    run = generate("--document", DOCUMENTS / "shop.yaml", "--output", tmp_path / "shop")

    assert run.returncode == 0, run.stderr
    assert tree(tmp_path / "shop") == tree(GOLDEN)


def test_the_upstream_templates_that_ours_replace_are_the_ones_we_know() -> None:
    run = generate("--upstream-hashes")

    pinned = json.loads((ROOT / "codegen" / "templates" / "upstream.json").read_text())
    assert json.loads(run.stdout) == pinned
    assert "model.py.jinja" in pinned


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for part in ("openapi", "codegen", "generated", "src/commerce_sdk/sandbox/documents"):
        shutil.copytree(ROOT / part, tmp_path / part)
    for name in ("__init__.pyi", "_names.py"):
        shutil.copy(ROOT / "src/commerce_sdk" / name, tmp_path / "src/commerce_sdk" / name)
    return tmp_path


def test_the_drift_check_passes_on_what_is_committed(checkout: Path) -> None:
    assert generated_in(checkout, "--check").returncode == 0


@pytest.fixture
def small(checkout: Path) -> Path:
    """Without the documents that take most of the time; those that are left come first and last."""
    for name in ("commerce", "commerce_layer"):
        (checkout / f"openapi/{name}.yaml").unlink()
        (checkout / f"src/commerce_sdk/sandbox/documents/{name}.json").unlink()
        shutil.rmtree(checkout / f"generated/commerce_sdk_api/{name}")
    write_sources_as_json(checkout)
    return checkout


@pytest.mark.parametrize(
    "where",
    [
        "generated/commerce_sdk_api/storefront/models/order.py",
        "src/commerce_sdk/sandbox/documents/storefront.json",
        "src/commerce_sdk/_names.py",
    ],
)
def test_the_drift_check_fails_on_one_byte(small: Path, where: str) -> None:
    changed = small / where
    changed.write_bytes(changed.read_bytes() + b" ")

    run = generated_in(small, "--check")

    assert run.returncode == 1
    assert "differs: " in run.stdout
    assert changed.name in run.stdout


def test_the_drift_check_names_a_stray_and_a_missing_file(small: Path) -> None:
    package = small / "generated" / "commerce_sdk_api" / "admin"
    (package / "by_hand.py").write_text("")
    (package / "operations.py").unlink()

    said = generated_in(small, "--check").stdout

    assert "not generated: commerce_sdk_api/admin/by_hand.py" in said
    assert "missing: commerce_sdk_api/admin/operations.py" in said


OPERATION = """openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: 'https://t.invalid'}]
paths:
  /a:
    post:
      operationId: do_it
      x-rate-limit: []
      x-retry: {class: never}
      requestBody:
        {content: {application/json: {schema: {$ref: '#/components/schemas/In'}}}}
      responses:
        '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Out'}}}}
components:
  schemas:
"""
IN = "    In: {type: object, properties: {a: {type: string}}}\n"
OUT = "    Out: {type: object, properties: {a: {type: string}}}\n"


@pytest.mark.parametrize(
    ("schemas", "complaint"),
    [
        (
            IN + "    Out: {type: object, properties: {a: {$ref: '#/components/schemas/In'}}}\n",
            "#/components/schemas/In: is part of requests and of answers",
        ),
        (
            IN + OUT + "    Lost: {type: object, properties: {a: {type: string}}}\n",
            "Lost: no operation reaches this schema",
        ),
        (
            IN + "    Out: {type: object, properties: {a: {type: string, enum: [x]}}}\n",
            "#/components/schemas/Out/properties/a: an enum without a name",
        ),
        (
            IN + "    Out: {type: object, properties: {a: {type: [string, integer]}}}\n",
            "Out/properties/a: several types in one schema",
        ),
        (
            IN
            + "    Out: {type: object, properties: {a: {oneOf: [{type: string}, {type: integer}]}}}\n",
            "#/components/schemas/Out/properties/a: a oneOf of several schemas needs a discriminator",
        ),
        (
            IN + "    Out: {type: object, properties: {aB: {type: string}, a_b: {type: string}}}\n",
            "#/components/schemas/Out/properties/a_b: 'a_b' and 'aB' would have one name",
        ),
        (
            OUT + "    In: {type: object, properties: {a: {type: string, pattern: '\\p{L}'}}}\n",
            "In/properties/a: pattern \\p{L}: \\p means something else in Python",
        ),
        (
            OUT + "    In: {type: object, properties: {a: {type: string, minimum: 1}}}\n",
            "In/properties/a: minimum says nothing of this type of value",
        ),
        (
            IN
            + "    Out: {type: object, properties: {a: {$ref: '#/components/schemas/Nowhere'}}}\n",
            "$ref #/components/schemas/Nowhere names nothing",
        ),
    ],
)
def test_what_cannot_be_generated_faithfully_is_refused(
    tmp_path: Path, schemas: str, complaint: str
) -> None:
    document = tmp_path / "t.yaml"
    document.write_text(OPERATION + schemas)

    run = generate("--document", document, "--output", tmp_path / "out")

    assert run.returncode == 1
    assert complaint in run.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("families", "errors", "complaint"),
    [
        ("{}", [("400", "Out")], "post/responses/400: x-error: odd is described nowhere"),
        (
            "{odd: {}}",
            [("400", "Out"), ("404", "Other")],
            "#/x-error-families/odd: a family of several schemas",
        ),
    ],
)
def test_errors_of_no_family_and_families_of_two_schemas_are_refused(
    tmp_path: Path, families: str, errors: list[tuple[str, str]], complaint: str
) -> None:
    document = tmp_path / "t.yaml"
    answers = "".join(
        f"        '{status}': {{description: d, x-error: odd, content: "
        f"{{application/json: {{schema: {{$ref: '#/components/schemas/{schema}'}}}}}}}}\n"
        for status, schema in errors
    )
    other = OUT.replace("Out:", "Other:")
    document.write_text(
        OPERATION.replace("components:\n", f"{answers}x-error-families: {families}\ncomponents:\n")
        + IN
        + OUT
        + (other if len(errors) > 1 else "")
    )

    run = generate("--document", document, "--output", tmp_path / "out")

    assert run.returncode == 1
    assert complaint in run.stderr


def test_a_bound_of_a_parameter_that_cannot_be_kept_is_refused(tmp_path: Path) -> None:
    document = tmp_path / "t.yaml"
    bounded = "parameters: [{name: p, in: query, schema: {type: string, pattern: '(?<=a)'}}]"
    document.write_text(
        OPERATION.replace("x-rate-limit: []", f"x-rate-limit: []\n      {bounded}") + IN + OUT
    )

    run = generate("--document", document, "--output", tmp_path / "out")

    assert run.returncode == 1
    assert "post/parameters (p)/schema: pattern (?<=a): (?< means something else" in run.stderr


LIST = OPERATION.replace(
    "x-retry: {class: never}", "x-retry: {class: safe}\n      x-pagination: PAGING"
)


@pytest.mark.parametrize(
    ("paging", "complaint"),
    [
        (
            "{strategy: offset, cursor: a, items: a}",
            "/strategy: 'offset' is not one of",
        ),
        ("{cursor: a, items: a}", ": 'strategy' is a required property"),
        (
            "[{strategy: link, items: a, next: a}, {strategy: seek, items: a}]",
            "/1/strategy: 'seek' is not one of",
        ),
        ("{strategy: link, items: $, next: a}", "/items: '$' does not match"),
        ("{strategy: link, next: a}", ": 'items' is a required property"),
    ],
)
def test_a_list_that_nobody_can_follow_is_refused_in_one_line(
    tmp_path: Path, paging: str, complaint: str
) -> None:
    document = tmp_path / "t.yaml"
    document.write_text(LIST.replace("PAGING", paging) + IN + OUT)

    run = generate("--document", document, "--output", tmp_path / "out")

    assert run.returncode == 1
    assert run.stderr.startswith(
        f"generation failed: t.yaml #/paths/~1a/post/x-pagination{complaint}"
    )
    assert len(run.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()
