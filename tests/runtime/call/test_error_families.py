"""Errors are read by their platform's table of families: the reader over tables, and a platform
that only the tests have through the whole way of a call."""

from __future__ import annotations

import json
import pickle
from typing import Any

import httpx
import pytest
from hypothesis import example, given, settings, strategies as st

from commerce_sdk import (
    ApiError,
    BadRequest,
    NotAcceptable,
    NotFound,
    Problem,
    Unprocessable,
    UnsupportedMediaType,
)
from commerce_sdk.document.operation import ErrorFamily, Findings, Operation, RetryRule
from commerce_sdk.runtime.call.error_answers import api_error
from commerce_sdk.runtime.call.exchange import Reply
from commerce_sdk.runtime.call.findings import problems_in
from commerce_sdk_api.commerce import PLATFORM as COMMERCE
from commerce_sdk_api.commerce.operations import OPERATIONS
from tests.codegen.golden.shop import PLATFORM
from tests.codegen.golden.shop.api.racks import fill_rack, get_rack
from tests.codegen.golden.shop.models import (
    DetailedError,
    Fault,
    PointedErrors,
    Rack,
    RackInput,
)
from tests.support.shop import ShopClient, shop_client


def said(document: Any, **findings: Any) -> list[str]:
    """The problems of a document, where one family lists them so."""
    family = ErrorFamily(problems=(Findings(**findings),))
    return [str(problem) for problem in problems_in(document, [family])]


# --- the text of an error


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem(message="No such role."), "HTTP 404: Not found: No such role. [GONE]"),
        (
            Problem(message="No such role.", code="GONE"),
            "HTTP 404: Not found: No such role. [GONE]",
        ),
        (
            Problem(message="No such role.", code="GONE", field="role"),
            "HTTP 404: Not found [GONE]\n  - role: No such role. (GONE)",
        ),
        (
            Problem(message="No such role.", code="ROLE"),
            "HTTP 404: Not found: No such role. [GONE]\n  - No such role. (ROLE)",
        ),
        (
            Problem(message="Ask for another."),
            "HTTP 404: Not found: No such role. [GONE]\n  - Ask for another.",
        ),
    ],
)
def test_what_was_said_is_not_listed_again(problem: Problem, text: str) -> None:
    error = NotFound(
        404, title="Not found", code="GONE", detail="No such role.", problems=[problem]
    )
    assert str(error) == text
    assert error.problems == (problem,)


# --- findings


@pytest.mark.parametrize(
    ("at", "document"),
    [
        ("*", [{"m": "no"}, None, 5, [], ""]),
        ("{key}", {"a": {"m": "no"}, "b": None}),
        ("errors/{key}/*", {"errors": {"a": [{"m": "no"}], "b": []}}),
        ("errors/*", {"errors": ["no"]}),
        ("errors/{key}", {"errors": {"a": "no"}}),
        ("errors/*", {"errors": [{"m": "no"}, None]}),
        ("a/b/*", {"a": {"b": [{"m": "no"}]}}),
        ("a/*/b/*", {"a": [{"b": [{"m": "no"}]}, {"b": {}}, {}, 5]}),
        ("error", {"error": {"m": "no"}}),
    ],
)
def test_findings_stand_where_the_table_says(at: str, document: Any) -> None:
    assert said(document, at=at, message=("m",)) == ["no"]


@pytest.mark.parametrize(
    "document", [None, 5, "text", True, [], {}, {"errors": {}}, {"errors": [[]]}, [[{"m": "no"}]]]
)
def test_what_stands_elsewhere_is_no_finding(document: Any) -> None:
    assert said(document, at="errors/*", message=("m",)) == []


def test_the_first_text_wins_and_a_whole_number_is_one() -> None:
    document: Any = [{"a": "", "b": None, "c": [], "d": 17, "e": "later"}]
    assert said(document, at="*", message=("a", "b", "c", "d", "e")) == ["17"]
    assert said([{"a": True, "b": 1.5}], at="*", message=("a", "b")) == ["not accepted"]


def test_a_path_climbs_to_the_object_around() -> None:
    document = {"name": "top", "lines": [{"id": "L1", "errors": [{"m": "no"}]}]}
    place = {"at": "lines/*/errors/*", "message": ("m",)}
    assert said(document, **place, item=("../id",)) == ["L1: no"]
    assert said(document, **place, item=("../../name",)) == ["top: no"]
    assert said(document, **place, item=("../../../name",)) == ["no"]


