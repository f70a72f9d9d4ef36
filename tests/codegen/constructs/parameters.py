"""Parameters that are sent: where they stand, how they are written, what they hold."""

from __future__ import annotations

from typing import Any

from tests.codegen.constructs.base import (
    SAID,
    Node,
    creating,
    getting,
    listing,
    parameter,
    query,
    record,
    ref,
    schemas,
    text,
)
from tests.codegen.constructs.table import add, getting_one, invalid, listed, made, right

TEXTS = {"type": "array", "items": {"type": "string"}}
ONE = "/plants/{id}"


add(
    "base",
    lambda document: None,
    getting_one(),
    getting_one(status=404, answer='{"code": "gone"}', reads="fault.code == 'gone'"),
    listed("after='x', size=3", ("after", "x"), ("size", "3")),
    made("name='fern', price=Money.of('1', 'USD')", '{"name":"fern","price":100,"currency":"USD"}'),
)

# --- where they stand


@right(getting_one(build="get_plant.build(id='a b')", path="/plants/a b"))
def parameters_of_a_path(document: Node) -> None:
    document["paths"][ONE]["parameters"] = getting(document).pop("parameters")


@right(
    getting_one(build="get_plant.build(id='ab')", path="/plants/ab"),
    invalid("get_plant.build(id='abc')", "id"),
)
def parameter_of_a_path_that_the_operation_overrides(document: Node) -> None:
    document["paths"][ONE]["parameters"] = [parameter("id", {"type": "string"}, "path")]
    getting(document)["parameters"][0]["schema"]["maxLength"] = 2


@right(listed("after='x'", ("after", "x")))
def parameter_component(document: Node) -> None:
    document["components"]["parameters"] = {"After": listing(document)["parameters"][0]}
    listing(document)["parameters"][0] = ref("After", "parameters")


@right(listed("after='x'", ("after", "x")))
def parameter_component_with_a_description_beside(document: Node) -> None:
    parameter_component(document)
    listing(document)["parameters"][0]["description"] = "Where to go on from."


@right(listed("code='x'", ("code", "x")), listed())
def parameter_whose_schema_is_a_component(document: Node) -> None:
    schemas(document)["Sku"] = text(minLength=1)
    query(document, "code", ref("Sku"))


@right(
    listed(headers=(("x-trace", "t"),), build="list_plants.build(x_trace='t')"),
)
def header_parameter(document: Node) -> None:
    listing(document)["parameters"].append(parameter("X-Trace", {"type": "string"}, "header"))


@right(
    listed("shade='q', shade_header='h'", ("shade", "q"), headers=(("shade", "h"),)),
)
def query_and_header_of_one_name(document: Node) -> None:
    query(document, "shade", {"type": "string"})
    listing(document)["parameters"].append(parameter("shade", {"type": "string"}, "header"))


@right(
    getting_one(build="get_plant.build(id='a', id_query='b')", query=(("id", "b"),)),
)
def path_and_query_of_one_name(document: Node) -> None:
    getting(document)["parameters"].append(parameter("id", {"type": "string"}))


@right(
    getting_one(build="get_plant.build(id='a', id_header='b')", headers=(("id", "b"),)),
)
def path_and_header_of_one_name(document: Node) -> None:
    getting(document)["parameters"].append(parameter("id", {"type": "string"}, "header"))


# --- lists


def _list(name: str, expected: tuple[tuple[str, str], ...], **more: Any) -> None:
    def edit(document: Node) -> None:
        query(document, "ids", {**TEXTS}, **more)

    add(name, edit, listed("ids=['a', 'b']", *expected), listed("ids=['a']", ("ids", "a")))


_list("list_in_query", (("ids", "a"), ("ids", "b")))
_list("list_in_query_exploded", (("ids", "a"), ("ids", "b")), style="form", explode=True)
_list("list_in_query_of_form_style_alone", (("ids", "a"), ("ids", "b")), style="form")
_list("list_in_query_joined", (("ids", "a,b"),), style="form", explode=False)
_list("list_in_query_joined_without_a_style", (("ids", "a,b"),), explode=False)
_list("list_in_query_with_spaces", (("ids", "a b"),), style="spaceDelimited", explode=False)
_list("list_in_query_with_pipes", (("ids", "a|b"),), style="pipeDelimited", explode=False)
_list("list_in_query_with_pipes_by_default", (("ids", "a|b"),), style="pipeDelimited")


