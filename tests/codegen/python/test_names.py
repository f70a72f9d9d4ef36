"""Names and sentences of a document are data: whatever they are, what is made of them is Python,
and means what the document says."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from commerce_sdk import Money
from commerce_sdk.document.model import Model, read_json
from commerce_sdk.document.request_model import RequestModel
from commerce_sdk.runtime.call.slices import read_answer
from tests.codegen.generator import DOCUMENTS, TOOLS, generate
from tests.codegen.packages import api, made, models, type_check
from tests.conftest import ROOT

pytestmark = pytest.mark.anyio
TAG = "all_things_there_are"


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with made("signs", tmp_path_factory.mktemp("generated")) as package:
        yield package


@pytest.fixture(scope="module")
def document() -> Any:
    return YAML(typ="safe", pure=True).load((DOCUMENTS / "signs.yaml").read_text("utf-8"))


def values(properties: dict[str, Any]) -> dict[str, Any]:
    """One value for each property, which tells it from the others."""
    of_type = {"string": "text of {}", "number": 3, "array": ["a"], "object": {"a": 1}}
    found = {}
    for index, (wire, schema) in enumerate(properties.items()):
        value: Any = of_type.get(schema.get("type", "string"), 0)
        value = value.format(index) if isinstance(value, str) else value
        value = "2026-01-02T03:04:05Z" if schema.get("format") == "date-time" else value
        found[wire] = "name" if "$ref" in schema else value
    return {**found, "property": "USD"}


def test_what_is_made_is_python_for_type_checkers_as_well(names: Any) -> None:
    assert type_check(names) == ""


def test_every_property_goes_out_and_comes_back_under_its_own_name(
    names: Any, document: Any
) -> None:
    sent = values(document["components"]["schemas"]["Thing"]["properties"])
    body = models(names).ThingInput.from_dict(sent)
    assert body.to_dict() == sent
    thing = models(names).Thing.from_dict(sent)
    assert thing.to_dict() == sent
    assert thing.unknown_fields == {}
    assert read_json(models(names).Thing, thing.to_json()).to_dict() == sent


@pytest.mark.parametrize(
    ("attribute", "wire"),
    [
        ("property_", "property"),
        ("datetime_", "datetime"),
        ("money", "Money"),
        ("any", "Any"),
        ("unset", "UNSET"),
        ("msgspec_", "msgspec"),
        ("class_", "class"),
        ("none", "None"),
        ("true_", "True"),
        ("self_", "self"),
        ("mro", "mro"),
        ("to_dict_", "to_dict"),
        ("to_json_", "toJson"),
        ("sdk_currency_", "sdk_currency"),
        ("field_sdk_currency", "_sdk_currency"),
        ("currency_places_", "currency_places"),
        ("field_init", "__init__"),
        ("field_id", "_id"),
        ("field_99", "99"),
        ("日本", "日本"),
        ("fine", "ﬁne"),
        ("x", "{{x}}"),
        ("newline", "new\nline"),
        ("lineend", "line\u2028end"),
        ("quotes", '"""'),
        ("dash", "-"),
        ("empty", ""),
        ("user_id", "userId"),
        ("user_id_of_old", "user_id"),
    ],
)
def test_a_name_that_python_cannot_have_gets_one(
    names: Any, document: Any, attribute: str, wire: str
) -> None:
    sent = values(document["components"]["schemas"]["Thing"]["properties"])
    for thing in (
        models(names).Thing.from_dict(sent),
        models(names).ThingInput.from_dict(sent),
        models(names).ThingInput(**{attribute: sent[wire]}),
    ):
        assert getattr(thing, attribute) == sent[wire]


def test_what_classes_have_themselves_is_no_propertys_name() -> None:
    listing = "from codegen.python.names import OF_MODELS; print(sorted(OF_MODELS))"
    taken = set(ast.literal_eval(_tool(listing)))
    for cls in (Model, RequestModel):
        own = {name.lstrip("_") for name in dir(cls) if not name.startswith("__")}
        assert own <= taken


def _tool(code: str) -> str:
    run = [str(TOOLS), "-c", code]
    return subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_an_amount_is_in_the_currency_that_an_odd_name_says(names: Any) -> None:
    thing = read_json(models(names).Thing, b'{"fee": 2.5, "property": "USD"}')
    assert thing.fee == Money.of("2.5", "USD")
    body = models(names).ThingInput(fee=Money.of("2", "USD"))
    assert body.to_dict() == {"fee": 2, "property": "USD"}


def test_the_members_of_an_enum_are_its_values(names: Any, document: Any) -> None:
    kind, said = models(names).Kind, document["components"]["schemas"]["Kind"]["enum"]
    assert [member.value for member in kind] == said
    assert (kind.NAME.value, kind("name").name, kind("news").value) == ("name", "NAME", "news")


