"""Names of properties and of enum values: data, whatever they look like."""

from __future__ import annotations

import json

from tests.codegen.constructs.base import (
    SAID,
    Node,
    answered,
    asked,
    null_text,
    or_null,
    schemas,
    text,
)
from tests.codegen.constructs.fields import component
from tests.codegen.constructs.table import (
    Refused,
    add,
    made,
    read,
    refused,
    right,
)

# --- properties

PROPERTIES = {
    "of_our_methods": {
        "toDict": "to_dict_",
        "to_json": "to_json_",
        "from_dict": "from_dict_",
        "is_set": "is_set_",
        "write": "write_",
        "read": "read_",
        "unknown_fields": "unknown_fields_",
        "property": "property_",
    },
    "of_our_attributes": {
        "currency_field": "currency_field_",
        "currency_places": "currency_places_",
        "carries_money": "carries_money_",
        "sdk_unknown": "sdk_unknown_",
        "rules_of_all": "rules_of_all_",
        "secret_names": "secret_names_",
    },
    "of_python": {
        "class": "class_",
        "None": "none",
        "import": "import_",
        "lambda": "lambda_",
        "match": "match",
        "self": "self_",
        "cls": "cls",
        "async": "async_",
    },
    "of_types": {
        "list": "list_",
        "dict": "dict_",
        "str": "str_",
        "int": "int_",
        "bool": "bool_",
        "type": "type",
        "print": "print",
        "object": "object",
        "bytes": "bytes",
    },
    "of_modules": {
        "datetime": "datetime_",
        "Decimal": "decimal",
        "Money": "money",
        "UNSET": "unset",
        "msgspec": "msgspec_",
        "attrs": "attrs_",
        "Any": "any",
        "Model": "model",
        "choice": "choice",
        "amount": "amount",
        "each": "each",
        "number": "number",
    },
    "of_base_classes": {
        "mro": "mro",
        "copy": "copy",
        "count": "count",
        "index": "index",
        "key": "key",
        "__init__": "field_init",
        "__class__": "field_class_",
        "__slots__": "field_slots",
    },
    "of_digits_and_signs": {
        "1st": "field_1st",
        "99": "field_99",
        "_hidden": "field_hidden",
        "$top": "top",
        "@kind": "kind",
        "a.b": "a_b",
        "c d": "c_d",
        "e-f": "e_f",
        "x:y": "xy",
    },
    "of_other_scripts": {"日本": "日本", "größe": "größe", "имя": "имя"},
    "of_quotes": {'a"b': "ab", "c'd": "cd", "e\\f": "e_f", '"""x': "x", "g`h": "gh"},
    "of_lines": {"a\nb": "ab", "c\td": "cd", "e\r\nf": "ef", "x\u2028y": "xy"},
    "of_controls": {"a\x00b": "ab", "x\u202ey": "xy", "c\x7fd": "cd"},
    "of_templates": {"{{x}}": "x", "{% raw %}": "raw", "{# y #}": "y", "a{b}": "ab", "%s": "s"},
    "of_addresses": {
        "https://nursery.invalid/x": "httpsnursery_invalidx",
    },
}
for _group, _names in PROPERTIES.items():

    def _named(document: Node, names: dict[str, str] = _names) -> None:
        own = {wire for wire in names if wire in answered(document)}
        assert not own
        for wire in names:
            answered(document)[wire] = null_text()
            asked(document)[wire] = text()

    _sent = json.dumps({"name": "n", **dict.fromkeys(_names, "v")}, ensure_ascii=False)
    _plain = json.dumps(dict.fromkeys(_names, "v"), ensure_ascii=False)[1:-1]
    _read = " and ".join(f"answer.{python} == 'v'" for python in _names.values())
    _given = ", ".join(f"{python}='v'" for python in _names.values())
    _whole = _sent.replace('": "', '":"').replace('", "', '","')
    add(
        f"properties_{_group}",
        _named,
        read(_plain, f"{_read} and answer.to_json().count(b'v') >= {len(_names)}"),
        made(f"name='n', {_given}", _whole),
    )

for _name in ("sdk_currency", "_sdk_currency"):

    def _kept(document: Node, name: str = _name) -> None:
        answered(document)[name] = null_text()

    add(
        f"property_{_name.strip('_')}{'_with_a_sign' * _name.startswith('_')}",
        _kept,
        read(
            f'"{_name}": "v", "price": 100, "currency": "USD"',
            "'v' in [getattr(answer, name, None) for name in dir(answer) if 'currency' in name]"
            " and answer.price == Money.of('1', 'USD')",
        ),
    )


def _property(name: str, wire: str, advice: str = "x-python-name", place: str = "Plant") -> None:
    def edit(document: Node) -> None:
        answered(document)[wire] = null_text()

    add(name, edit, Refused(place, advice))