def test_a_text_is_told_of_by_what_is_around_it() -> None:
    document = {"id": "L1", "why": "full", "rack": "/rack", "errors": ["no", {"m": "no"}]}
    findings = Findings(
        at="errors/*",
        message=("m", "../m"),
        words=("never",),
        code=("../why",),
        item=("", "../id"),
        pointer=("../rack",),
    )
    text, found = problems_in(document, [ErrorFamily(problems=(findings,))])
    assert (text.message, text.code, text.item, text.field) == ("no", "full", "no", "rack")
    assert (found.message, found.code, found.item, found.field) == ("no", "full", "L1", "rack")
    findings = Findings(at="errors/*", message=("../why",), field=("../id",))
    text, found = problems_in(document, [ErrorFamily(problems=(findings,))])
    assert (text.message, text.field, found.message, found.field) == ("full", "L1", "full", "L1")


@pytest.mark.parametrize(
    ("pointer", "field"),
    [
        ("/data/attributes/name", "data.attributes.name"),
        ("/a/b/0/c", "a.b[0].c"),
        ("/0/1", "[0][1]"),
        ("/a~1b/m~0n", "a/b.m~n"),
        ("#/a/b", "a.b"),
        ("name", "name"),
        ("/", ""),
        ("/data/²", "data.²"),
        (["a", "b", 0, "c"], "a.b[0].c"),
        ([None, "a/b", True], "a/b"),
        ([], ""),
        ({}, ""),
    ],
)
def test_a_pointer_names_a_field(pointer: Any, field: str) -> None:
    (problem,) = problems_in(
        [{"p": pointer}], [ErrorFamily(problems=(Findings(at="*", pointer=("p",)),))]
    )
    assert problem.field == (field or None)


@pytest.mark.parametrize("nowhere", ["", "/", {}, [], 1.5, None])
def test_a_pointer_that_leads_nowhere_leaves_the_word_to_the_next(nowhere: Any) -> None:
    family = ErrorFamily(problems=(Findings(at="*", pointer=("p", "q")),))
    (problem,) = problems_in([{"p": nowhere, "q": "/a"}], [family])
    assert problem.field == "a"


@pytest.mark.parametrize(
    ("pointer", "field"),
    [
        ("/data/attributes/name", "name"),
        ("/data/attributes/boards/0/width", "boards[0].width"),
        ("/data/relationships/organization", "organization"),
        ("#/data/attributes/a~1b", "a/b"),
        ("/data/attributes", "data.attributes"),
        ("/data/attributes_of/name", "data.attributes_of.name"),
        ("/attributes/name", "attributes.name"),
        ("/data", "data"),
        ("data/attributes/name", "data/attributes/name"),
        (["data", "attributes", "name"], "data.attributes.name"),
    ],
)
def test_the_beginning_of_a_pointer_is_left_out(pointer: Any, field: str) -> None:
    strip = ("/data/attributes", "/data/relationships")
    document = {"errors": [{"detail": "is taken", "source": {"pointer": pointer}}]}
    findings = Findings(
        at="errors/*", message=("detail",), pointer=("source/pointer",), strip=strip
    )
    (problem,) = problems_in(document, [ErrorFamily(problems=(findings,))])
    assert (problem.field, problem.message) == (field, "is taken")


REFUSED = {
    "errors": [
        {
            "title": "has already been taken",
            "detail": "name - has already been taken",
            "code": "VALIDATION_ERROR",
            "status": status,
            "source": {"pointer": "/data/attributes/name"},
            "meta": {"error": "taken", "value": "Custom role"},
        }
        for status in ("422", 500)
    ]
}


def test_an_error_of_json_api_names_the_callers_own_keyword() -> None:
    findings = Findings(
        at="errors/*",
        message=("detail",),
        code=("meta/error",),
        pointer=("source/pointer",),
        strip=("/data/attributes", "/data/relationships"),
    )
    family = ErrorFamily(title=("errors/*/title",), code=("errors/*/code",), problems=(findings,))
    operation = Operation(
        id="create_role",
        method="POST",
        path="/roles",
        answers={},
        retry=RetryRule(kind="never"),
        errors={"errors": (422,)},
    )
    reply = Reply(status=422, headers={}, content=json.dumps(REFUSED).encode())
    error = api_error(operation, reply, 0.0, {"errors": family})
    assert isinstance(error, Unprocessable)
    assert (error.title, error.code) == ("has already been taken", "VALIDATION_ERROR")
    assert [str(problem) for problem in error.problems] == [
        "name: name - has already been taken (taken)"
    ] * 2


