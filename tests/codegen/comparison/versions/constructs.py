"""What a document can say in a few more ways: of numbers with names, of lists, maps and scalars by
themselves, of variants with several values, of errors by their hundred, of names in Python."""

from __future__ import annotations

from collections.abc import Iterator

from . import GONE, Edit, Pair, answer, both, breaks, nothing, shown

_REF = "#/components/schemas/"
_LOT = {"$ref": f"{_REF}Lot"}
_TEXT = {"type": "string"}
_QUERY = {"name": "new", "in": "query", "description": "New."}
_GRADE: Edit = {
    "schemas Grade": {"type": "integer", "enum": [1, 2]},
    "Lot .grade": {"$ref": f"{_REF}Grade"},
}
_BODY = "change_lot requestBody content application/json schema"
_ANSWER = "get_lot responses 200"
_FORM = "application/x-www-form-urlencoded"


def enums() -> Iterator[Pair]:
    yield from both(
        "code that names the number fails; a new one was unknown before, and read",
        {"Grade enum": [1]},
        breaks("Grade=2", "the value"),
        shown("Grade=2", "a value"),
        _GRADE,
    )
    yield Pair(
        "a number is no text",
        _GRADE,
        {**_GRADE, "schemas Grade": {"type": "string", "enum": ["1", "2"]}},
        breaks("Grade=1", "the value"),
    )
    yield from both(
        "a number with a name is a number, but not every number has one",
        {"LotInput .size": {"$ref": f"{_REF}Grade"}},
        breaks("LotInput.size", "has to be one of its values"),
        shown("LotInput.size", "was Grade | int, is int"),
        {**_GRADE, "LotInput .size": {"type": "integer", "x-number": "count"}},
    )
    yield from both(
        "code that names the member fails",
        {"Colour x-enum-varnames": ["ROT", "GRUEN"]},
        breaks("Colour=red", "its member is ROT, was RED"),
        breaks("Colour=red", "its member is RED, was ROT"),
    )
    yield Pair(
        "the names that they have anyway", {}, {"Colour x-enum-varnames": ["RED", "GREEN"]}, nothing
    )


def parameters() -> Iterator[Pair]:
    for style in ("pipeDelimited", "spaceDelimited"):
        yield from both(
            "an entry with what stands between them is refused",
            {"list_lots (tags) style": style, "list_lots (tags) explode": False},
            shown("list_lots(tags)", f"is sent in the style {style}, was in form, each by itself"),
            shown("list_lots(tags)", f"is sent in the style form, each by itself, was in {style}"),
        )
    yield from both(
        "one text is no list, in a header either",
        {"list_lots (X-Note) schema": {"type": "array", "items": _TEXT}},
        breaks("list_lots(x_note)", "was str, is Sequence[str]"),
        breaks("list_lots(x_note)", "was Sequence[str], is str"),
    )
    span = {**_QUERY, "style": "deepObject", "schema": {"$ref": f"{_REF}Span"}}
    spans: Edit = {
        "schemas Span": {"type": "object", "properties": {"low": _TEXT, "high": _TEXT}},
        "list_lots parameters +": span,
    }
    yield from both(
        "an object among the arguments",
        spans,
        shown("list_lots(new)", "an optional argument"),
        breaks("list_lots(new)", "the argument"),
    )
    yield from both(
        "a part of an object among the arguments",
        {"Span required": ["low"]},
        breaks("Span.low", "is now required"),
        shown("Span.low", "is no longer required"),
        spans,
    )
    constant: Edit = {
        "list_lots parameters +": {**_QUERY, "required": True, "schema": {**_TEXT, "const": "a"}}
    }
    yield from both(
        "what can only be one value is filled",
        constant,
        shown("list_lots(new)", "an optional argument"),
        breaks("list_lots(new)", "the argument"),
    )
    yield from both(
        "who leaves out what was filled fails; every text is more than one",
        {"list_lots (new) schema": _TEXT},
        breaks("list_lots(new)", "left out, it is no longer 'a'"),
        breaks("list_lots(new)", 'was str, is Literal["a"]'),
        constant,
    )
    yield from both(
        "what can only be one value is filled",
        {"list_lots (new) required": False},
        shown("list_lots(new)", "is no longer required"),
        shown("list_lots(new)", "is now required"),
        constant,
    )