_property("property_of_our_own", "commerce_sdk:currency", "unknown_fields")
_property("property_of_a_sign", "-")
_property("property_of_no_name", "")
_property("property_of_signs", "$%&")
_property("property_of_blanks", "  ")
_property("property_of_a_symbol", "☃")


@refused("Plant", "x-python-name")
def properties_of_one_python_name(document: Node) -> None:
    answered(document)["userId"] = null_text()
    answered(document)["user_id"] = null_text()


@right(
    read('"userId": "x", "user_id": "y"', "answer.owner == 'x' and answer.user_id == 'y'"),
    made("name='n', owner='x', user_id='y'", '{"name":"n","userId":"x","user_id":"y"}'),
)
def properties_told_apart_by_x_python_name(document: Node) -> None:
    for properties, schema in ((answered(document), null_text()), (asked(document), text())):
        properties["userId"] = {**schema, "x-python-name": "owner"}
        properties["user_id"] = dict(schema)


@right(read('"-": "x"', "answer.dash == 'x'"))
def property_of_a_sign_with_x_python_name(document: Node) -> None:
    answered(document)["-"] = null_text(**{"x-python-name": "dash"})


def _python_name(name: str, value: object) -> None:
    def edit(document: Node) -> None:
        answered(document)["odd"] = null_text(**{"x-python-name": value})

    add(f"x_python_name_{name}", edit, Refused("Plant", "x-python-name"))


_python_name("of_a_keyword_in_a_model", "class")
_python_name("with_a_blank_in_a_model", "a b")
_python_name("of_nothing_in_a_model", "")
_python_name("of_a_number_in_a_model", 3)
_python_name("of_another_property", "name")
_python_name("of_ours_in_a_model", "to_dict")
_python_name("of_a_private_name_in_a_model", "_id")


# --- enum values


def _values(name: str, *values: str, reads: str = "", **more: object) -> None:
    component(
        name,
        {"type": "string", "enum": list(values), **more},
        read(
            f'"odd": {json.dumps(values[0])}',
            f"answer.odd is not None and answer.odd == models.Odd({values[0]!r}) and {reads or 'True'}",
        ),
        read('"odd": "unheard of"', "answer.odd == 'unheard of'"),
    )


_values(
    "enum_values_with_quotes",
    'a"b',
    "c'd",
    '"""',
    reads="len(models.Odd) >= 2",
    **{"x-enum-varnames": ["DOUBLE", "SINGLE", "THREE"]},
)
_values("enum_values_with_a_newline", "a\nb", "c", reads="len(models.Odd) == 2")
_values("enum_values_with_a_backslash", "a\\", "b", reads="len(models.Odd) == 2")
_values("enum_values_with_braces", "{{a}}", "{% b %}", reads="len(models.Odd) == 2")
_values(
    "enum_values_that_are_keywords",
    "None",
    "class",
    "mro",
    "name",
    "value",
    reads="len(models.Odd) == 5",
)
_values("enum_values_with_digits", "1st", "2", "3.5", reads="len(models.Odd) == 3")
_values("enum_values_of_another_script", "é", "日本", reads="len(models.Odd) == 2")
_values(
    "enum_values_that_are_named",
    "-",
    "+",
    reads="models.Odd('-') is models.Odd.MINUS",
    **{"x-enum-varnames": ["MINUS", "PLUS"]},
)
_values(
    "enum_values_told_apart",
    "a-b",
    "a_b",
    reads="models.Odd('a-b') is models.Odd.SIGN",
    **{"x-enum-varnames": ["SIGN", "LINE"]},
)


@right(read('"odd": 2', "answer.odd == models.Odd.MIDDLE"))
def integer_enum_with_names(document: Node) -> None:
    names = {"x-enum-varnames": ["LOW", "MIDDLE"], "x-number": "level"}
    schemas(document)["Odd"] = {"type": "integer", "enum": [1, 2], "description": SAID, **names}
    answered(document)["odd"] = or_null("Odd")


def _enum(name: str, *values: str, advice: str = "x-enum-varnames", **more: object) -> None:
    component(name, {"type": "string", "enum": list(values), **more}, Refused("Odd", advice))


_enum("enum_values_of_one_name", "a-b", "a_b")
_enum("enum_values_of_one_name_in_two_cases", "red", "Red")
_enum("enum_values_of_no_name", "-", "+")
_enum("enum_value_of_nothing", "", "a")
_enum("too_few_names_of_an_enum", "a", "b", **{"x-enum-varnames": ["A"]})
_enum("names_of_an_enum_that_are_none", "a", "b", **{"x-enum-varnames": ["A", "b c"]})
_enum("names_of_an_enum_that_are_one", "a", "b", **{"x-enum-varnames": ["A", "A"]})
_enum("names_of_an_enum_that_are_a_text", "a", "b", **{"x-enum-varnames": "A"})
