"""Parameters and bodies that cannot be sent as the document says: one line each, at their place."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen.reading.bundle import bundle
from codegen.validation.faults import faults
from tests.codegen.generator import DOCUMENTS, GOLDEN, generate

Node = dict[str, Any]
DOCUMENT = bundle(DOCUMENTS / "parameters.yaml")
TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}
FLAT = {"$ref": "#/components/schemas/Strict"}


def changed(change: Callable[[Node], Any]) -> Node:
    document = copy.deepcopy(DOCUMENT)
    change(document)
    return document


def complaints(document: Node) -> list[str]:
    return list(map(str, faults(document)))


def parameter(**said: Any) -> Node:
    """The document with one parameter more, in the query unless it says another place."""
    whole = {"name": "extra", "in": "query", "schema": TEXT, **said}
    return changed(lambda document: document["paths"]["/old"]["get"]["parameters"].append(whole))


def body(content: Node, *, method: str = "put", **said: Any) -> Node:
    """The document with another body of `/forms`."""

    def change(document: Node) -> None:
        operation = {**document["paths"]["/forms"]["put"], **said}
        operation["requestBody"] = {"content": content}
        document["paths"]["/forms"][method] = operation

    return changed(change)


def form(**properties: Any) -> Node:
    """The document with another property of its form."""
    return changed(
        lambda document: document["components"]["schemas"]["FormInput"]["properties"].update(
            properties
        )
    )


def test_what_can_be_sent_is_not_refused() -> None:
    assert complaints(DOCUMENT) == []


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ({"in": "cookie"}, "a parameter in cookie; only those in path, query, header"),
        ({"style": "label"}, "style 'label' of a parameter in query; leave style out"),
        ({"style": "form", "in": "header"}, "style 'form' of a parameter in header"),
        ({"style": "pipeDelimited"}, "style pipeDelimited of what is no list"),
        ({"style": "spaceDelimited", "explode": True, "schema": TEXTS}, "write explode: false"),
        ({"schema": FLAT}, "an object has no text; write style: deepObject"),
        ({"schema": {"type": "object"}}, "an object has no text"),
        ({"schema": {"type": ["string", "null"]}}, "a parameter that may be null"),
        ({"schema": {"oneOf": [TEXT, {"type": "null"}]}}, "a parameter that may be null"),
        ({"schema": {}}, "what it holds has no text"),
        ({"schema": {"type": "string", "format": "binary"}}, "what it holds has no text"),
        ({"schema": {"type": "array", "items": TEXTS}}, "a list of what is no scalar"),
        ({"schema": {"type": "array", "items": FLAT}}, "a list of what is no scalar"),
        ({"schema": {"type": "array", "items": {}}}, "a list of what is no scalar"),
        ({"schema": {"type": "array", "items": {"type": ["string", "null"]}}}, "may be null"),
        ({"style": "deepObject"}, "style deepObject of what is no object with a name"),
        (
            {"style": "deepObject", "schema": {"type": "object", "properties": {"a": TEXT}}},
            "style deepObject of what is no object with a name",
        ),
        (
            {"style": "deepObject", "schema": {"$ref": "#/components/schemas/FormInput"}},
            "style deepObject with 'tags', which is no scalar",
        ),
        (
            {"style": "deepObject", "schema": {"type": "object", "additionalProperties": TEXTS}},
            "a map of what is no scalar, or may be null; write values of type string",
        ),
        (
            {"style": "deepObject", "schema": {"type": "object", "additionalProperties": {}}},
            "style deepObject of what is no object with a name",
        ),
        ({"in": "header", "name": "X Id"}, "no header can have this name"),
        ({"in": "header", "name": "größe"}, "no header can have this name"),
        ({"in": "header", "name": "Content-Type"}, "a header that the client itself sends"),
        ({"name": "size"}, "(size): stands there twice"),
        ({"name": "Order"}, "would be the argument 'order', as order is; write x-python-name"),
        ({"name": "--"}, "nothing of its name is left for Python; write x-python-name"),
        ({"name": ""}, "nothing of its name is left for Python"),
        ({"x-python-name": "order"}, "would be the argument 'order'"),
        ({"x-python-name": "class"}, "x-python-name 'class' is taken"),
        ({"x-python-name": "body"}, "x-python-name 'body' is taken"),
        ({"x-python-name": "region", "x-tenant": "region"}, "x-python-name of what the client"),
        ({"x-secret": True, "schema": TEXTS}, "x-secret on what is no text"),
    ],
)
def test_a_parameter_that_cannot_be_sent_is_refused(said: Node, complaint: str) -> None:
    (found,) = complaints(parameter(**said))
    assert found.startswith("#/paths/~1old/get/parameters (")
    assert complaint in found


def test_a_header_of_a_credential_is_refused() -> None:
    document = parameter(**{"in": "header", "name": "x-key"})
    key = {"type": "apiKey", "in": "header", "name": "X-Key"}
    document["components"]["securitySchemes"] = {"key": key}
    assert ["a header that is a credential's" in each for each in complaints(document)] == [True]


def test_a_part_of_the_path_has_to_be_there() -> None:
    def change(document: Node) -> None:
        del document["paths"]["/lists/{ids}"]["get"]["parameters"][0]["required"]

    (found,) = complaints(changed(change))
    assert "(ids): a part of the path that may be left out; write required: true" in found


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("/a b", "the path holds ' '; write it percent-encoded"),
        ('/"x"', "the path holds '\"'"),
        ("/x?y=1", "the path holds '?'"),
        ("/100%", "the path holds '%'"),
        ("/{", "the path holds '{'"),
        ("/ü", "the path holds 'ü'"),
        ("old", "a path that does not begin with '/'"),
        ("/a/../b", "a path with a step '.' or '..'"),
    ],
)
def test_a_path_is_what_is_sent(path: str, complaint: str) -> None:
    def change(document: Node) -> None:
        document["paths"][path] = document["paths"].pop("/old")

    found = complaints(changed(change))
    assert all(complaint in each for each in found)
    assert len(found) == 2  # one for each operation


JSON, FORM = "application/json", "application/x-www-form-urlencoded"
ENTRY = {"schema": {"$ref": "#/components/schemas/FormInput"}}
PAGES = {"strategy": "body-cursor", "cursor": "name", "items": "data", "next": "next"}
BY_BODY: Node = {"x-pagination": PAGES}
KEYED: Node = {"x-retry": {"class": "keyed", "key": "name", "read-back": "find"}}


@pytest.mark.parametrize(
    ("document", "complaint"),
    [
        (body({"multipart/form-data": ENTRY}), "a body of multipart/form-data; only"),
        (body({"application/xml": ENTRY}), "a body of application/xml"),
        (body({"text/plain": {"schema": TEXT}}), "a body of text/plain"),
        (body({"application/octet-stream": ENTRY}), "a body of application/octet-stream"),
        (body({"*/*": ENTRY}), "a body of */*"),
        (body({JSON: {"schema": {}}}), "a body without a schema"),
        (body({}), "a body without content"),
        (body({JSON: {"schema": {"properties": {"a": TEXT}}}}), "an object without a name"),
        (body({FORM: {"schema": {"properties": {"a": TEXT}}}}), "an object without a name"),
        (body({FORM: {"schema": TEXTS}}), "a form of what is no object"),
        (body({JSON: ENTRY}, method="get"), "a body of a get, which servers do not read"),
        (body({JSON: ENTRY}, method="head"), "a body of a head"),
        (body({FORM: ENTRY}, **KEYED), "x-retry: keyed with a form; write class: never"),
        (body({JSON: {"schema": TEXTS}}, **KEYED), "x-retry: keyed with a body that is no object"),
        (
            body({FORM: ENTRY}, **BY_BODY),
            "a body-cursor in a form",
        ),
    ],
)
def test_a_body_that_cannot_be_written_is_refused(document: Node, complaint: str) -> None:
    (found,) = complaints(document)
    assert found.startswith("#/paths/~1forms/")
    assert "/requestBody" in found
    assert complaint in found


@pytest.mark.parametrize(
    ("prop", "complaint"),
    [
        ({"type": ["string", "null"]}, "'extra' in a form is neither of these; write a scalar"),
        (FLAT, "'extra' in a form is neither of these"),
        ({"type": "array", "items": FLAT}, "'extra' in a form is neither of these"),
        ({"type": "string", "x-tenant": "region"}, "x-tenant in a form (extra)"),
    ],
)
def test_a_form_is_flat(prop: Node, complaint: str) -> None:
    found = complaints(form(extra=prop))
    assert len(found) == 2  # one for each operation
    assert all(complaint in each for each in found)


def test_two_content_types_are_json_of_one_schema() -> None:
    for content in (
        {JSON: ENTRY, FORM: ENTRY},
        {JSON: ENTRY, "application/a+json": {"schema": TEXTS}},
    ):
        found = complaints(body(content))
        assert found
        assert all("one of several content types; leave one" in each for each in found)


def test_a_tenant_in_a_body_that_may_be_null_is_filled_by_nobody() -> None:
    def change(document: Node) -> None:
        document["components"]["schemas"]["OtherInput"] = {
            "type": "object",
            "properties": {"region": {"type": "string", "x-tenant": "region"}},
        }
        either = [{"$ref": "#/components/schemas/OtherInput"}, {"type": "null"}]
        content = document["paths"]["/bodies"]["patch"]["requestBody"]["content"]
        content[JSON]["schema"] = {"oneOf": either}

    (found,) = complaints(changed(change))
    assert "x-tenant where no client fills it" in found


def test_a_refusal_leaves_what_stands_there(tmp_path: Path) -> None:
    source = tmp_path / "parameters.yaml"
    source.write_text(json.dumps(parameter(style="matrix")))
    (tmp_path / "out").mkdir()
    ours = (GOLDEN / "__init__.py").read_text()
    (tmp_path / "out" / "__init__.py").write_text(ours)
    run = generate("--document", source, "--output", tmp_path / "out")
    assert run.returncode == 1
    assert run.stderr.startswith("generation failed: parameters.yaml #/paths/~1old/get/parameters")
    assert len(run.stderr.splitlines()) == 1
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["__init__.py"]
    assert (tmp_path / "out" / "__init__.py").read_text() == ours