def requests() -> Iterator[Pair]:
    yield from both(
        "a form holds less than JSON",
        {"change_lot requestBody content": {_FORM: {"schema": {"$ref": f"{_REF}LotChange"}}}},
        breaks("change_lot(body)", f"is sent as {_FORM}, was as application/json"),
        shown("change_lot(body)", f"is sent as application/json, was as {_FORM}"),
    )
    changes = {"type": "array", "items": {"$ref": f"{_REF}LotChange"}}
    yield from both(
        "one is no list",
        {_BODY: changes},
        breaks("change_lot(body)", "was LotChange, is Sequence[LotChange]"),
        breaks("change_lot(body)", "was Sequence[LotChange], is LotChange"),
    )
    yield from both(
        "a longer list is refused",
        {f"{_BODY} maxItems": 5},
        breaks("change_lot(body)", "has to be at most 5 entries long"),
        shown("change_lot(body)", "no longer has to be at most 5 entries long"),
        {_BODY: changes},
    )
    yield from both(
        "its entries are of another type",
        {f"{_BODY} additionalProperties": {"type": "boolean"}},
        breaks("change_lot(body){}", "was str, is bool"),
        breaks("change_lot(body){}", "was bool, is str"),
        {_BODY: {"type": "object", "additionalProperties": _TEXT}},
    )
    yield from both(
        "a text that is no date is refused; a date is no text",
        {f"{_BODY} format": "date"},
        breaks("change_lot(body)", "has to be a date"),
        breaks("change_lot(body)", "was datetime.date | str, is str"),
        {_BODY: _TEXT},
    )
    told: Edit = {
        "NextBid .turn": _TEXT,
        "Bid discriminator mapping later": f"{_REF}NextBid",
    }
    yield from both(
        "what was filled has to be given, as it may be one of two",
        told,
        breaks("NextBid.turn", "left out, it is no longer 'next'"),
        breaks("NextBid.turn", 'was Literal["next", "later"], is Literal["next"]'),
    )
    yield from both(
        "one value more takes nothing away",
        {"Bid discriminator mapping last": f"{_REF}NextBid"},
        shown("NextBid.turn", 'is Literal["next", "later", "last"]'),
        breaks("NextBid.turn", 'was Literal["next", "later", "last"]'),
        told,
    )
    yield Pair(
        "who leaves out what was filled fails",
        {"LotInput required": ["id", "name", "kind"]},
        {"LotInput required": ["id", "name", "kind"], "LotInput .kind": _TEXT},
        breaks("LotInput.kind", "left out, it is no longer 'lot'"),
    )


