"""Names of schemas, operations, tags and families, and words: data, whatever they look like."""

from __future__ import annotations

from tests.codegen.constructs.base import (
    SAID,
    Node,
    answered,
    creating,
    getting,
    listing,
    null_text,
    operation,
    or_null,
    parameter,
    query,
    record,
    schemas,
)
from tests.codegen.constructs.table import (
    Call,
    Refused,
    add,
    getting_one,
    listed,
    made,
    read,
    refused,
    right,
)

# --- schemas


def _schema(name: str, schema: str, *verdict: Call | Refused) -> None:
    def edit(document: Node) -> None:
        schemas(document)[schema] = record(a=null_text())
        answered(document)["odd"] = or_null(schema.replace("~", "~0").replace("/", "~1"))

    add(name, edit, *verdict)


for _name in (
    *("Model", "Money", "Any", "Decimal", "UnknownVariant", "RequestModel", "Text", "Request"),
    *("Operation", "UNSET", "OPERATION", "KeptCurrency", "None", "True", "ClassVar", "Exception"),
):
    _schema(f"schema_named_{_name}", _name, Refused(_name, "name|write"))
MISNAMED = (
    *("thing_part", "part", "my.Part", "My-Part", "1Part", "Größe", "My Part", 'P"art'),
    *("P\nart", "{{Part}}", "Part/Two", "Part~Two", "$Part", "_Part", "class", ""),
)
for _number, _name in enumerate(MISNAMED):
    _schema(
        f"schema_name_{_number}",
        _name,
        Refused("components/schemas", "PascalCase|name|write|such as"),
    )
UNUSUAL = ("List", "Enum", "Base", "HTTPError", "A1", "Type", "Field")


@right(
    *(
        read(f'"s{each}": {{"a": "x"}}', f"answer.s{each} is not None and answer.s{each}.a == 'x'")
        for each in range(len(UNUSUAL))
    )
)
def schemas_of_unusual_names(document: Node) -> None:
    for number, name in enumerate(UNUSUAL):
        schemas(document)[name] = record(a=null_text())
        answered(document)[f"s{number}"] = or_null(name)


@refused("components/schemas", "name|write|such as")
def schemas_of_one_module(document: Node) -> None:
    for name in ("HttpPot", "HTTPPot"):
        schemas(document)[name] = record(a=null_text())
        answered(document)[f"x{name}"] = or_null(name)


# --- operations, tags, paths


def _operation(name: str, value: object, *verdict: Call | Refused) -> None:
    def edit(document: Node) -> None:
        getting(document)["operationId"] = value

    add(f"operation_{name}", edit, *verdict)


for _name, _id in {
    "of_a_keyword": "import",
    "in_camel_case": "getPlant",
    "with_a_blank": "get plant",
    "with_a_dot": "plants.get",
    "of_nothing": "",
    "with_a_leading_sign": "_get",
    "with_a_newline": "get\nplant",
    "that_climbs": "../get",
    "that_is_a_number": 3,
    "that_is_null": None,
    "of_another": "list_plants",
}.items():
    _operation(_name, _id, Refused("", "operationId|snake_case|text|string"))
for _name in ("operations", "api", "build", "client", "types"):
    _operation(f"named_{_name}", _name, getting_one(build=f"{_name}.build(id='a')"))


@refused("get", "operationId")
def operation_of_no_name(document: Node) -> None:
    del getting(document)["operationId"]


def _tagged(document: Node, tags: object) -> None:
    document["tags"] = [{"name": each} for each in tags] if isinstance(tags, list) else []
    for item in document["paths"].values():
        for found in item.values():
            found["tags"] = tags


for _name, _tag, _module in (
    ("with_a_blank", "My Plants", "my_plants"),
    ("with_a_sign", "trees & shrubs", "trees_shrubs"),
    ("of_a_keyword", "import", "import_"),
    ("of_another_script", "größe", "größe"),
    ("with_a_quote", 'my "plants"', "my_plants"),
    ("with_braces", "{{plants}}", "plants"),
):
    add(
        f"tag_{_name}",
        lambda document, tag=_tag: _tagged(document, [tag]),
        getting_one(tag=_module),
        listed(tag=_module),
    )
