"""Extensions: our own keys in their places, and every other key that begins with `x-`."""

from __future__ import annotations

from typing import Any

from tests.codegen.constructs.base import (
    SAID,
    Node,
    answered,
    asked,
    body,
    creating,
    getting,
    listing,
    null_text,
    schemas,
)
from tests.codegen.constructs.table import Edit, Refused, add, getting_one, listed, made, right

PAGING = {"strategy": "cursor", "cursor": "after", "items": "plants", "next": "next"}


def _refused(name: str, edit: Edit, place: str, advice: str) -> None:
    add(f"extension_{name}", edit, Refused(place, advice))


def _on_list(name: str, key: str, value: Any, advice: str = "") -> None:
    _refused(name, lambda d: listing(d).update({key: value}), key, advice or key)


def _paging(name: str, advice: str = "x-pagination", **change: Any) -> None:
    value = {key: each for key, each in {**PAGING, **change}.items() if each is not ...}
    _on_list(f"paging_{name}", "x-pagination", value, advice)


_paging("of_no_strategy", strategy=...)
_paging("of_an_unknown_strategy", strategy="offset")
_paging("by_a_parameter_that_is_not_there", cursor="start")
_paging("without_a_cursor", cursor=...)
_paging("of_items_that_are_not_there", items="trees")
_paging("of_items_that_are_no_list", items="next")
_paging("without_items", items=...)
_paging("by_a_next_that_is_not_there", next="following")
_paging("without_a_next", next=...)
_paging("by_a_size_that_is_not_there", size="per-page")
_paging("of_an_unknown_key", limit=3)
_paging("by_page_without_an_end", strategy="page", next=...)
_paging("by_id_without_an_end_that_is_there", strategy="id", **{"ends-by": {"has-more": "more"}})
_on_list("paging_that_is_null", "x-pagination", None)
_on_list("paging_that_is_a_text", "x-pagination", "cursor")
_on_list("paging_that_is_an_empty_list", "x-pagination", [])
_on_list("limit_that_is_a_map", "x-rate-limit", {"limit": 1, "seconds": 1, "scope": "account"})
_on_list("limit_of_nothing", "x-rate-limit", [{"limit": 0, "seconds": 60, "scope": "credential"}])
_on_list(
    "limit_of_an_unknown_scope", "x-rate-limit", [{"limit": 1, "seconds": 60, "scope": "moon"}]
)
_on_list("limit_as_a_text", "x-rate-limit", [{"limit": "1", "seconds": 60, "scope": "account"}])
BY_TIER = [
    {"limit": 9, "seconds": 1, "scope": "credential", "tier": "small"},
    {"limit": 99, "seconds": 1, "scope": "credential", "tier": "large"},
]
_on_list("limit_of_a_tier_that_is_no_text", "x-rate-limit", [{**BY_TIER[0], "tier": 1}])
_on_list("limit_of_a_tier_without_a_name", "x-rate-limit", [{**BY_TIER[0], "tier": ""}])


def _tiers(name: str, edit: Edit, advice: str) -> None:
    _refused(f"tiers_{name}", edit, "x-rate-limit", advice)


def _limits(lists: list[Node], gets: list[Node]) -> Edit:
    def edit(document: Node) -> None:
        listing(document)["x-rate-limit"] = lists
        getting(document)["x-rate-limit"] = gets

    return edit


_tiers("of_which_one_is_missing", _limits(BY_TIER, BY_TIER[:1]), "write those of large, or one of")
_tiers("in_another_order", _limits(BY_TIER, BY_TIER[::-1]), "write them as small, large")
_tiers(
    "of_a_bucket_that_has_others_elsewhere",
    _limits(
        [{**each, "bucket": "all"} for each in BY_TIER],
        [{**each, "bucket": "all", "tier": "large"} for each in BY_TIER],
    ),
    "the same everywhere",
)
_on_list("retry_that_is_a_text", "x-retry", "safe")
_on_list("retry_of_an_unknown_class", "x-retry", {"class": "often"})
_on_list("retry_of_a_key_without_one", "x-retry", {"class": "keyed"})
_on_list("retry_of_a_value_without_a_look", "x-retry", {"class": "idempotent"}, "read-back")
_on_list(
    "retry_of_a_value_with_a_key",
    "x-retry",
    {"class": "idempotent", "key": "name", "read-back": "get_plant"},
    "name",
)
for _kind, _time in {
    "nothing": 0,
    "a_part": 1.5,
    "a_text": "600",
    "true": True,
    "null": None,
}.items():
    _on_list(f"completed_within_{_kind}", "x-completed-within", _time)
