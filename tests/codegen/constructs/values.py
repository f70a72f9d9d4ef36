"""Values: types, formats, enums, components of every kind."""

from __future__ import annotations

from tests.codegen.constructs.base import (
    SAID,
    Node,
    answered,
    asked,
    null_text,
    or_null,
    record,
    ref,
    schemas,
)
from tests.codegen.constructs.fields import ODD, TEXT, answer, component, question
from tests.codegen.constructs.table import (
    Refused,
    invalid,
    made,
    read,
    refused,
    right,
)

# --- types and formats

answer(
    "text_field",
    {"type": TEXT},
    read('"odd": "x"', "answer.odd == 'x'"),
    read('"odd": null', "answer.odd is None"),
    read("", "answer.odd is None"),
)
answer("boolean_field", {"type": ["boolean", "null"]}, read('"odd": true', "answer.odd is True"))
answer(
    "integer_32_field",
    {"type": ["integer", "null"], "format": "int32", "x-number": "count"},
    read('"odd": 3', "answer.odd == 3"),
)
answer(
    "number_double_field",
    {"type": ["number", "null"], "format": "double", "x-number": "rate"},
    read('"odd": 1.5', "answer.odd == Decimal('1.5')"),
)
answer(
    "number_float_field",
    {"type": ["number", "null"], "format": "float", "x-number": "rate"},
    read('"odd": 1.5', "answer.odd == Decimal('1.5')"),
)
answer("uuid_field", {"type": TEXT, "format": "uuid"}, read('"odd": "u"', "answer.odd == 'u'"))
answer(
    "date_field",
    {"type": TEXT, "format": "date"},
    read('"odd": "2030-01-02"', "answer.odd == datetime.date(2030, 1, 2)"),
    read('"odd": "31/12/99"', "answer.odd == '31/12/99'"),
)
answer(
    "date_time_field",
    {"type": TEXT, "format": "date-time"},
    read(
        '"odd": "2030-01-02T00:00:00Z"',
        "answer.odd == datetime.datetime(2030, 1, 2, tzinfo=datetime.timezone.utc)",
    ),
)
answer(
    "epoch_in_milliseconds",
    {"type": ["integer", "null"], "format": "int64", "x-timestamp": "epoch-ms"},
    read(
        '"odd": 1000',
        "answer.odd == datetime.datetime(1970, 1, 1, 0, 0, 1, tzinfo=datetime.timezone.utc)",
    ),
)
answer(
    "decimal_amount",
    {"type": TEXT, "x-money": "major"},
    read('"odd": "1.50", "currency": "USD"', "answer.odd == Money.of('1.5', 'USD')"),
)
answer(
    "amount_in_main_units",
    {"type": ["number", "null"], "x-money": "major"},
    read('"odd": 1.5, "currency": "USD"', "answer.odd == Money.of('1.5', 'USD')"),
)
question(
    "date_in_a_request",
    {"type": "string", "format": "date"},
    made("name='n', odd=datetime.date(2030, 1, 2)", '{"name":"n","odd":"2030-01-02"}'),
    made("name='n', odd='2030-01-02'", '{"name":"n","odd":"2030-01-02"}'),
    invalid("create_plant.build(body=models.PlantInput(name='n', odd='31/12/99'))", "odd"),
)
question(
    "amount_without_a_currency_of_its_own",
    {"type": "integer", "format": "int64", "x-money": "minor"},
    made("name='n', odd=Money.of('1', 'EUR')", '{"name":"n","currency":"EUR","odd":100}'),
    invalid(
        "create_plant.build(body=models.PlantInput(name='n', odd=Money.of('1', 'EUR'), currency='USD'))",
        "odd|currency",
    ),
)

for _format in (
    "byte",
    "email",
    "uri",
    "hostname",
    "ipv4",
    "time",
    "duration",
    "regex",
    "int8",
    "made-up",
):
    answer(
        f"format_{_format.replace('-', '_')}",
        {"type": TEXT, "format": _format},
        Refused(ODD, "format|pattern|description"),
    )
answer("format_that_is_a_number", {"type": TEXT, "format": 3}, Refused(ODD, "format"))
answer(
    "date_that_is_a_number",
    {"type": ["integer", "null"], "format": "date", "x-number": "count"},
    Refused(ODD, "format|string"),
)
answer("int64_that_is_a_text", {"type": TEXT, "format": "int64"}, Refused(ODD, "format|integer"))
answer("several_types", {"type": ["string", "integer"]}, Refused(ODD, "type"))
answer("no_type", {}, read('"odd": [1]', "answer.odd == [1]"), read('"odd": 2', "answer.odd == 2"))
answer("null_alone", {"type": "null"}, Refused(ODD, "type"))
answer("type_of_no_kind", {"type": "date"}, Refused(ODD, "type"))
answer("type_that_is_a_number", {"type": 3}, Refused(ODD, "type"))
answer("type_that_is_an_empty_list", {"type": []}, Refused(ODD, "type"))
answer("nullable_of_old", {"type": "string", "nullable": True}, Refused(ODD, "null"))
answer("schema_that_is_true", True, Refused(ODD, "type|schema"))
answer("schema_that_is_false", False, Refused(ODD, "type|schema"))
answer("schema_that_is_null", None, Refused(ODD, "type|schema"))
answer("schema_that_is_a_text", "string", Refused(ODD, "type|schema"))
answer("schema_that_is_a_list", [{"type": "string"}], Refused(ODD, "type|schema"))

