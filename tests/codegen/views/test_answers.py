"""Every shape that an answer can have is read as the document says it, and every other is refused:
the answer by its reader, the document by the generator."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import ApiError, DecodeError, Money, defaults
from commerce_sdk.document.reading import UnknownVariant
from commerce_sdk.runtime.call import slices
from commerce_sdk.runtime.downloads import Download
from tests.codegen.answered import Answered
from tests.codegen.generator import generate
from tests.codegen.packages import api, made, models
from tests.support.type_checker import strictly_checked

pytestmark = pytest.mark.anyio

UTC = datetime.UTC
THINGS = b'[{"id":"a","total":1.5,"currency":"USD"},null,{"total":7,"currency":"JPY","new":[1.50]}]'


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with made("answers", tmp_path_factory.mktemp("generated")) as package:
        yield package


async def asked(
    answers: Any, name: str, content: bytes, status: int = 200, media: str = "application/json"
) -> Any:
    """What the call of an operation gives, for an answer."""
    answer = httpx.Response(status, content=content, headers={"content-type": media})
    async with Answered(answers, answer).client as client:
        return await client._core.ask(api(answers, "default", name).build())


# --- lists and maps


@pytest.mark.parametrize("name", ["list_things", "named_list"])
async def test_a_list_of_objects_is_one_each_in_its_own_currency(answers: Any, name: str) -> None:
    found = await asked(answers, name, THINGS)
    assert [type(each).__name__ for each in found] == ["Thing", "Thing"]
    assert [each.total for each in found] == [Money.of("1.5", "USD"), Money.of("7", "JPY")]
    assert found[1].to_dict() == {"total": 7, "currency": "JPY", "new": [Decimal("1.50")]}
    assert await asked(answers, name, b"[]") == []


async def test_a_map_of_objects_keeps_its_nulls(answers: Any) -> None:
    content = b'{"a":{"total":1,"currency":"USD"},"b":null,"c":{"new":"\xc3\xa9","total":2}}'
    found = await asked(answers, "map_things", content)
    assert list(found) == ["a", "b", "c"]
    assert found["a"].total == Money.of("1", "USD")
    assert found["b"] is None
    assert found["c"].unknown_fields == {"new": "é"}


async def test_values_of_lists_and_maps_read_as_attributes_do(answers: Any) -> None:
    assert await asked(answers, "list_of_lists", b"[[1,2.50],null,[null,3]]") == [
        [Decimal(1), Decimal("2.50")],
        [Decimal(3)],
    ]
    colours = await asked(answers, "list_colours", b'["red",null,"blue"]')
    assert colours == [models(answers).Colour.RED, "blue"]
    assert type(colours[1]) is models(answers).Colour
    instants = await asked(
        answers, "map_instants", b'{"a":"2024-01-02T03:04:05Z","b":null,"c":"soon","d":5}'
    )
    at = datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert instants == {"a": at, "b": None, "c": "soon", "d": 5}
    assert await asked(answers, "get_free", b'{"a":[1.10,{"b":null}]}') == {
        "a": [Decimal("1.10"), {"b": None}]
    }
    assert await asked(answers, "list_or_null", b"[1.0, 2]") == [1, 2]


# --- one of several


async def test_a_union_is_the_variant_that_it_says(answers: Any) -> None:
    known = models(answers)
    cat = await asked(answers, "get_pet", b'{"kind":"cat","lives":9,"new":1}')
    assert (type(cat), cat.lives, cat.unknown_fields) == (known.Cat, 9, {"new": 1})
    for content in (b'{"kind":"bird","wings":2.50}', b'{"wings":2}', b'{"kind":["cat"]}'):
        bird = await asked(answers, "get_pet", content)
        assert type(bird) is UnknownVariant
        assert bird.to_dict() == json.loads(content, parse_float=Decimal)
    pets = await asked(answers, "list_pets", b'[{"kind":"dog"},null,{"kind":"bird"}]')
    assert [type(each) for each in pets] == [known.Dog, UnknownVariant]
    by_name = await asked(answers, "map_pets", b'{"a":{"kind":"cat"},"b":{"kind":"bird"},"c":null}')
    assert [type(each) for each in by_name.values()] == [known.Cat, UnknownVariant, type(None)]


async def test_what_may_be_null_is_null_or_what_it_is(answers: Any) -> None:
    assert await asked(answers, "get_maybe", b" null\n") is None
    assert (await asked(answers, "get_maybe", b'{"id":"a"}')).id == "a"
    assert await asked(answers, "list_or_null", b"null") is None
    assert await asked(answers, "get_day", b"null") is None


async def test_each_status_has_a_shape_of_its_own(answers: Any) -> None:
    read = {
        status: await asked(answers, "start_job", content, status)
        for status, content in (
            (200, b'{"id":"a"}'),
            (201, b'[{"id":"a"}]'),
            (202, b'{"url":"u"}'),
            (203, b'{"id":"b"}'),
            (204, b""),
        )
    }
    assert [type(each).__name__ for each in read.values()] == [
        *("Thing", "list", "Job", "Thing", "NoneType")
    ]


# --- scalars


@pytest.mark.parametrize(
    ("name", "content", "value"),
    [
        ("get_text", b'"a\\ud83d\\ude00"', "a\N{GRINNING FACE}"),
        ("get_text", b'""', ""),
        ("get_text", b'\xef\xbb\xbf"a"', "a"),
        ("get_text", b'"\\ud83d"', "\N{REPLACEMENT CHARACTER}"),
        ("get_secret", b'"s3cret"', "s3cret"),
        ("get_colour", b'"green"', "green"),
        ("get_colour", b'"blue"', "blue"),
        (
            "get_instant",
            b'"2024-01-02T03:04:05+00:00"',
            datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC),
        ),
        ("get_instant", b'"soon"', "soon"),
        ("get_epoch", b"1000", datetime.datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)),
        ("get_day", b'"2024-01-02"', datetime.date(2024, 1, 2)),
        (
            "get_uuid",
            b'"0AED15E5-3d09-4319-800d-d65a5e73f783"',
            "0AED15E5-3d09-4319-800d-d65a5e73f783",
        ),
        ("get_number", b"1.50", Decimal("1.50")),
        ("get_number", b"3", Decimal(3)),
        ("get_count", b"1.0", 1),
        ("get_count", b"-7", -7),
        ("get_flag", b"false", False),
    ],
)
async def test_a_scalar_reads_as_it_does_as_an_attribute(
    answers: Any, name: str, content: bytes, value: Any
) -> None:
    found = await asked(answers, name, content)
    assert found == value
    if name == "get_number":
        assert str(found) == str(value)
    if name in ("get_number", "get_count", "get_flag"):
        assert type(found) is type(value)
    if name == "get_secret":
        assert "s3cret" not in repr(found)


# --- what is no such answer


WRONG = {
    "list_things": [
        b"",
        b"null",
        b"{}",
        b'"a"',
        b"7",
        b'["a"]',
        b"[[]]",
        b'[{"id":"a"}',
        b"<html>",
    ],
    "list_of_lists": [b'["a"]', b'[{"a":1}]', b"[" * 5000 + b"]" * 5000],
    "map_things": [b"", b"null", b"[]", b'{"a":7}', b'{"a":[]}', b"true"],
    "get_free": [b"null", b"[]", b"1", b'{"a":' * 5000 + b"1" + b"}" * 5000],
    "get_pet": [b"", b"null", b"[]", b'"cat"'],
    "list_pets": [b"null", b'["cat"]', b"{}"],
    "get_maybe": [b"", b"  ", b"[]", b'"null"', b"nul"],
    "get_text": [b"", b"null", b"7", b"{}", b"[]", b"true", b"plain", b'"a" "b"'],
    "get_colour": [b"null", b"1", b'["red"]'],
    "get_instant": [b"null", b"7", b"{}"],
    "get_epoch": [b'"7"', b"1.5", b"true", b"null"],
    "get_day": [b"", b"7", b"[]"],
    "get_number": [b'"1.5"', b"true", b"null", b"NaN", b"[1]", b"1e9999999999999999999"],
    "get_count": [b"1.5", b'"1"', b"false", b"1e400", b"null"],
    "get_flag": [b"0", b'"true"', b"null", b"[]"],
    "start_job": [b"", b"null", b"[]", b'"a"'],
}


@pytest.mark.parametrize(
    ("name", "content"), [(name, each) for name, found in WRONG.items() for each in found]
)
async def test_another_kind_of_json_is_refused(answers: Any, name: str, content: bytes) -> None:
    with pytest.raises(DecodeError) as caught:
        await asked(answers, name, content)
    assert caught.value.status == 200
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("list_things", b'[{"id":"a"},"b"]', "$[1]"),
        ("list_of_lists", b'[[1],{"a":2}]', "$[1]"),
        ("map_things", b'{"a":{},"b":[]}', "$.b"),
        ("list_pets", b'[{"kind":"cat"},7]', "$[1]"),
        ("get_text", b"7", "$"),
        ("list_or_null", b"{}", "$"),
    ],
)
async def test_the_place_of_what_is_wrong_is_named(
    answers: Any, name: str, content: bytes, place: str
) -> None:
    with pytest.raises(DecodeError) as caught:
        await asked(answers, name, content)
    assert caught.value.path == place


# --- large ones


def large(kind: str) -> bytes:
    entries = [
        b'{"id":"%d","total":%d.50,"currency":"USD","new":"%b"}' % (index, index, b"x" * 200)
        for index in range(3000)
    ]
    entries[7] = b"null"
    if kind == "list_things":
        return b"[" + b",".join(entries) + b"]"
    return b"{" + b",".join(b'"\\u00e9%d":%b' % (i, each) for i, each in enumerate(entries)) + b"}"


@pytest.mark.parametrize("name", ["list_things", "map_things"])
async def test_a_large_answer_lets_others_have_their_turn(
    answers: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = large(name)
    request = api(answers, "default", name).build()
    turns = 0
    over = False

    async def others() -> None:
        nonlocal turns
        while not over:
            turns += 1
            await anyio.lowlevel.checkpoint()

    async with anyio.create_task_group() as group:
        group.start_soon(others)
        sliced = await slices.read_answer(request, 200, content)
        over = True
    assert turns >= len(content) // defaults.SLICE
    monkeypatch.setattr(defaults, "SLICED_FROM", len(content) + 1)
    assert await slices.read_answer(request, 200, content) == sliced
    entries = list(sliced.values()) if name == "map_things" else sliced
    assert entries[-1].total == Money.of("2999.5", "USD")
    assert len(entries) == 3000 - (name == "list_things")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list_things", b'[{"id":"a"},null,{"new":1}]'),
        ("list_things", b"[]"),
        ("list_things", b'[{"id":"a"},"b"]'),
        ("list_things", b'[{"id":"\xff"}]'),
        ("list_things", b'[{"id":"a"}'),
        ("list_things", b'{"a":1}'),
        ("list_or_null", b"null"),
        ("list_or_null", b"[1.0,null,2]"),
        ("list_colours", b'["red","blue",null,5]'),
        ("list_pets", b'[{"kind":"cat"},{"kind":"bird"}]'),
        ("map_things", b'{"a":{"id":"1"},"a":{"id":"2"},"b":null}'),
        ("map_things", b"{}"),
        ("map_things", b'{"a":[]}'),
        ("map_pets", b'{"\\ud83d":{"kind":"dog"}}'),
        ("map_instants", b'{"a":"2024-01-02T03:04:05Z"}'),
        ("get_free", b'{"a":[1.10],"b":{}}'),
    ],
)
async def test_parts_read_as_the_whole_does(
    answers: Any, name: str, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def outcome() -> Any:
        try:
            return await slices.read_answer(api(answers, "default", name).build(), 200, content)
        except DecodeError as error:
            return str(error), error.path

    whole = await outcome()
    monkeypatch.setattr(defaults, "SLICED_FROM", 0)
    monkeypatch.setattr(defaults, "SLICE", 1)
    assert await outcome() == whole


# --- what is asked for


async def test_all_types_of_an_answer_are_asked_for(answers: Any) -> None:
    either = Answered(answers, httpx.Response(200, json={"id": "a"}))
    async with either.client as client:
        assert (await client._core.ask(api(answers, "default", "get_either").build())).id == "a"
    assert either.requests[0].headers["accept"] == (
        "application/vnd.api+json; charset=utf-8, application/json"
    )


async def test_a_file_of_any_subtype_is_one_and_a_page_of_text_is_none(
    answers: Any, tmp_path: Path
) -> None:
    async def saved(media: str) -> bytes:
        answer = httpx.Response(200, content=b"bytes", headers={"content-type": media})
        async with Answered(answers, answer).client as client:
            download = Download(client._core, api(answers, "default", "get_picture").build())
            return (await download.save(tmp_path / "picture")).read_bytes()

    assert await saved("image/png") == b"bytes"
    assert await saved("Image/WebP; q=1") == b"bytes"
    with pytest.raises(DecodeError, match="text/html came where a file should be"):
        await saved("text/html")


# --- errors


@pytest.mark.parametrize(
    ("status", "family"),
    [
        (404, "plain"),
        (400, "problem"),
        (499, "problem"),
        (500, "plain"),
        (302, "plain"),
        (207, "plain"),
    ],
)
async def test_an_error_is_of_its_own_family_then_its_hundreds_then_the_default(
    answers: Any, status: int, family: str
) -> None:
    operation = api(answers, "default", "start_job").OPERATION
    assert operation.family_of(status) == family
    with pytest.raises(ApiError) as caught:
        await asked(answers, "start_job", b'{"code":"C"}', status)
    assert caught.value.status == status
    assert caught.value.code == "C"
    is_model = type(caught.value.body) is models(answers).Fault
    assert is_model == (family == "problem")


@pytest.mark.parametrize("status", [203, 206, 226])
async def test_a_default_makes_no_error_of_a_success(answers: Any, status: int) -> None:
    assert (await asked(answers, "start_job", b'{"id":"a"}', status)).id == "a"
    assert (await asked(answers, "get_either", b'{"id":"a"}', status)).id == "a"


async def test_an_error_that_is_text_has_it_as_its_body(answers: Any) -> None:
    with pytest.raises(ApiError) as caught:
        await asked(answers, "start_job", b"<html>Gone</html>", 404, "text/html")
    assert caught.value.body == "<html>Gone</html>"
    with pytest.raises(ApiError, match="not now") as caught:
        await asked(answers, "start_job", b"not now", 503, "text/plain; charset=utf-8")
    assert caught.value.body == "not now"
    with pytest.raises(ApiError) as caught:
        await asked(answers, "get_either", b'[{"code":"C"}]', 500)
    assert caught.value.status == 500


# --- what a type checker sees

TYPED = """\
import datetime
from decimal import Decimal
from typing import assert_type
from commerce_sdk.document.operation import Request
from commerce_sdk.document.reading import UnknownVariant
from answers.api.default import (
    get_day, get_maybe, get_number, get_pet, get_text, list_colours, list_pets, list_things,
    map_instants, map_things, start_job,
)
from answers.models import Cat, Colour, Dog, Job, Thing