_on_list("operation_with_a_name_of_python", "x-python-name", "list_them")
_on_list("operation_with_an_extension_of_somebody", "x-internal", True)
_on_list("operation_with_money", "x-money", "minor")


def _without(key: str) -> Edit:
    return lambda document: getting(document).pop(key)


_refused("retry_that_is_missing", _without("x-retry"), "get", "x-retry")
_refused("limit_that_is_missing", _without("x-rate-limit"), "get", "x-rate-limit")


def _keyed(key: str, back: str) -> Edit:
    rule = {"class": "keyed", "key": key, "read-back": back}
    return lambda document: creating(document).update({"x-retry": rule})


def _marked(key: str, **rule: str) -> Edit:
    return lambda document: creating(document).update(
        {"x-retry": {"class": "never", "key": key, **rule}}
    )


_refused("mark_that_nobody_looks_for", _marked("name"), "x-retry", "read-back")
_refused(
    "mark_that_is_not_in_the_body",
    _marked("sort", **{"read-back": "get_plant"}),
    "x-retry",
    "key sort is no field of the body",
)
_refused("key_that_is_not_in_the_body", _keyed("number", "get_plant"), "x-retry", "number|key")
_refused(
    "read_back_that_is_not_there", _keyed("name", "find_plant"), "x-retry", "find_plant|read-back"
)

_refused(
    "read_back_that_is_no_look", _keyed("name", "create_plant"), "x-retry", "create_plant|safe"
)
_refused(
    "read_back_of_a_value_that_is_no_look",
    lambda d: creating(d).update({"x-retry": {"class": "idempotent", "read-back": "create_plant"}}),
    "x-retry",
    "create_plant|safe",
)


def _odd(name: str, advice: str, /, schema: Node | None = None, **extensions: Any) -> None:
    """A property of the plant of answers, with these extensions."""
    found = {
        **(schema or null_text()),
        **{f"x-{k.replace('_', '-')}": v for k, v in extensions.items()},
    }
    _refused(name, lambda document: answered(document).update(odd=found), "odd", advice)


COUNT: Node = {"type": ["integer", "null"], "description": SAID}
_odd("number_of_two_kinds", "one", COUNT, number="count", money="minor")
_odd("number_of_an_unknown_kind", "x-number", COUNT, number="many")
_odd("money_of_an_unknown_unit", "x-money", COUNT, money="cents")
_odd("instant_in_seconds", "x-timestamp", {**COUNT, "format": "int64"}, timestamp="epoch-s")
_odd("instant_that_is_not_int64", "int64", COUNT, timestamp="epoch-ms")
_odd("number_on_a_text", "remove|x-number", number="count")
_odd("secret_that_is_false", "x-secret", secret=False)
_odd("secret_number", "x-secret|text", COUNT, number="count", secret=True)
_odd("tenant_in_an_answer", "x-tenant", tenant="nursery")
_odd("extension_of_somebody_on_a_schema", "remove|extensions", made_up=1)
_odd("limit_on_a_schema", "x-rate-limit", rate_limit=[])
_odd("names_of_what_is_no_enum", "x-enum-varnames", enum_varnames=["A"])
_odd("currency_of_what_has_no_amounts", "x-currency", currency=["currency"])


def _currency(name: str, value: Any) -> None:
    def edit(document: Node) -> None:
        schemas(document)["Plant"]["x-currency"] = value

    _refused(f"currency_{name}", edit, "x-currency", "x-currency")


_currency("that_is_a_text", "currency")
_currency("of_nothing", [])
_currency("that_is_not_there", ["money"])
_currency("twice", ["currency", "currency"])


def _families(name: str, families: Any, advice: str = "x-error") -> None:
    _refused(
        f"families_{name}", lambda d: d.update({"x-error-families": families}), "x-error", advice
    )