@right(listed("ids=[1, 2]", ("ids", "1,2")))
def list_of_integers_joined(document: Node) -> None:
    items = {"type": "integer", "x-number": "level"}
    query(document, "ids", {"type": "array", "items": items}, explode=False)


@right(
    listed("colours=['red', models.Colour.GREEN]", ("colours", "red"), ("colours", "green")),
)
def list_of_an_enum(document: Node) -> None:
    query(document, "colours", {"type": "array", "items": ref("Colour")})


@right(invalid("list_plants.build(ids=['a', 'b', 'c'])", "ids", "models.PlantPage"))
def list_with_bounds(document: Node) -> None:
    query(document, "ids", {**TEXTS, "maxItems": 2}, explode=False)


@right(getting_one(build="get_plant.build(id=['a', 'b'])", path="/plants/a,b"))
def list_in_path(document: Node) -> None:
    getting(document)["parameters"][0]["schema"] = {**TEXTS}


@right(
    listed(headers=(("x-ids", "a,b"),), build="list_plants.build(x_ids=['a', 'b'])"),
)
def list_in_header(document: Node) -> None:
    listing(document)["parameters"].append(parameter("X-Ids", {**TEXTS}, "header"))


@right(
    listed(
        "filter_=models.Filter(shade='deep', leaves=2)",
        ("filter[shade]", "deep"),
        ("filter[leaves]", "2"),
    ),
    listed("filter_=models.Filter()"),
)
def deep_object(document: Node) -> None:
    leaves = {"type": "integer", "x-number": "count", "description": SAID}
    schemas(document)["Filter"] = record(shade=text(), leaves=leaves)
    query(document, "filter", ref("Filter"), style="deepObject", explode=True)
    listing(document)["parameters"][-1]["x-python-name"] = "filter_"


# --- what they hold


def _kind(name: str, schema: Node, value: str, sent: str) -> None:
    """Such a parameter in each place where it can stand."""

    def edit(document: Node) -> None:
        query(document, "worth", schema)
        listing(document)["parameters"].append(parameter("gain", schema, "header"))
        getting(document)["parameters"] = [parameter("id", schema, "path")]

    add(
        f"{name}_parameter",
        edit,
        listed(f"worth={value}", ("worth", sent)),
        listed(f"gain={value}", headers=(("gain", sent),)),
        listed(),
        getting_one(build=f"get_plant.build(id={value})", path=f"/plants/{sent}"),
    )


_kind("boolean", {"type": "boolean"}, "True", "true")
_kind("integer", {"type": "integer", "x-number": "level"}, "-7", "-7")
_kind("number", {"type": "number", "x-number": "rate"}, "Decimal('1.50')", "1.50")
_kind("date", {"type": "string", "format": "date"}, "datetime.date(2030, 1, 2)", "2030-01-02")
_kind(
    "instant",
    {"type": "integer", "format": "int64", "x-timestamp": "epoch-ms"},
    "datetime.datetime(1970, 1, 1, 0, 0, 1, tzinfo=datetime.timezone.utc)",
    "1000",
)
_kind(
    "date_time",
    {"type": "string", "format": "date-time"},
    "datetime.datetime(2030, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)",
    "2030-01-02T03:04:05Z",
)
_UUID = "0aed15e5-3d09-4319-800d-d65a5e73f783"
_kind("uuid", {"type": "string", "format": "uuid"}, f"'{_UUID}'", _UUID)
_kind("enum", ref("Colour"), "models.Colour.RED", "red")
_kind("const_text", {"type": "string", "const": "v1"}, "'v1'", "v1")
_kind("const_integer", {"type": "integer", "const": 3, "x-number": "level"}, "3", "3")
_kind("const_boolean", {"type": "boolean", "const": True}, "True", "true")


@right(
    listed("over=Money.of('1.5', 'USD'), currency='USD'", ("over", "150"), ("currency", "USD")),
    listed("over=Money.of('7', 'JPY')", ("over", "7"), ("currency", "JPY")),
)
def money_in_query(document: Node) -> None:
    query(document, "over", {"type": "integer", "format": "int64", "x-money": "minor"})
    query(document, "currency", {"type": "string"})


# --- what is said beside