# --- enums and consts

answer(
    "enum_without_a_name",
    {"type": TEXT, "enum": ["a", "b", None]},
    Refused(ODD, "components/schemas|name"),
)
answer("const_text", {"type": "string", "const": "x"}, read('"odd": "x"', "answer.odd == 'x'"))
answer(
    "const_integer",
    {"type": "integer", "const": 3, "x-number": "level"},
    read('"odd": 3', "answer.odd == 3"),
)
answer(
    "const_boolean", {"type": "boolean", "const": True}, read('"odd": true', "answer.odd is True")
)
question(
    "const_integer_in_a_request",
    {"type": "integer", "const": 3, "x-number": "level"},
    made("name='n', odd=3", '{"name":"n","odd":3}'),
)
answer("const_object", {"const": {"a": 1}}, Refused(ODD, "const|type"))
answer("const_of_another_type", {"type": "string", "const": 3}, Refused(ODD, "const|type"))
component(
    "integer_enum",
    {"type": "integer", "enum": [1, 2, 30], "x-number": "level"},
    read('"odd": 2', "answer.odd == 2 and isinstance(answer.odd, models.Odd)"),
    read('"odd": 77', "answer.odd == 77"),
)


@right(
    made("name='n', odd=2", '{"name":"n","odd":2}'),
    made("name='n', odd=models.Odd(7)", '{"name":"n","odd":7}'),
    made("name='n', odd=models.Odd(1)", '{"name":"n","odd":1}'),
)
def integer_enum_in_a_request(document: Node) -> None:
    schemas(document)["Odd"] = {
        "type": "integer",
        "enum": [1, 2],
        "x-number": "level",
        "description": SAID,
    }
    asked(document)["odd"] = {**ref("Odd"), "description": SAID}


component(
    "enum_of_one_value",
    {"type": "string", "enum": ["x"]},
    read('"odd": "x"', "answer.odd == models.Odd('x')"),
)
component("enum_of_nothing", {"type": "string", "enum": []}, Refused("Odd", "enum|value"))
component(
    "enum_of_several_types",
    {"type": "string", "enum": ["a", 1]},
    Refused("Odd", "enum|type|text|string"),
)
component("enum_without_a_type", {"enum": ["a", "b"]}, Refused("Odd", "type"))
component(
    "enum_that_is_a_map", {"type": "string", "enum": {"a": 1}}, Refused("Odd", "enum|list|array")
)
component(
    "enum_with_null", {"type": ["string", "null"], "enum": ["a", None]}, Refused("Odd", "null")
)
component(
    "enum_of_one_value_twice",
    {"type": "string", "enum": ["a", "a"]},
    Refused("Odd", "twice|once|enum|unique"),
)
component(
    "enum_of_numbers",
    {"type": "number", "enum": [1.5, 2.5], "x-number": "rate"},
    Refused("Odd", "enum|integer|string"),
)
component(
    "enum_of_booleans", {"type": "boolean", "enum": [True]}, Refused("Odd", "enum|const|string")
)

# --- components of every kind

component("named_text", {"type": "string"}, read('"odd": "x"', "answer.odd == 'x'"))
component(
    "named_list",
    {"type": "array", "items": {"type": "string"}},
    read('"odd": ["x"]', "answer.odd == ['x']"),
)
component(
    "named_map",
    {"type": "object", "additionalProperties": {"type": "string"}},
    read('"odd": {"x": "y"}', "answer.odd == {'x': 'y'}"),
)
component(
    "object_without_properties",
    {"type": "object", "properties": {}},
    read('"odd": {"x": 1}', "answer.odd is not None"),
)
component(
    "open_object",
    {"type": "object", "additionalProperties": True, "properties": {"x": null_text()}},
    read('"odd": {"x": "y", "z": 1}', "answer.odd is not None and answer.odd.x == 'y'"),
)
component(
    "closed_object",
    {"type": "object", "additionalProperties": False, "properties": {"x": null_text()}},
    read('"odd": {"x": "y"}', "answer.odd is not None and answer.odd.x == 'y'"),
)
component(
    "component_that_names_another", ref("Colour"), read('"odd": "red"', "answer.odd == 'red'")
)
component("component_that_is_true", True, Refused("Odd", "type|schema"))
component("component_that_is_null", None, Refused("Odd", "type|schema"))
component("component_that_is_a_list", [], Refused("Odd", "type|schema"))
component(
    "component_that_may_be_null",
    {"type": ["object", "null"], "properties": {"x": null_text()}},
    read('"odd": {"x": "y"}', "answer.odd is not None and answer.odd.x == 'y'"),
    read('"odd": null', "answer.odd is None"),
)
component(
    "named_date",
    {"type": "string", "format": "date"},
    read('"odd": "2030-01-02"', "answer.odd == datetime.date(2030, 1, 2)"),
)
component(
    "named_amount",
    {"type": "integer", "format": "int64", "x-money": "minor"},
    read('"odd": 100, "currency": "USD"', "answer.odd == Money.of('1', 'USD')"),
)


@refused("Orphan", "remove")
def component_that_nobody_uses(document: Node) -> None:
    schemas(document)["Orphan"] = record(a=null_text())


@refused("Pot", "Input|one for|requests")
def model_of_requests_and_of_answers(document: Node) -> None:
    schemas(document)["Pot"] = record(size=null_text())
    answered(document)["pot"] = or_null("Pot")
    asked(document)["pot"] = {**ref("Pot"), "description": SAID}