@pytest.mark.parametrize(
    ("status", "kind", "header"),
    [(406, NotAcceptable, "Accept"), (415, UnsupportedMediaType, "Content-Type")],
)
@pytest.mark.anyio
async def test_that_the_clients_own_headers_were_refused_is_said(
    status: int, kind: type[ApiError], header: str
) -> None:
    here = shop(status, {"title": "no"})
    with pytest.raises(kind, match=f"client's own header {header} was refused") as caught:
        await here.core.ask(get_rack.build(rack_id="1"))
    await here.aclose()
    assert (caught.value.status, caught.value.title) == (status, "no")
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        ({"r": "X", "a": [{}], "b": [{}, 5]}, "X lacks 2"),
        ({"r": "X", "a": [], "b": None}, "X fails"),
        ({"a": [{}]}, "1 lacking"),
        ({}, "something fails"),
    ],
)
def test_words_stand_in_for_a_message(finding: Any, words: str) -> None:
    sentences = ("{r} lacks {a/*, b/*}", "{a/*, b/*} lacking", "{r} fails", "something fails")
    assert said([finding], at="*", message=("m",), words=sentences) == [words]
    assert said([{**finding, "m": "no"}], at="*", message=("m",), words=sentences) == ["no"]


# --- which family reads

FAMILIES = {
    "first": ErrorFamily(title=("t",), problems=(Findings(at="list/*", code=("c",)),)),
    "second": ErrorFamily(title=("headline",), code=("c",), detail=("d",)),
    "third": ErrorFamily(detail=("words",), id=("i",), problems=(Findings(at="faults/*"),)),
}
OPERATION = Operation(
    id="do_it",
    method="GET",
    path="/",
    answers={200: None},
    retry=RetryRule(kind="safe"),
    errors={"second": (404,), "first": (400,)},
)


def error_of(status: int, content: bytes, headers: dict[str, str] | None = None) -> ApiError:
    return api_error(
        OPERATION, Reply(status=status, headers=headers or {}, content=content), 0, FAMILIES
    )


def test_the_family_that_the_document_names_reads_first() -> None:
    both = b'{"t": "T", "headline": "H"}'
    assert error_of(400, both).title == "T"
    assert error_of(404, both).title == "H"


def test_a_status_that_the_document_does_not_name_is_read_by_the_operations_families_first() -> (
    None
):
    assert error_of(418, b'{"t": "T", "headline": "H"}').title == "H"


def test_what_the_own_family_does_not_find_the_others_do() -> None:
    error = error_of(404, b'{"words": "w", "i": "id", "faults": [{}], "c": 5}')
    assert (error.title, error.code, error.detail, error.request_id) == (None, "5", "w", "id")
    assert [str(problem) for problem in error.problems] == ["not accepted"]


def test_the_id_in_a_header_counts_before_the_one_in_the_body() -> None:
    assert error_of(400, b'{"i": "body"}', {"x-request-id": "header"}).request_id == "header"


# --- a platform of its own, through the whole way of a call


def shop(status: int, body: Any, seen: list[httpx.Request] | None = None) -> ShopClient:
    def answer(request: httpx.Request) -> httpx.Response:
        if seen is not None:
            seen.append(request)
        return httpx.Response(
            status, json=body, headers={"content-type": "application/vnd.api+json"}
        )

    return shop_client(answer)


POINTED = {
    "errors": [
        {
            "status": "422",
            "code": "VALIDATION_ERROR",
            "title": "Invalid",
            "detail": "has to be there",
            "source": {"pointer": "/data/attributes/boards/0/width"},
        },
        {"status": 409, "title": "Taken", "source": {"parameter": "label"}},
        {"source": None},
    ]
}


@pytest.mark.anyio
async def test_a_list_with_pointers_under_another_media_type() -> None:
    here = shop(422, POINTED)
    with pytest.raises(Unprocessable) as caught:
        await here.core.ask(get_rack.build(rack_id="1"))
    await here.aclose()

    error = caught.value
    assert (error.title, error.code, error.detail) == (
        "Invalid",
        "VALIDATION_ERROR",
        "has to be there",
    )
    assert [str(problem) for problem in error.problems] == [
        "data.attributes.boards[0].width: has to be there (VALIDATION_ERROR)",
        "label: Taken (409)",
        "not accepted",
    ]
    assert type(error.body) is PointedErrors
    assert error.body.to_dict() == POINTED