for _name, _tags in {
    "of_signs": ["--"],
    "of_nothing": [""],
    "of_a_number": [3],
    "as_a_text": "plants",
    "twice": ["plants", "trees"],
}.items():
    add(
        f"tags_{_name}", lambda document, tags=_tags: _tagged(document, tags), Refused("tag", "tag")
    )


@refused("tag", "tag|module|name")
def tags_of_one_module(document: Node) -> None:
    getting(document)["tags"] = ["Plants"]


@refused("~1plants", "percent-encoded")
def path_of_hostile_text(document: Node) -> None:
    document["paths"]['/plants/{id}/"x"\\%7By }'] = {
        "get": operation(
            "odd",
            {"204": {"description": SAID}},
            parameters=[parameter("id", {"type": "string"}, "path")],
        )
    }


@right(getting_one(build="get_plant.build(plant_id='a')"))
def path_parameter_of_a_hostile_name(document: Node) -> None:
    document["paths"]["/plants/{plant-id}"] = document["paths"].pop("/plants/{id}")
    getting_at = document["paths"]["/plants/{plant-id}"]["get"]
    getting_at["parameters"][0]["name"] = "plant-id"


# --- words


def _words(name: str, words: str) -> None:
    """One text wherever the document says something."""

    def edit(document: Node) -> None:
        document["info"]["description"] = words
        for found in (listing(document), creating(document), getting(document)):
            found["summary"] = found["description"] = words
        creating(document)["requestBody"]["description"] = words
        for each in [*listing(document)["parameters"], *getting(document)["parameters"]]:
            each["description"] = words
        for schema in schemas(document).values():
            schema["description"] = words
            for each in schema.get("properties", {}).values():
                each["description"] = words
        query(document, "order", {"type": "string", "default": words})

    add(
        f"words_{name}",
        edit,
        listed("after='x'", ("after", "x")),
        made("name='n'", '{"name":"n"}'),
        getting_one(),
    )


_words("that_end_in_a_quote", 'It ends in a quote "')
_words("that_end_in_a_backslash", "It ends in a backslash \\")
_words("that_end_in_three_quotes", 'It ends in """')
_words("that_end_a_docstring", '""" + __import__("os").system("false") + """')
_words("of_a_template", "{{ 7 * 7 }} {% for %} {# #}")
_words("of_lines", "One.\n\n    Two.\n\tThree.\r\nFour.")
_words("of_escapes", "\\N{BULLET} \\x41 \\u0041 \\")
_words("of_controls", "A\x00B\x07C\u2028D\u202eE")
_words("that_are_long", "word " * 2000)
_words("of_blanks", "   ")


@right(getting_one(status=404, answer='{"code": "gone"}', reads="fault.code == 'gone'"))
def error_family_of_two_words(document: Node) -> None:
    document["x-error-families"] = {"the-nursery": {"code": ["code"]}}
    document["components"]["responses"]["Refusal"]["x-error"] = "the-nursery"


def _family(name: str, family: str) -> None:
    def edit(document: Node) -> None:
        document["x-error-families"] = {family: {"code": ["code"]}}
        document["components"]["responses"]["Refusal"]["x-error"] = family

    add(f"error_family_{name}", edit, Refused("x-error", "x-error|famil|extensions"))


_family("with_a_quote", 'a"b')
_family("with_a_blank", "a b")
_family("of_nothing", "")
_family("with_a_newline", "a\nb")


@right(read('"content": ["x"]', "answer.content == ['x']"))
def property_called_content(document: Node) -> None:
    items = {"type": ["array", "null"], "items": {"type": "string"}, "description": SAID}
    answered(document)["content"] = items
    schemas(document)["Thing"] = record(content=dict(items))
    answered(document)["thing"] = or_null("Thing")