def successes() -> Iterator[Pair]:
    lots = {"type": "array", "items": _LOT}
    for schema, now in (
        (lots, "list[Lot]"),
        ({"type": "object", "additionalProperties": _LOT}, "dict[str, Lot | None]"),
        (_TEXT, "str"),
        ({"$ref": f"{_REF}Colour"}, "Colour"),
        ({"$ref": f"{_REF}Thing"}, "Picture | Vase | UnknownVariant"),
    ):
        yield from both(
            "it comes as another type",
            {_ANSWER: answer(schema)},
            breaks("get_lot", f"answers {now}, answered Lot"),
            breaks("get_lot", f"answers Lot, answered {now}"),
        )
    yield from both(
        "it may be null; one that never is, is taken care of already",
        {_ANSWER: answer({"oneOf": [_LOT, {"type": "null"}]})},
        breaks("get_lot", "answers Lot | None, answered Lot"),
        shown("get_lot", "answers Lot, answered Lot | None"),
    )
    yield from both(
        "its entries are of another type",
        {_ANSWER: answer({"type": "array", "items": {"$ref": f"{_REF}Vase"}})},
        breaks("get_lot 200[]", "was Lot, is Vase"),
        breaks("get_lot 200[]", "was Vase, is Lot"),
        {_ANSWER: answer(lots)},
    )
    yield from both(
        "it reads as another type",
        {_ANSWER: answer({**_TEXT, "format": "date-time"})},
        breaks("get_lot", "answers datetime.datetime | str, answered str"),
        breaks("get_lot", "answers str, answered datetime.datetime | str"),
        {_ANSWER: answer(_TEXT)},
    )
    yield from both(
        "how it stands on the wire, only the SDK sees",
        {_ANSWER: answer({"type": "integer", "format": "int64", "x-number": "count"})},
        shown("get_lot 200", "on the wire it is integer (int64)"),
        shown("get_lot 200", "on the wire it is integer (int32)"),
        {_ANSWER: answer({"type": "integer", "format": "int32", "x-number": "count"})},
    )
    yield from both(
        "code that matches the variant is never right again; unknown ones came before",
        {"Thing oneOf": [{"$ref": f"{_REF}Vase"}], "Thing discriminator mapping picture": GONE},
        breaks("get_lot 200[picture]", "the variant Picture"),
        shown("get_lot 200[picture]", "the variant Picture"),
        {_ANSWER: answer({"$ref": f"{_REF}Thing"})},
    )
    jugs: Edit = {"Vase .form": _TEXT, "Thing discriminator mapping jug": f"{_REF}Vase"}
    yield from both(
        "what told it was always text, and may be none",
        jugs,
        breaks("Vase", "may now come with another form than vase"),
        breaks("Lot.thing[jug]", "the variant Vase"),
        {"Vase .form": _TEXT},
    )
    yield from both(
        "another value of the same variant was unknown before",
        {"Thing discriminator mapping urn": f"{_REF}Vase"},
        shown("Lot.thing[urn]", "the variant Vase"),
        breaks("Lot.thing[urn]", "the variant Vase"),
        jugs,
    )
    yield from both(
        "what it means where it is absent",
        {"Lot .name default": "nameless"},
        shown("Lot.name", "'nameless'"),
        shown("Lot.name", "'nameless'"),
    )


def errors() -> Iterator[Pair]:
    for status in ("4XX", "5XX", "default"):
        yield from both(
            "the body of an error that is not described is no model",
            {f"get_lot responses {status}": {"description": "No.", "x-error": "lots"}},
            breaks(f"get_lot {status}", "its body is LotError, was no model"),
            breaks(f"get_lot {status}", "its body is no model, was LotError"),
        )
        yield from both(
            "the body of the error is of another model",
            {f"get_lot responses {status} x-error": "gates"},
            breaks(f"get_lot {status}", "its body is GateError, was LotError"),
            breaks(f"get_lot {status}", "its body is LotError, was GateError"),
            {f"get_lot responses {status}": {"description": "No.", "x-error": "lots"}},
        )
    yield from both(
        "what is not described by itself is read as its hundred is",
        {"get_lot responses 404": GONE},
        breaks("get_lot 404", "its body is GateError, was LotError"),
        breaks("get_lot 404", "its body is LotError, was GateError"),
        {"get_lot responses 4XX": {"description": "No.", "x-error": "gates"}},
    )


def names() -> Iterator[Pair]:
    yield from both(
        "its keyword is another one",
        {"list_lots (word) x-python-name": "term"},
        breaks("list_lots(word)", "the argument"),
        breaks("list_lots(term)", "the argument"),
    )
    yield Pair(
        "its keyword is the same",
        {},
        {"list_lots (word) x-python-name": "word", "list_lots (word) name": "term"},
        shown("list_lots(word)", "on the wire it is called term, was called word"),
    )
    yield from both(
        "its attribute is another one",
        {"Lot .name x-python-name": "title"},
        breaks("Lot.name", "the field"),
        breaks("Lot.title", "the field"),
    )
    yield Pair(
        "its attribute is the same",
        {},
        {"LotInput .word": GONE, "LotInput .term": {**_TEXT, "x-python-name": "word"}},
        shown("LotInput.word", "on the wire it is called term, was called word"),
    )
    yield from both(
        "what is deprecated by its schema",
        {"Word deprecated": True},
        shown("Lot.name", "is now deprecated"),
        shown("Lot.name", "is no longer deprecated"),
        {"schemas Word": {"type": "string"}, "Lot .name": {"$ref": f"{_REF}Word"}},
    )