DETAILED = {
    "error": {
        "code": "invalid",
        "message": "Not so.",
        "requestId": "r-1",
        "line": "L7",
        "details": [{"field": "label", "issue": "is empty"}, {"field": "width"}, {}],
    }
}


@pytest.mark.anyio
async def test_a_list_of_details_under_one_name() -> None:
    seen: list[httpx.Request] = []
    here = shop(400, DETAILED, seen)
    with pytest.raises(BadRequest) as caught:
        await here.core.ask(fill_rack.build(body=RackInput(label="x")))
    await here.aclose()

    error = caught.value
    assert (error.code, error.detail, error.request_id) == ("invalid", "Not so.", "r-1")
    assert [str(problem) for problem in error.problems] == [
        "L7.label: is empty",
        "L7.width: width is not right",
        "L7: not right",
    ]
    assert type(error.body) is DetailedError
    assert seen[0].headers["content-type"] == "application/vnd.api+json"


@pytest.mark.anyio
async def test_an_answer_in_another_familys_shape_is_read_and_kept_as_its_own() -> None:
    here = shop(404, DETAILED)
    with pytest.raises(NotFound) as caught:
        await here.core.ask(get_rack.build(rack_id="1"))
    await here.aclose()

    error = caught.value
    assert (error.code, len(error.problems)) == ("invalid", 3)
    assert type(error.body) is PointedErrors
    assert error.body.to_dict() == DETAILED


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "shape"), [(503, Fault), (502, dict)])
async def test_only_a_status_that_is_named_has_a_model(status: int, shape: type) -> None:
    here = shop(status, {"code": "c"})
    with pytest.raises(ApiError) as caught:
        await here.core.ask(get_rack.build(rack_id="1"))
    await here.aclose()

    assert (type(caught.value.body), caught.value.code) == (shape, "c")


@pytest.mark.anyio
async def test_the_media_type_that_the_document_names_is_asked_for_and_read() -> None:
    seen: list[httpx.Request] = []
    here = shop(200, {"id": "1", "label": None}, seen)
    rack = await here.core.ask(get_rack.build(rack_id="1"))
    await here.aclose()

    assert (type(rack), rack.id) == (Rack, "1")
    assert seen[0].headers["accept"] == "application/vnd.api+json"


# --- whatever the body holds

NAMES = st.sampled_from(
    [
        "title",
        "code",
        "detail",
        "id",
        "error",
        "errors",
        "errorCode",
        "errorDetails",
        "errorKey",
        "message",
        "items",
        "itemId",
        "couplingViolations",
        "graphViolations",
        "missingToRelationships",
        "validationErrors",
        "source",
        "pointer",
        "details",
        "field",
        "error_description",
        "errorMessages",
        "invalid-params",
        "loc",
        "reason",
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


TEXT = {"content-type": "text/plain"}
bounded = settings(max_examples=150, derandomize=True, database=None, deadline=None)


def read(content: bytes) -> None:
    operations = (
        *((COMMERCE, OPERATIONS[name]) for name in ("get_order", "list_entitlements", "get_quote")),
        *((PLATFORM, module.OPERATION) for module in (get_rack, fill_rack)),
    )
    for status in (207, 400, 404, 418, 503):
        reply = Reply(status=status, headers=TEXT, content=content)
        for platform, operation in operations:
            show(api_error(operation, reply, 0, platform.error_families))
        # Which operation it was says nothing where the platform has no families.
        show(api_error(OPERATION, reply, 0, {}))


def show(error: ApiError) -> None:
    assert str(error)
    assert repr(error)


@bounded
@given(JSON)
def test_no_document_raises(document: Any) -> None:
    read(json.dumps(document).encode())


@bounded
@given(st.binary())
@example(b'{"code": ' + b"9" * 5000 + b"}")
@example(b'{"error": [{"code": ' + b"9" * 5000 + b"}]}")
@example(b"[" * 100_000)
@example(b'{"items":' * 20_000)
@example(b'{"title": "\\ud800", "errors": [{"detail": "\\udc00"}]}')
@example(b'{"code": 1e999999999}')
@example(b'{"errors": {"\\ud800": ["\\udc00", {"loc": [1e999, {}, "\\u0000"]}]}}')
@example(b'{"errors":{"a":' * 20_000)
@example(b'{"errors": [' + b'"<", ' * 20_000 + b'"<a>"]}')
@example(b"<" * 100_000)
@example(b" " * 100_000 + b"<a>")
def test_no_bytes_raise(content: bytes) -> None:
    read(content)
