"""Refusals in the shape of each family, as the SDK reads them back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from commerce_sdk import ApiError, BadRequest, NotFound, Unprocessable
from commerce_sdk.document.operation import ErrorFamily, Findings
from commerce_sdk.runtime.call.error_answers import api_error
from commerce_sdk.runtime.call.exchange import Reply
from commerce_sdk.runtime.call.findings import problems_in
from commerce_sdk.sandbox.commerce.document import commerce_document
from commerce_sdk.sandbox.commerce.platform import ERROR_CODES as CODES
from commerce_sdk.sandbox.engine import Call, Platform, Problem, Refusal, Server, WrongAnswer
from commerce_sdk.sandbox.engine.error_documents import Occurrence
from commerce_sdk.sandbox.engine.errors import Errors
from commerce_sdk.sandbox.engine.operation import Operation
from commerce_sdk_api.commerce import PLATFORM as COMMERCE
from commerce_sdk_api.commerce.operations import OPERATIONS
from tests.codegen.golden.shop.models import DetailedError, Fault, PointedErrors
from tests.sandbox.engine.serving import a_document, asking, doing, one_server, shop_on_engine
from tests.support.shop import BILL
from tests.support.shop_platform import TAKEN, shop_document, shop_platform

pytestmark = pytest.mark.anyio


def refusing(status: int, problems: Sequence[Problem] = ()) -> Platform:
    """The shop, which refuses whatever is asked."""

    def refuse(call: Call) -> Any:
        raise Refusal(status, "not_so", "Not so.", problems=problems)

    return shop_platform(lambda world: doing(shop_document(), refuse), limits=False)


async def test_a_family_of_one_code() -> None:
    async with shop_on_engine() as (_, shop, _):
        with pytest.raises(NotFound) as caught:
            await shop.bills.get("00000000-0000-4000-8000-000000000009")
    assert (caught.value.code, type(caught.value.body)) == ("bill_not_found", Fault)


async def test_a_family_whose_texts_stand_in_a_list() -> None:
    async with shop_on_engine() as (_, shop, _):
        with pytest.raises(NotFound) as caught:
            await shop.racks.get("nowhere")
    error = caught.value
    assert (error.title, error.code) == ("Rack not found", "rack_not_found")
    assert error.detail == "There is no such rack."
    assert isinstance(error.body, PointedErrors)
    assert error.body.to_dict() == {
        "errors": [
            {
                "status": "404",
                "code": "rack_not_found",
                "title": "Rack not found",
                "detail": "There is no such rack.",
            }
        ]
    }


async def test_findings_with_pointers_and_with_parameters() -> None:
    problems = [
        Problem("is too wide", field="boards[0].width"),
        Problem("is unknown", "unknown", parameter="label"),
    ]
    async with shop_on_engine(refusing(422, problems)) as (_, shop, _):
        with pytest.raises(Unprocessable) as caught:
            await shop.racks.get("r 1")
    assert [str(problem) for problem in caught.value.problems] == [
        "boards[0].width: is too wide (parameter_invalid)",
        "label: is unknown (unknown)",
    ]


async def test_a_family_whose_findings_share_their_item() -> None:
    async with shop_on_engine() as (_, shop, _):
        with pytest.raises(BadRequest) as caught:
            await shop.racks.fill(TAKEN)
    error = caught.value
    assert (error.code, error.detail) == ("label_taken", "Another rack has it.")
    assert [str(problem) for problem in error.problems] == ["L1.label: is taken"]
    assert isinstance(error.body, DetailedError)


async def test_a_bare_list_has_one_error_for_each_thing_that_is_wrong() -> None:
    problems = [Problem("is gone", "gone", field="total"), Problem("is late", "late")]
    async with shop_on_engine(refusing(207, problems)) as (_, shop, _):
        with pytest.raises(ApiError) as caught:
            await shop.bills.get(BILL)
    assert [(problem.code, problem.field) for problem in caught.value.problems] == [
        ("gone", "total"),
        ("late", None),
    ]
    async with shop_on_engine(refusing(207)) as (_, shop, _):
        with pytest.raises(ApiError) as caught:
            await shop.bills.get(BILL)
    assert [problem.code for problem in caught.value.problems] == ["not_so"]


async def test_of_what_the_document_says_nothing_errors_are_as_it_usually_has_them() -> None:
    async with shop_on_engine(refusing(409)) as (_, shop, _):
        with pytest.raises(ApiError) as caught:
            await shop.stands.count()
    assert (caught.value.status, caught.value.code) == (409, "not_so")
    async with asking(Server(shop_platform())) as client:
        nowhere = await client.get("/api/v9")
        assert (nowhere.status_code, nowhere.json()) == (404, {"code": "not_found"})
        wrong = await client.put("/api/v1/bills")
        assert (wrong.status_code, wrong.headers["allow"]) == (405, "GET, POST")


async def test_an_error_without_a_document_has_none() -> None:
    async with shop_on_engine(refusing(404)) as (_, shop, _):
        with pytest.raises(NotFound) as caught:
            async with shop.bills.download(BILL):
                pass
    assert caught.value.body == ""


async def test_a_document_that_describes_no_error_has_the_fields_common_one() -> None:
    def refuse(call: Call) -> Any:
        raise Refusal(418, "is_teapot", "No coffee.")

    document = a_document("/a", {})
    async with asking(one_server(document, doing(document, refuse))) as client:
        answer = await client.get("/a")
    assert (answer.status_code, answer.json()) == (
        418,
        {"status": "418", "title": "Is teapot", "code": "is_teapot", "detail": "No coffee."},
    )


async def test_an_error_may_be_plain_text() -> None:
    def refuse(call: Call) -> Any:
        raise Refusal(503, "later", "Not now.", headers={"Retry-After": "3"})

    texts = {"x-error": "t", "content": {"text/plain": {"schema": {"type": "string"}}}}
    document = a_document("/a", {"responses": {"204": {}, "5XX": texts}})
    async with asking(one_server(document, doing(document, refuse))) as client:
        answer = await client.get("/a")
    assert (answer.status_code, answer.text) == (503, "Not now.")
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["retry-after"] == "3"


@pytest.mark.parametrize("status", [409, 415, 422])
async def test_what_an_operation_does_not_name_is_a_bad_request_to_it(status: int) -> None:
    def refuse(call: Call) -> Any:
        raise Refusal(status, "not_so", "Not so.")

    document = a_document("/a", {"responses": {"204": {}, "400": {"x-error": "t"}}})
    async with asking(one_server(document, doing(document, refuse))) as client:
        answer = await client.get("/a")
    assert (answer.status_code, answer.content) == (400, b"")


@pytest.mark.parametrize(
    ("findings", "document"),
    [
        (
            {"at": "errors/*", "message": ["text"], "item": ["of"], "field": ["in/name"]},
            {"errors": [{"text": "is wrong", "of": "O1", "in": {"name": "size"}}]},
        ),
        ({"at": "errors/{key}/*", "field": ["../key"]}, {"errors": {"size": ["is wrong"]}}),
        (
            {"at": "errors/{key}", "message": ["text"], "field": ["../key"]},
            {"errors": {"size": {"text": "is wrong"}}},
        ),
        (
            {"at": "all/*/errors/*", "message": ["text"], "item": ["../id"], "field": ["name"]},
            {"all": [{"id": "O1", "errors": [{"text": "is wrong", "name": "size"}]}]},
        ),
        (
            {"at": "error/all/*", "message": ["text"], "item": ["../id"], "field": ["name"]},
            {"error": {"id": "O1", "all": [{"text": "is wrong", "name": "size"}]}},
        ),
    ],
    ids=lambda each: str(each.get("at", "")),
)
async def test_findings_stand_where_their_family_has_them(
    findings: dict[str, Any], document: dict[str, Any]
) -> None:
    def refuse(call: Call) -> Any:
        problem = Problem("is wrong", item="O1", field="size")
        raise Refusal(400, "not_so", "Not so.", problems=[problem])

    fault = {"x-error": "f", "content": {"application/json": {"schema": {"type": "object"}}}}
    described = a_document(
        "/a",
        {"responses": {"204": {}, "400": fault}},
        **{"x-error-families": {"f": {"problems": [findings]}}},
    )
    async with asking(one_server(described, doing(described, refuse))) as client:
        assert (await client.get("/a")).json() == document
    table = {name: tuple(each) for name, each in findings.items() if name != "at"}
    family = ErrorFamily(problems=(Findings(at=findings["at"], **table),))
    (found,) = problems_in(document, [family])
    assert (found.message, found.field) == ("is wrong", "size")
    assert found.item == ("O1" if "item" in findings else None)


async def test_what_has_no_place_in_a_family_is_left_out() -> None:
    problems = [Problem("is wrong", field="size"), Problem("is late", item="O1")]

    def refuse(call: Call) -> Any:
        raise Refusal(400, "not_so", "Not so.", problems=problems)

    nested = {"at": "all/*/errors/*", "message": ["text"], "item": ["../id"], "field": ["name"]}
    fault = {"x-error": "f", "content": {"application/json": {"schema": {"type": "object"}}}}
    described = a_document(
        "/a",
        {"responses": {"204": {}, "400": fault}},
        **{"x-error-families": {"f": {"detail": ["detail"], "problems": [nested]}}},
    )
    async with asking(one_server(described, doing(described, refuse))) as client:
        assert (await client.get("/a")).json() == {
            "detail": "Not so.",
            "all": [{"id": "O1", "errors": [{"text": "is late"}]}],
        }


# --- what is no error of the document

FAULT = {"type": "object", "properties": {"code": {"type": "string"}}}
KENNEL = {"x-error-families": {"kennel": {"code": ["code"]}}}


def in_json(schema: dict[str, Any], family: str = "kennel") -> dict[str, Any]:
    return {"x-error": family, "content": {"application/json": {"schema": schema}}}


def answering_404(fault: dict[str, Any], status: int = 404, **parts: Any) -> Server:
    def refuse(call: Call) -> Any:
        raise Refusal(status, "no_dog", "No such dog.")

    document = a_document("/a", {"responses": {"204": {}, "404": fault}}, **{**KENNEL, **parts})
    return one_server(document, doing(document, refuse))


@pytest.mark.parametrize("status", [99, 200, 207, 304, 600, 1000])
async def test_what_is_no_error_is_no_status_of_a_refusal(status: int) -> None:
    async with asking(answering_404(in_json(FAULT), status)) as client:
        with pytest.raises(WrongAnswer) as caught:
            await client.get("/a")
    assert str(caught.value) == (
        f"ask refuses with {status}, which its document names no error; write one from 400 to 599"
    )


async def test_an_error_that_its_schema_does_not_allow_is_an_error_of_the_document() -> None:
    wanting = {**FAULT, "required": ["reason"]}
    async with asking(answering_404(in_json(wanting))) as client:
        with pytest.raises(WrongAnswer, match=r"ask answers 404 with .*: reason: is required"):
            await client.get("/a")


@pytest.mark.parametrize(
    ("path", "place"),
    [("kode", "kode"), ("errors/*/kode", "errors[0].kode"), ("of/kode", "of.kode")],
)
async def test_a_place_of_a_family_that_an_error_does_not_have_is_named(
    path: str, place: str
) -> None:
    schema = {
        "type": "object",
        "properties": {"code": {}, "errors": {"type": "array", "items": FAULT}, "of": FAULT},
    }
    families: dict[str, Any] = {"x-error-families": {"kennel": {"code": [path]}}}
    async with asking(answering_404(in_json(schema), **families)) as client:
        with pytest.raises(WrongAnswer) as caught:
            await client.get("/a")
    assert str(caught.value) == (
        "ask answers 404 with what its document does not allow: "
        f"{place}: is no property of it, where x-error-families puts it"
    )
    open_to_all = {**schema, "additionalProperties": True}
    if "/" not in path:
        async with asking(answering_404(in_json(open_to_all), **families)) as client:
            assert (await client.get("/a")).json() == {"kode": "no_dog"}


# --- every error of a big document

OCCURRENCE = Occurrence("e-1", "/there", 0.0)
ALL = [
    (operation, status)
    for operation in commerce_document().operations.values()
    for status in sorted(operation.errors)
]


@pytest.mark.parametrize(
    ("operation", "status"), ALL, ids=[f"{operation.id} {status}" for operation, status in ALL]
)
def test_each_error_of_each_operation_is_read_by_the_sdk(operation: Operation, status: str) -> None:
    # What the engine gives has to fit the error's schema, or it would raise.
    problem = Problem("is wrong", "wrong", item="O1", field="name")
    refusal = Refusal(int(status), "not_so", "Not so.", problems=[problem])
    answer = Errors(commerce_document(), CODES).response(operation, refusal, OCCURRENCE)
    reply = Reply(status=int(status), headers=dict(answer.headers), content=bytes(answer.body))
    error = api_error(OPERATIONS[operation.id], reply, 0, COMMERCE.error_families)
    assert (error.status, answer.status_code) == (int(status), int(status))
    known = operation.errors[status]
    if known.media_type is None:
        assert answer.body == b""
        return
    family = commerce_document().error_families[str(known.family)]
    said = {"code": error.code, "detail": error.detail}
    wanted = {"code": CODES.get(str(known.family), _same)(refusal), "detail": "Not so."}
    for name, text in wanted.items():
        if name in family and status != "207":
            assert said[name] == text
    if any("item" in each for each in family.get("problems", ())):
        assert "O1.name: is wrong" in str(error.problems[0])


def _same(refusal: Refusal) -> str:
    return refusal.code


async def test_an_own_status_is_that_of_the_family_whose_errors_the_operation_lists() -> None:
    families = {
        "first": {"detail": ["message"]},
        "other": {"code": ["error/code"], "detail": ["error/message"]},
    }
    text = {"type": "string"}
    within = {"properties": {"error": {"properties": {"code": text, "message": text}}}}
    usual = in_json({"properties": {"message": text}}, "first")
    body = {"required": ["label"], "properties": {"label": text}}
    document = a_document(
        "/a",
        {
            "requestBody": {"content": {"application/json": {"schema": body}}},
            "responses": {"204": {}, "422": in_json(within, "other")},
        },
        method="post",
        item={"get": {"operationId": "look", "responses": {"204": {}, "400": usual}}},
        **{"x-error-families": families},
    )
    own = {"other": {"parameter_invalid": 422}}
    behaviour = doing(document, lambda call: None)
    async with asking(one_server(document, behaviour, error_statuses=own)) as client:
        answer = await client.post("/a", json={})
    assert answer.status_code == 422
    assert answer.json()["error"]["message"] == "label: is required"


@pytest.mark.parametrize(
    "headers",
    [{"X A": "a"}, {"": "a"}, {"X-A": "a\r\nb: c"}, {"X-A": "€"}, {"Content-Length": "1"}],
)
async def test_a_scripted_header_that_no_answer_can_have_is_refused(
    headers: dict[str, str],
) -> None:
    document = a_document("/a", {})
    platform = Platform(document, lambda world: doing(document, lambda call: None))
    async with asking(Server(platform)) as client:
        with pytest.raises(ValueError, match="is no header that can be sent"):
            platform.fail_next("ask", headers=headers)
        wanted = {"operation_id": "ask", "headers": headers}
        refused = await client.post("/_sandbox/fail-next", json=wanted)
        assert refused.status_code == 400
        assert (await client.get("/a")).status_code == 204
