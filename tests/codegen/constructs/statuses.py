"""Statuses, what stands beside an answer, and errors."""

from __future__ import annotations

from typing import Any

from tests.codegen.constructs.base import (
    SAID,
    Node,
    answered,
    content,
    creating,
    getting,
    null_text,
    or_null,
    record,
    ref,
    refuses,
    schemas,
    success,
)
from tests.codegen.constructs.table import (
    Call,
    Refused,
    add,
    getting_one,
    made,
    read,
    refused,
    right,
)

COUNT = {"type": "integer", "x-number": "count"}
PLANT = ref("Plant")

# --- statuses


@right(
    made(
        "name='n'",
        '{"name":"n"}',
        type="models.Plant | models.Job",
        reads="isinstance(answer, models.Plant) and answer.id == 'a'",
    ),
    made(
        "name='n'",
        '{"name":"n"}',
        status=202,
        answer='{"url": "u"}',
        type="models.Plant | models.Job",
        reads="isinstance(answer, models.Job) and answer.url == 'u'",
    ),
)
def two_successes_of_two_models(document: Node) -> None:
    schemas(document)["Job"] = record(url=null_text())
    creating(document)["responses"]["202"] = success(ref("Job"), {"url": "u"})


@right(
    made("name='n'", '{"name":"n"}'),
    made("name='n'", '{"name":"n"}', status=200),
)
def two_successes_of_one_model(document: Node) -> None:
    creating(document)["responses"]["200"] = success(PLANT, {"id": "a"})


@right(
    made(
        "name='n'",
        '{"name":"n"}',
        type="models.Plant | None",
        reads="answer is not None and answer.id == 'a'",
    ),
    made(
        "name='n'",
        '{"name":"n"}',
        status=204,
        answer="",
        type="models.Plant | None",
        reads="answer is None",
    ),
)
def success_with_or_without_a_body(document: Node) -> None:
    creating(document)["responses"]["204"] = {"description": SAID}


@right(getting_one(type="None", status=204, answer="", reads="answer is None"))
def success_without_a_body(document: Node) -> None:
    responses = getting(document)["responses"]
    responses["204"] = {"description": SAID}
    del responses["200"]


GONE = '{"code": "gone"}'


def _error(status: int, code: str = "gone") -> Call:
    return getting_one(
        status=status, answer=f'{{"code": "{code}"}}', reads=f"fault.code == '{code}'"
    )


BAD = ref("Refusal", "responses")
add("default_response", lambda d: refuses(d, default=BAD), getting_one(), _error(404), _error(599))
add(
    "response_of_4XX", lambda d: refuses(d, **{"4XX": BAD}), getting_one(), _error(404), _error(499)
)
add(
    "response_of_5XX", lambda d: refuses(d, **{"5XX": BAD}), getting_one(), _error(500), _error(503)
)


@right(
    _error(404),
    getting_one(status=410, answer='{"reason": "eaten"}', reads="fault.code == 'eaten'"),
    getting_one(status=500, answer='{"why": "rain"}', reads="fault.code == 'rain'"),
)
def exact_status_before_range_before_default(document: Node) -> None:
    for family, name in {"ranges": "reason", "rest": "why"}.items():
        document["x-error-families"][family] = {"code": [name]}
        schemas(document)[f"{family.title()}Fault"] = record(**{name: null_text()})
        document["components"]["responses"][family.title()] = {
            "description": SAID,
            "x-error": family,
            "content": content(ref(f"{family.title()}Fault"), {name: "x"}),
        }
    ranges, rest = ref("Ranges", "responses"), ref("Rest", "responses")
    refuses(document, **{"404": BAD, "4XX": ranges, "default": rest})


def _statuses(name: str, statuses: Any, place: str, advice: str) -> None:
    add(name, lambda document: refuses(document, **statuses), Refused(place, advice))


PLAIN = {"description": SAID}
_statuses("default_that_is_no_error", {"default": PLAIN}, "default", "x-error|status")
_statuses(
    "default_that_is_a_success", {"default": success(PLANT, {})}, "default", "x-error|status|200"
)
_statuses("response_of_1XX", {"1XX": BAD}, "1XX", "each|status|write")
_statuses("response_of_2XX", {"2XX": success(PLANT, {})}, "2XX", "each|status|write")
_statuses("response_of_3XX", {"3XX": PLAIN}, "3XX", "each|status|write|remove")
_statuses("response_of_small_letters", {"4xx": BAD}, "4xx", "4XX|status")
_statuses("response_of_a_word", {"ok": PLAIN}, "ok", "status|write")
_statuses("response_of_a_status_above_all", {"600": BAD}, "600", "status|write")
_statuses("error_without_x_error", {"404": PLAIN}, "404", "x-error")
REFUSAL = {**PLAIN, "x-error": "nursery", "x-refusal": True}
_statuses("refusal_of_a_hundred", {"4XX": REFUSAL}, "4XX", "each|status|write")
_statuses("refusal_of_all_others", {"default": REFUSAL}, "default", "each|status|write")
_statuses("refusal_without_x_error", {"404": {**PLAIN, "x-refusal": True}}, "404", "x-error")
_statuses(
    "success_that_is_a_refusal", {"200": success(PLANT, {}) | {"x-refusal": True}}, "200", "x-error"
)
_statuses("refusal_that_is_none", {"404": {**REFUSAL, "x-refusal": False}}, "x-refusal", "answer")
_statuses("refusal_that_is_a_word", {"404": {**REFUSAL, "x-refusal": "yes"}}, "x-refusal", "answer")
_statuses(
    "refusal_beside_a_reference",
    {"404": {**ref("Refusal", "responses"), "x-refusal": True}},
    "404",
    "remove|write|belong",
)