@right(
    listed(reads="'asc' in (list_plants.build.__doc__ or '')"),
    listed("order='desc'", ("order", "desc")),
)
def default_of_a_parameter(document: Node) -> None:
    query(document, "order", {"type": "string", "default": "asc"})


@right(
    listed(reads="'eprecated' in (list_plants.build.__doc__ or '')"),
    listed("order='asc'", ("order", "asc"), warned="order"),
)
def deprecated_parameter(document: Node) -> None:
    query(document, "order", {"type": "string"}, deprecated=True)


@right(listed("order='asc'", ("order", "asc")))
def parameter_with_examples(document: Node) -> None:
    query(document, "order", {"type": "string"}, examples={"up": {"value": "asc"}})
    query(document, "turn", {"type": "string"}, example="left")


@right(listed("order='asc'", ("order", "asc")))
def scalar_with_its_usual_style(document: Node) -> None:
    query(document, "order", {"type": "string"}, style="form", explode=False)


@right(getting_one())
def path_parameter_of_simple_style(document: Node) -> None:
    getting(document)["parameters"][0] |= {"style": "simple", "explode": False}


@right(
    listed(
        "word='hush'", ("word", "hush"), reads="'hush' not in repr(list_plants.build(word='hush'))"
    ),
)
def secret_parameter(document: Node) -> None:
    query(document, "word", {"type": "string", "x-secret": True})


@right(
    listed("size=2", ("size", "2")),
    invalid("list_plants.build(size=9)", "size", "models.PlantPage"),
)
def bounds_of_a_parameter(document: Node) -> None:
    listing(document)["parameters"][1]["schema"]["maximum"] = 5


@right(listed("order='up'", ("order", "up")))
def parameter_that_must_be_given(document: Node) -> None:
    query(document, "order", {"type": "string"}, required=True)


# --- names


@right(
    listed("sorting='a', user_id='b'", ("userId", "a"), ("user_id", "b")),
)
def parameters_told_apart_by_x_python_name(document: Node) -> None:
    query(document, "userId", {"type": "string"}, **{"x-python-name": "sorting"})
    query(document, "user_id", {"type": "string"})


NAMES = {
    "of_signs": {
        "user-id": "user_id",
        "pageNo": "page_no",
        "filter[name]": "filter_name",
        "$top": "top",
        "a.b": "a_b",
        "a&b=c": "abc",
        "größe": "größe",
    },
    "of_python": {"class": "class_", "None": "none", "self": "self_", "from": "from_"},
    "of_digits_and_underscores": {"9lives": "field_9lives", "_page": "field_page"},
    "of_hostile_signs": {
        'a"b': "ab",
        "c\nd": "cd",
        "e\\f": "e_f",
        "{{x}}": "x",
        "{% y %}": "y",
        "%s": "s",
    },
    "of_our_module": {
        "body": "body_",
        "build": "build_",
        "path_of": "path_of_",
        "query_of": "query_of_",
        "parse": "parse",
        "OPERATION": "operation",
        "models": "models",
        "Request": "request",
    },
    "of_types": {"str": "str_", "list": "list_", "datetime": "datetime_", "id": "id"},
}
for _group, _names in NAMES.items():

    def _named(document: Node, names: dict[str, str] = _names) -> None:
        for wire in names:
            query(document, wire, {"type": "string"})

    _given = ", ".join(f"{python}='x'" for python in _names.values())
    add(f"parameters_{_group}", _named, listed(_given, *((wire, "x") for wire in _names)))


@right(
    made(
        "name='n'",
        '{"name":"n"}',
        query=(("body", "b"), ("currency", "EUR")),
        build="create_plant.build(body=models.PlantInput(name='n'), body_='b', currency='EUR')",
    )
)
def parameters_named_body_and_currency(document: Node) -> None:
    creating(document)["parameters"] = [
        parameter("body", {"type": "string"}),
        parameter("currency", {"type": "string"}),
    ]


@right(listed("order='x'", ("Order", "x")), listed())
def x_python_name_of_a_parameter(document: Node) -> None:
    query(document, "Order", {"type": "string"}, **{"x-python-name": "order"})


@right(listed("signs='x'", ("-", "x")))
def nameless_parameter_with_x_python_name(document: Node) -> None:
    query(document, "-", {"type": "string"}, **{"x-python-name": "signs"})