async def test_a_list_goes_on_by_attributes_with_names_of_their_own(names: Any) -> None:
    listing = api(names, TAG, "list_things")
    request = listing.build(from_="a")
    assert request.query == (("from", "a"),)
    page = await read_answer(request, 200, b'{"read": {"rows": [{"userId": "u"}], "next": "n"}}')
    (paging,) = listing.OPERATION.pagination
    found: list[Any] = []
    for place in (paging.items, paging.next):
        value: Any = page
        for step in place:
            value = getattr(value, step)
        found.append(value)
    assert [each.user_id for each in found[0]] == ["u"]
    assert found[1] == "n"


BASE = """openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: 'https://t.invalid'}]
security: []
paths:
  /a:
    get:
      operationId: OPERATION
      tags: TAGS
      x-rate-limit: []
      x-retry: {class: safe}
      responses:
        '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
components:
  schemas:
    Thing: {type: object, properties: PROPERTIES}
"""
KIND = "{k: {$ref: '#/components/schemas/K'}}}\n    K: {type: string, "
PLACE = "#/components/schemas/Thing/properties"


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"PROPERTIES": "{'-': {type: string}}"}, f"{PLACE}/-: nothing is left of '-'"),
        ({"PROPERTIES": "{'': {type: string}}"}, f"{PLACE}/: nothing is left of ''"),
        (
            {"PROPERTIES": "{'commerce_sdk:a': {}}"},
            f"{PLACE}/commerce_sdk:a: 'commerce_sdk:a' begins",
        ),
        (
            {"PROPERTIES": "{userId: {type: string}, user_id: {type: string}}"},
            f"{PLACE}/user_id: 'user_id' and 'userId' would have one name in Python, user_id; give "
            "one of them another by x-python-name",
        ),
        (
            {"PROPERTIES": "{ﬁne: {type: string}, fine: {type: string}}"},
            f"{PLACE}/fine: 'fine' and 'ﬁne' would have one name",
        ),
        (
            {"PROPERTIES": "{a: {type: string, x-python-name: to_dict}}"},
            f"{PLACE}/a: x-python-name 'to_dict' is taken",
        ),
        (
            {"PROPERTIES": "{a: {type: string, x-python-name: class}}"},
            f"{PLACE}/a: x-python-name 'class' is no name of an attribute",
        ),
        (
            {"PROPERTIES": "{a: {type: string, x-python-name: Money}}"},
            f"{PLACE}/a: x-python-name 'Money' is no name of an attribute",
        ),
        (
            {"PROPERTIES": "{a: {type: array, items: {type: string, x-python-name: b}}}"},
            f"{PLACE}/a/items: x-python-name where no property stands",
        ),
        ({"OPERATION": "import"}, "#/paths/~1a/get/operationId: the name 'import' is taken"),
        ({"OPERATION": "getThing"}, "#/paths/~1a/get/operationId: operationId 'getThing' is not"),
        ({"OPERATION": "dict"}, "#/paths/~1a/get/operationId: the name 'dict' is taken"),
        ({"TAGS": "[a, b]"}, "#/paths/~1a/get/tags: 2 tags; choose the one"),
        ({"TAGS": "['-']"}, "#/paths/~1a/get/tags: nothing is left of the tag '-'"),
        (
            {"Thing": "thing"},
            "#/components/schemas/thing: 'thing' is no name of a class; write it like Thing",
        ),
        ({"Thing": "None"}, "#/components/schemas/None: the name 'None' is taken"),
        ({"Thing": "Money"}, "#/components/schemas/Money: the name 'Money' is taken"),
        (
            {
                "Thing: {type: object": "HTTPThing: {type: object, properties: {}}\n"
                "    HttpThing: {type: object",
                "/Thing": "/HttpThing",
            },
            "#/components/schemas/HttpThing: its module would be that of HTTPThing, http_thing.py",
        ),
        (
            {"PROPERTIES": '{"a\\ud800": {type: string}}'},
            ": nothing that JSON can hold",
        ),
        (
            {"PROPERTIES": KIND + "enum: [a b, a-b]"},
            "#/components/schemas/K: 'a b' and 'a-b' would have one name in Python, A_B; write "
            "other names by x-enum-varnames",
        ),
        (
            {"PROPERTIES": KIND + "enum: [a], x-enum-varnames: [name]"},
            "#/components/schemas/K: 'name' is no name of a member",
        ),
        (
            {"PROPERTIES": KIND + "enum: [a], x-enum-varnames: [A, B]"},
            "#/components/schemas/K: x-enum-varnames does not name each of the 1 values",
        ),
    ],
)
def test_a_name_that_nothing_can_be_made_of_is_refused_in_one_line(
    tmp_path: Path, given: dict[str, str], complaint: str
) -> None:
    usual = {"OPERATION": "get_thing", "TAGS": "[]", "PROPERTIES": "{}"}
    text = BASE
    for old, new in {**given, **{k: v for k, v in usual.items() if k not in given}}.items():
        text = text.replace(old, new)
    (tmp_path / "t.yaml").write_text(text, "utf-8")

    run = generate("--document", tmp_path / "t.yaml", "--output", tmp_path / "out")

    assert run.returncode == 1
    assert run.stderr.startswith(
        f"generation failed: t.yaml{'' if complaint[0] == ':' else ' '}{complaint}"
    )
    assert len(run.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()