def _told(status: int, maybe_applied: bool) -> Call:
    reads = f"fault.maybe_applied is {maybe_applied}"
    return made("name='n'", '{"name":"n"}', status=status, answer="", reads=reads)


@right(
    made("name='n'", '{"name":"n"}'),
    *(_told(status, False) for status in (404, 409, 429, 503)),
    *(_told(status, True) for status in (410, 423, 500)),
)
def refusals_of_several_statuses(document: Node) -> None:
    refusals = dict.fromkeys(("503", "429", "404", "409"), REFUSAL)
    creating(document)["responses"] |= {**refusals, "410": BAD, "4XX": BAD, "default": BAD}


_statuses("response_that_is_null", {"404": None}, "404", "mapping|object|response")
_statuses("response_that_is_a_text", {"404": "gone"}, "404", "mapping|object|response")
_statuses(
    "response_that_names_nothing", {"404": ref("Nowhere", "responses")}, "Nowhere", "exist|names"
)
_statuses("response_that_names_a_schema", {"404": ref("Fault")}, "404", "response|components")
_statuses(
    "response_that_names_itself",
    {"404": {"$ref": "#/paths/~1plants~1{id}/get/responses/404"}},
    "404",
    "cycle|circle|itself|ring|exist|names|components",
)


def _responses(name: str, value: Any) -> None:
    def edit(document: Node) -> None:
        getting(document)["responses"] = value

    add(name, edit, Refused("responses", "mapping|object|status|success|answer"))


_responses("responses_that_are_a_list", [])
_responses("responses_that_are_null", None)
_responses("responses_that_are_empty", {})


# --- what stands beside


@refused("headers", "description|remove")
def response_headers(document: Node) -> None:
    headers = {"X-Left": {"description": SAID, "schema": dict(COUNT)}}
    getting(document)["responses"]["200"]["headers"] = headers


@refused("links", "remove|description")
def response_links(document: Node) -> None:
    link = {"operationId": "list_plants"}
    getting(document)["responses"]["200"]["links"] = {"all": link}


@right(getting_one())
def response_component_of_a_success(document: Node) -> None:
    document["components"]["responses"]["Found"] = getting(document)["responses"]["200"]
    getting(document)["responses"]["200"] = ref("Found", "responses")


@right(getting_one(), _error(404))
def response_component_with_a_description_beside(document: Node) -> None:
    getting(document)["responses"]["404"] = {**BAD, "description": "Not in this nursery."}


@right(read('"name": "x"', "answer.name == 'x'"))
def answer_with_several_examples(document: Node) -> None:
    found = getting(document)["responses"]["200"]["content"]["application/json"]
    del found["example"]
    found["examples"] = {"one": {"summary": "One.", "value": {"id": "a"}}}


# --- errors of other media types


def _refusals(document: Node) -> Node:
    found: Node = document["components"]["responses"]["Refusal"]
    return found


@right(
    getting_one(),
    getting_one(
        status=404, kind="application/problem+json", answer=GONE, reads="fault.code == 'gone'"
    ),
)
def error_of_a_problem(document: Node) -> None:
    _refusals(document)["content"] = content(
        ref("Fault"), {"code": "x"}, "application/problem+json"
    )


@right(
    getting_one(),
    getting_one(status=404, kind="text/html", answer="<b>No</b>", reads="fault.status == 404"),
)
def error_of_html(document: Node) -> None:
    _refusals(document)["content"] = content({"type": "string"}, "x", "text/html")
    document["x-error-families"] = {"nursery": {}}
    del schemas(document)["Fault"]


@right(getting_one(), getting_one(status=404, answer="", reads="fault.status == 404"))
def error_without_a_body(document: Node) -> None:
    del _refusals(document)["content"]
    document["x-error-families"] = {"nursery": {}}
    del schemas(document)["Fault"]


@refused("responses/401", "JSON|json|text")
def error_of_an_object_in_html(document: Node) -> None:
    _refusals(document)["content"] = content(ref("Fault"), {"code": "x"}, "text/html")


@right(
    getting_one(status=404, answer='[{"code": "gone"}]', reads="fault.problems[0].code == 'gone'")
)
def error_of_a_list(document: Node) -> None:
    _refusals(document)["content"] = content(
        {"type": "array", "items": ref("Fault")}, [{"code": "x"}]
    )
    document["x-error-families"] = {"nursery": {"problems": [{"at": "*", "code": ["code"]}]}}


@refused("Refusal", "name|components/schemas")
def error_of_an_inline_object(document: Node) -> None:
    _refusals(document)["content"] = content(record(code=null_text()), {"code": "x"})
    del schemas(document)["Fault"]


# --- what is deprecated


@right(
    getting_one(warned="get_plant"),
    getting_one(warned="get_plant", reads="'eprecated' in (get_plant.build.__doc__ or '')"),
)
def deprecated_operation(document: Node) -> None:
    getting(document)["deprecated"] = True


@right(
    read("", "answer.id == 'a'"),
    getting_one(reads="answer.name is None", warned="name"),
)
def deprecated_property_of_an_answer(document: Node) -> None:
    answered(document)["name"]["deprecated"] = True


@right(read('"pot": {"id": "z"}', "answer.pot is not None and answer.pot.id == 'z'"))
def model_in_two_answers(document: Node) -> None:
    schemas(document)["Pot"] = record(id=null_text())
    answered(document)["pot"] = or_null("Pot")
    schemas(document)["PlantPage"]["properties"]["pot"] = or_null("Pot")