_families("that_are_missing_one", {})
_families("that_are_a_list", ["nursery"])
_families("that_are_null", None)
_families("of_a_path_that_is_not_there", {"nursery": {"code": ["kode"]}})
_families("of_a_text_as_paths", {"nursery": {"code": "code"}})
_families("of_an_unknown_key", {"nursery": {"kode": ["code"]}})
_families("with_one_that_nobody_uses", {"nursery": {"code": ["code"]}, "rest": {}})
for _name, _edit in {
    "document": lambda document: document,
    "info": lambda document: document["info"],
    "server": lambda document: document["servers"][0],
    "tag": lambda document: document["tags"][0],
    "paths": lambda document: document["paths"],
    "path": lambda document: document["paths"]["/plants"],
    "body": body,
    "response": lambda document: document["components"]["responses"]["Refusal"],
    "media_type": lambda document: body(document)["content"]["application/json"],
    "components": lambda document: document["components"],
}.items():

    def _stray(document: Node, place: Any = _edit) -> None:
        place(document)["x-made-up"] = True

    _refused(f"of_somebody_at_{_name}", _stray, "x-made-up", "remove|extensions")


# --- right


@right(listed())
def limits_of_the_document(document: Node) -> None:
    document["x-rate-limit"] = {"all": [{"limit": 9, "seconds": 1, "scope": "address"}]}


@right(
    listed(
        base_url="https://else.invalid",
        reads="[each.tier for each in list_plants.OPERATION.rate_limits] == ['small', 'large']",
    ),
    getting_one(
        base_url="https://else.invalid",
        reads="{each.bucket for each in get_plant.OPERATION.rate_limits} == {'all'}",
    ),
)
def limits_of_the_document_alone_by_tier(document: Node) -> None:
    document["x-rate-limit"] = {"all": BY_TIER}
    del document["servers"]
    for operation in (listing, creating, getting):
        del operation(document)["x-rate-limit"]


@right(listed(reads="[each.tier for each in list_plants.OPERATION.rate_limits] == [None, 'large']"))
def limits_of_all_and_of_one_tier(document: Node) -> None:
    listing(document)["x-rate-limit"].append(BY_TIER[1])


@right(listed(reads="len(list_plants.OPERATION.rate_limits) == 2"))
def two_windows(document: Node) -> None:
    listing(document)["x-rate-limit"].append({"limit": 2, "seconds": 1, "scope": "credential"})


@right(
    made(
        "name='n'",
        '{"name":"n"}',
        reads="create_plant.OPERATION.retry.kind == 'idempotent' and "
        "create_plant.OPERATION.retry.read_back == 'get_plant'",
    )
)
def retry_of_a_value(document: Node) -> None:
    creating(document)["x-retry"] = {"class": "idempotent", "read-back": "get_plant"}


@right(
    made(
        "name='n'",
        '{"name":"n"}',
        reads="create_plant.OPERATION.retry == "
        "type(create_plant.OPERATION.retry)(kind='never', key='name', read_back='get_plant')",
    )
)
def retry_of_a_mark(document: Node) -> None:
    _marked("name", **{"read-back": "get_plant"})(document)


@right(
    made(
        "name='n'",
        '{"name":"n"}',
        reads="create_plant.OPERATION.completed_within == 600",
    ),
    getting_one(reads="get_plant.OPERATION.completed_within is None"),
)
def completed_in_time(document: Node) -> None:
    creating(document)["x-completed-within"] = 600


@right(listed("start='x'", ("start", "x")))
def paging_by_another_parameter(document: Node) -> None:
    listing(document)["parameters"][0]["name"] = "start"
    listing(document)["x-pagination"]["cursor"] = "start"


@right(made("name='n', price=Money.of('1', 'EUR')", '{"name":"n","price":100,"unit":"EUR"}'))
def currency_of_another_name(document: Node) -> None:
    schemas(document)["PlantInput"]["x-currency"] = ["unit"]
    asked(document)["unit"] = asked(document).pop("currency")


@right(
    getting_one(
        answer='{"id": "a", "price": 5, "unit": "JPY"}',
        reads="answer.price == Money.of('5', 'JPY')",
    )
)
def currency_of_another_name_in_an_answer(document: Node) -> None:
    schemas(document)["Plant"]["x-currency"] = ["unit"]
    answered(document)["unit"] = answered(document).pop("currency")