assert_type(list_things.build(), Request[list[Thing]])
assert_type(map_things.build(), Request[dict[str, Thing | None]])
assert_type(map_instants.build(), Request[dict[str, datetime.datetime | str | None]])
assert_type(list_colours.build(), Request[list[Colour]])
assert_type(list_pets.build(), Request[list[Cat | Dog | UnknownVariant]])
assert_type(get_pet.build(), Request[Cat | Dog | UnknownVariant])
assert_type(get_maybe.build(), Request[Thing | None])
assert_type(get_text.build(), Request[str])
assert_type(get_day.build(), Request[datetime.date | str | None])
assert_type(get_number.build(), Request[Decimal])
assert_type(start_job.build(), Request[Job | Thing | list[Thing] | None])
"""


def test_the_types_are_those_of_the_document(answers: Any, tmp_path: Path) -> None:
    folder = Path(answers.__file__).parent
    program = tmp_path / "typed.py"
    program.write_text(TYPED)
    assert strictly_checked(program, folder, beside=folder.parent) == ""


# --- what nobody could read

ONE = """openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: 'https://t.invalid'}]
x-error-families: {odd: {}}
paths:
  /a/{id}:
    get:
      operationId: get_it
      x-rate-limit: []
      x-retry: {class: safe}PAGING
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: RESPONSES
components:
  schemas:
    Out: {type: object, properties: {a: {type: string}}}
    Price: {type: number, x-money: major}
    Word: {type: string}
    Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: k, mapping: {cat: '#/components/schemas/Cat'}}}
    Cat: {type: object, required: [k], properties: {k: {type: string, const: cat}}}
    All: {type: object, properties: {outs: {type: array, items: {$ref: '#/components/schemas/Out'}}, next: {type: string}, out: {$ref: '#/components/schemas/Out'}, pet: {$ref: '#/components/schemas/Pet'}}}
