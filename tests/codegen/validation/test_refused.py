"""What no client can be made of is refused, by generator and lint alike, in one line that says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.lint import problems
from codegen.reading.bundle import bundle
from tests.codegen.generator import DOCUMENTS, generate


def changed(tmp_path: Path, old: str, new: str, *, everywhere: bool = False) -> Path:
    text = (DOCUMENTS / "kiosk.yaml").read_text()
    assert old in text
    document = tmp_path / "kiosk.yaml"
    document.write_text(text.replace(old, new, -1 if everywhere else 1))
    return document


PARAMETER = "{name: note, in: query, description: A note., schema: {type: string, maxLength: 9}}"


def a_parameter(text: str) -> tuple[str, str]:
    return PARAMETER, f"{{name: note, {text}}}"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (
            ("        fee:", "        org: {type: string, x-tenant: org}\n        fee:"),
            "Line/properties/org: x-tenant where no client",
        ),
        (
            (
                "        word: {",
                "        inner: {$ref: '#/components/schemas/CartInput'}\n        word: {",
            ),
            "CartInput/properties/region: x-tenant where no",
        ),
        (
            ("region: {type: string,", "region: {type: array, items: {type: string},"),
            "properties/region: x-tenant on what is no plain",
        ),
        (
            a_parameter("in: query, x-tenant: region, schema: {type: integer, format: int32}"),
            "patch/parameters (note): x-tenant on what is no plain text",
        ),
        (
            a_parameter("in: query, schema: {type: string, x-tenant: region}"),
            "schema: x-tenant where no client",
        ),
        (
            a_parameter("in: cookie, schema: {type: string}"),
            "parameters (note): a parameter in cookie",
        ),
        (a_parameter("in: query"), "patch/parameters (note): 'schema' is a required property"),
        (
            a_parameter("in: path, required: true, schema: {type: string}"),
            "parameters (note): is not in the path",
        ),
        (
            ("/carts/{cartId}:", "/carts/{cartId}/{line}:"),
            "get: {line} of the path is no parameter",
        ),
        (
            ("      responses: *done", "      responses: {default: {description: Done.}}"),
            "responses/default: answers of no one status without x-error",
        ),
        (
            ("      responses: *done", "      responses: {4XX: {description: Done.}}"),
            "responses/4XX: answers of no one status without x-error",
        ),
        (("      operationId: resend\n", ""), "'operationId' is a required property"),
        (("#/components/parameters/CartId", "#/components/parameters/Nope"), "names nothing"),
    ],
)
def test_what_no_client_can_be_made_of_is_refused_by_generator_and_lint(
    tmp_path: Path, change: tuple[str, str], complaint: str
) -> None:
    document = changed(tmp_path, *change)

    run = generate("--document", document, "--output", tmp_path / "out")

    assert run.returncode == 1
    assert run.stderr.startswith("generation failed: kiosk.yaml #/")
    assert complaint in run.stderr
    assert len(run.stderr.splitlines()) == 1
    found = [str(problem) for problem in problems(bundle(document))]
    assert any(complaint in line for line in found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (
            ("'204': {description: Not there.", "204: {description: Not there."),
            "/paths/~1carts~1{cartId}/get/responses/204 (its key): is not a JSON value; write it as text",
        ),
        (
            ("#/components/parameters/CartId", "parts.yaml#/components/parameters/CartId"),
            "kiosk.yaml #/paths/~1carts~1{cartId}/parameters/0: $ref parts.yaml#/components/parameters"
            "/CartId names no file; name one that is there",
        ),
        (("openapi: 3.1.0", "openapi: [3.1.0"), "kiosk.yaml: no YAML: "),
        (
            ("PricedInput", "Operation"),
            "#/components/schemas/Operation: the name 'Operation' is taken",
        ),
        (("PricedInput", "Money"), "the name 'Money' is taken"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(
    tmp_path: Path, change: tuple[str, str], complaint: str
) -> None:
    document = changed(tmp_path, *change, everywhere=True)

    run = generate("--document", document, "--output", tmp_path / "out")

    assert run.returncode == 1
    assert run.stderr.startswith("generation failed: kiosk.yaml")
    assert complaint in run.stderr
    assert len(run.stderr.splitlines()) == 1