"""
KEPT = """'500': {description: d, x-error: odd}, '299': {description: d, content: \
{application/json: {schema: {$ref: '#/components/schemas/All'}}}}"""
PLACE = "#/paths/~1a~1{id}/get/responses"


def of(schema: str, kind: str = "application/json") -> str:
    return f"{{description: d, content: {{'{kind}': {{schema: {schema}}}}}}}"


def ref(name: str) -> str:
    return f"{{$ref: '#/components/schemas/{name}'}}"


@pytest.mark.parametrize(
    ("responses", "complaint"),
    [
        (f"200: {of(ref('Price'))}", "/200: an amount of money that nothing tells the currency of"),
        (
            f"200: {of('{type: array, items: ' + ref('Price') + '}')}",
            "/200: an amount of money that nothing tells the currency of",
        ),
        (f"200: {of('{}')}", "/200: a success of any kind at all; write its type"),
        (
            f"200: {of('{type: object, properties: {a: {type: string}}}')}",
            "/200/content/application~1json/schema: an object with properties needs a name",
        ),
        (
            f"200: {of('{type: string, enum: [a]}')}",
            "/200/content/application~1json/schema: an enum without a name",
        ),
        (
            f"200: {of('{type: array, items: {oneOf: [' + ref('Cat') + '], discriminator: {propertyName: k, mapping: {}}}}')}",
            "/200/content/application~1json/schema/items: a union without a name; move it to",
        ),
        (
            f"200: {of('{type: string}', 'text/csv')}",
            "/200/content/text~1csv: text/csv is neither JSON nor a file; write schema: "
            "{type: string, format: binary} for its bytes, or answer JSON",
        ),
        (f"200: {of(ref('Out'), 'application/xml')}", "application/xml is neither JSON nor a file"),
        (
            f"200: {of('{type: string, format: binary}')}",
            "/200/content/application~1json: a file as JSON; name the file's content type",
        ),
        (
            f"200: {of('{type: string, format: binary}', '*/*')}",
            "/200/content/*~1*: a file as JSON",
        ),
        (
            f"200: {{description: d, content: {{application/json: {{schema: {ref('Out')}}}, "
            "application/pdf: {schema: {type: string, format: binary}}}}",
            "/200: several kinds of answer at one status (application/json, application/pdf); keep",
        ),
        (
            f"200: {{description: d, content: {{application/json: {{schema: {ref('Out')}}}, "
            f"application/vnd.api+json: {{schema: {ref('All')}}}}}}}",
            "/200: several kinds of answer at one status",
        ),
        (f"200: {of(ref('Out'), 'a, b+json')}", "/200/content: 'a, b+json' is no content type"),
        (f"204: {of(ref('Out'))}", "/204: a body where HTTP has none; remove its content, or"),
        ("2XX: {description: d}", "/2XX: answers of no one status; write each, such as '200'"),
        ("3XX: {description: d, x-error: odd}", "/3XX: answers of no one status; write each"),
        ("4xx: {description: d, x-error: odd}", "/4xx: answers of no one status; write each"),
        ("99: {description: d, x-error: odd}", "/99: answers of no one status"),
        ("default: {description: d}", "/default: answers of no one status without x-error; give"),
        ("5XX: {description: d}", "/5XX: answers of no one status without x-error; give it one"),
        ("404: {description: d}", "/404: neither a success (2xx) nor an error (x-error); say"),
        ("302: {description: d}", "/302: neither a success (2xx) nor an error (x-error); say"),
        (
            "4XX: {description: d, x-error: odd, x-refusal: true}",
            "/4XX: x-refusal of no one status; write each status that is a refusal by itself",
        ),
        (
            "default: {description: d, x-error: odd, x-refusal: true}",
            "/default: x-refusal of no one status; write each status that is a refusal by itself",
        ),
        (
            "204: {description: d, x-refusal: true}",
            "/204: x-refusal on a success; remove it, or say by x-error which family",
        ),
        (
            "404: {description: d, x-error: odd, x-refusal: false}",
            "/404/x-refusal: True was expected; see the answer extensions",
        ),
        (
            "404: {description: d, x-error: strange}",
            "/404: x-error: strange is described nowhere; add it to",
        ),
        (
            f"404: {{description: d, x-error: odd, content: {{application/xml: {{schema: {ref('Out')}}}}}}}",
            "/404/content/application~1xml: an error that comes as application/xml; describe it",
        ),
        (
            f"404: {{description: d, x-error: odd, content: {{text/html: {{schema: {ref('Out')}}}}}}}",
            "/404/content/text~1html: an error that comes as text/html; describe it as JSON, or",
        ),
        (
            f"404: {{description: d, x-error: odd, content: {{application/json: {{schema: {ref('Word')}}}}}}}",
            "/404: an error that is no named object; name one of components/schemas",
        ),
        (
            f"404: {{description: d, x-error: odd, content: {{application/json: {{schema: {ref('Pet')}}}}}}}",
            "/404: an error that is no named object",
        ),
    ],
)
def test_what_nobody_could_read_is_refused_in_one_line_with_its_place(
    tmp_path: Path, responses: str, complaint: str
) -> None:
    quoted = f"'{responses.partition(':')[0]}':{responses.partition(':')[2]}"
    document = tmp_path / "t.yaml"
    document.write_text(ONE.replace("RESPONSES", f"{{{quoted}, {KEPT}}}").replace("PAGING", ""))

    run = generate("--document", document, "--output", tmp_path / "out")

    assert run.returncode == 1
    assert run.stderr.startswith(f"generation failed: t.yaml {PLACE}")
    assert complaint in run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("responses", "paging", "complaint"),
    [
        (
            "{default: {description: d, x-error: odd}}",
            "",
            f"{PLACE}: no success; say what a success is answered",
        ),
        ("{'202': {description: d, x-error: odd}}", "", f"{PLACE}: no success"),
        (
            f"{{'500': {{description: d, x-error: odd}}, '200': {of('{type: array, items: ' + ref('All') + '}')}}}",
            "{strategy: link, items: outs, next: next}",
            "#/paths/~1a~1{id}/get/x-pagination: a page that is itself an array; answer an object "
            "with the list in it, or remove x-pagination",
        ),
        (
            f"{{'500': {{description: d, x-error: odd}}, '200': {of('{oneOf: [' + ref('All') + ', {type: ' + repr('null') + '}]}')}}}",
            "{strategy: link, items: outs, next: next}",
            "/get/x-pagination: a page that is not always an object",
        ),
    ],
)
def test_an_operation_without_a_success_and_a_list_without_an_object_are_refused(
    tmp_path: Path, responses: str, paging: str, complaint: str
) -> None:
    document = tmp_path / "t.yaml"
    said = f"\n      x-pagination: {paging}" if paging else ""
    document.write_text(ONE.replace("RESPONSES", responses).replace("PAGING", said))

    run = generate("--document", document, "--output", tmp_path / "out")

    assert run.returncode == 1
    assert complaint in run.stderr
    assert len(run.stderr.splitlines()) == 1
