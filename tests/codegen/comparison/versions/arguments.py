"""What is given as arguments, and the bounds of all that is given."""

from __future__ import annotations

from collections.abc import Iterator

from . import BASE, GONE, Pair, both, breaks, nothing, shown

_REF = "#/components/schemas/"
_COLOUR = {"$ref": f"{_REF}Colour"}
_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "x-number": "count"}
_RATE = {"type": "number", "x-number": "rate"}
_QUERY = {"name": "new", "in": "query", "description": "New.", "schema": _TEXT}


def arguments() -> Iterator[Pair]:
    yield from both(
        "who gives it fails",
        {"list_lots parameters +": _QUERY},
        shown("list_lots(new)", "an optional argument"),
        breaks("list_lots(new)", "the argument"),
    )
    yield from both(
        "who does not give it fails",
        {"list_lots parameters +": {**_QUERY, "required": True}},
        breaks("list_lots(new)", "a required argument"),
        breaks("list_lots(new)", "the argument"),
    )
    yield from both(
        "what may be left out does not have to be",
        {"list_lots (word) required": True},
        breaks("list_lots(word)", "is now required"),
        shown("list_lots(word)", "is no longer required"),
    )
    yield Pair(
        "its keyword is another one",
        {},
        {"list_lots (word) name": "term"},
        breaks("list_lots(word)", "the argument"),
    )
    yield from both(
        "its Python name is the same",
        {"list_lots (word) name": "Word"},
        shown("list_lots(word)", "on the wire it is called Word, was called word"),
        shown("list_lots(word)", "on the wire it is called word, was called Word"),
    )
    yield from both(
        "a header takes not every text",
        {"list_lots (word) in": "header"},
        shown("list_lots(word)", "is sent in the header, was in the query; text that no header"),
        shown("list_lots(word)", "is sent in the query, was in the header"),
    )
    yield from both(
        "a text is no number",
        {"list_lots (X-Note) schema": {"type": "integer", "x-number": "count"}},
        breaks("list_lots(x_note)", "was str, is int"),
        breaks("list_lots(x_note)", "was int, is str"),
    )
    yield from both(
        "not every text is a value of the enum, but each value is a text",
        {"list_lots (X-Note) schema": _COLOUR},
        breaks("list_lots(x_note)", "has to be one of its values"),
        shown("list_lots(x_note)", "was Colour | str, is str"),
    )
    yield from both(
        "one text is no list",
        {"list_lots (tags) schema": _TEXT},
        breaks("list_lots(tags)", "was Sequence[str], is str"),
        breaks("list_lots(tags)", "was str, is Sequence[str]"),
    )
    yield from both(
        "its entries are of another type",
        {"list_lots (tags) schema items type": "boolean"},
        breaks("list_lots(tags)[]", "was str, is bool"),
        breaks("list_lots(tags)[]", "was bool, is str"),
    )
    yield from both(
        "an entry with a comma is refused",
        {"list_lots (tags) explode": False},
        shown(
            "list_lots(tags)", "is sent in the style form, was in form, each by itself; an entry"
        ),
        shown("list_lots(tags)", "is sent in the style form, each by itself, was in form"),
    )
    yield from both(
        "None was fine, and is not",
        {"list_lots (X-Note) schema type": ["string", "null"]},
        shown("list_lots(x_note)", "may now be None"),
        breaks("list_lots(x_note)", "may no longer be None"),
    )
    yield from both(
        "an amount is no number",
        {"list_lots (over) schema": {"type": "integer", "x-number": "count"}},
        breaks("list_lots(over)", "was Money, is int"),
        breaks("list_lots(over)", "was int, is Money"),
    )
    yield from both(
        "an amount is an amount, in whatever unit it goes",
        {"list_lots (over) schema": {"type": "number", "x-money": "major"}},
        shown("list_lots(over)", "on the wire it is number in major units"),
        breaks("list_lots(over)", "has to be in whole minor units"),
    )
    yield from both(
        "who leaves it out means something else",
        {"list_lots (size) schema default": 50},
        breaks("list_lots(size)", "left out, the server takes 50, took 20"),
        breaks("list_lots(size)", "left out, the server takes 20, took 50"),
    )
    yield from both(
        "what is left out may mean something else; what it meant is said for the first time",
        {"list_lots (size) schema default": GONE},
        breaks("list_lots(size)", "the server no longer takes 20"),
        shown("list_lots(size)", "left out, the server takes 20"),
    )
    yield from both(
        "what is deprecated still works",
        {"list_lots (word) deprecated": True},
        shown("list_lots(word)", "is now deprecated"),
        shown("list_lots(word)", "is no longer deprecated"),
    )
    yield from both(
        "what is secret goes out as before",
        {"list_lots (word) x-secret": True},
        shown("list_lots(word)", "is now secret"),
        shown("list_lots(word)", "is no longer secret"),
    )
    yield from both(
        "a client fills it, and no caller gives it",
        {"list_lots (X-Note) x-tenant": "note"},
        breaks("list_lots(x_note)", "the argument"),
        shown("list_lots(x_note)", "an optional argument"),
    )
    yield from both(
        "an amount among the arguments brings a currency, which may be given",
        {"get_lot parameters +": {**_QUERY, "schema": {"type": "number", "x-money": "major"}}},
        shown("get_lot(currency)", "an optional argument"),
        breaks("get_lot(currency)", "the argument"),
    )
    yield from both(
        "what it was given for is given by another name now",
        {
            "list_lots parameters +": {**_QUERY, "name": "X-Note", "x-python-name": "x_note"},
            "list_lots (X-Note) x-python-name": "x_note_header",
        },
        breaks("list_lots(x_note)", "the argument is now called x_note_header"),
        breaks("list_lots(x_note_header)", "the argument is now called x_note"),
    )
    yield Pair(
        "what was given to one goes to the other",
        {"list_lots parameters +": _QUERY},
        {
            "list_lots parameters +": {**_QUERY, "x-python-name": "word"},
            "list_lots (word) x-python-name": "new",
        },
        breaks("list_lots(word)", "the argument is now called new"),
    )
    yield Pair(
        "a number goes into every header",
        {},
        {"list_lots (size) in": "header", "list_lots x-pagination size": GONE},
        shown("list_lots(size)", "is sent in the header, was in the query"),
    )
    yield Pair(
        "who has to give it leaves it to no default",
        {"get_lot (id) schema default": "a"},
        {"get_lot (id) schema default": "b"},
        nothing,
    )
    yield Pair(
        "the order of keywords says nothing", {}, {"list_lots parameters": _reversed()}, nothing
    )


def _reversed() -> list[object]:
    return list(reversed(BASE["paths"]["/lots"]["get"]["parameters"]))


def bounds() -> Iterator[Pair]:
    """Each is checked before anything is sent: less is refused, more is not."""
    for place, words, where in (
        ("list_lots (word) schema maxLength", "at most 20 characters long", "list_lots(word)"),
        ("list_lots (word) schema minLength", "at least 2 characters long", "list_lots(word)"),
        ("list_lots (word) schema pattern", "like ^[a-z]+$", "list_lots(word)"),
        ("list_lots (size) schema minimum", "at least 1", "list_lots(size)"),
        ("list_lots (size) schema maximum", "at most 100", "list_lots(size)"),
        ("list_lots (tags) schema minItems", "at least 1 entries long", "list_lots(tags)"),
        ("list_lots (tags) schema maxItems", "at most 9 entries long", "list_lots(tags)"),
        ("LotInput .size multipleOf", "a multiple of 2", "LotInput.size"),
        ("LotInput .name maxLength", "at most 40 characters long", "LotInput.name"),
        ("LotInput .tags uniqueItems", "without an entry twice", "LotInput.tags"),
        ("LotInput .tags items maxLength", "at most 9 characters long", "LotInput.tags[]"),
        ("LotInput .notes maxProperties", "of at most 5 fields", "LotInput.notes"),
        ("LotInput minProperties", "of at least 3 fields", "LotInput"),
        ("get_lot (id) schema format", "a uuid", "get_lot(id)"),
    ):
        yield from both(
            "a bound that is gone refuses nothing",
            {place: GONE},
            shown(where, f"no longer has to be {words}"),
            breaks(where, f"has to be {words}"),
        )
    for place, value, where, words in (
        ("list_lots (size) schema maximum", 200, "list_lots(size)", "at most 200"),
        ("list_lots (size) schema minimum", 0, "list_lots(size)", "at least 0"),
        ("list_lots (word) schema minLength", 1, "list_lots(word)", "at least 1"),
        ("LotInput .size multipleOf", 1, "LotInput.size", "a multiple of 1"),
        ("LotInput .tags maxItems", 6, "LotInput.tags", "at most 6"),
        ("LotInput minProperties", 2, "LotInput", "at least 2"),
        ("LotInput .size format", "int64", "LotInput.size", "a number of 64 bits"),
        ("LotInput .exact pattern", r"^-?[0-9]+(\.[0-9]{1,6})?$", "LotInput.exact", "6 decimals"),
    ):
        yield from both(
            "a wider bound refuses less, a narrower one more",
            {place: value},
            shown(where, words),
            breaks(where, "had to be"),
        )
    for place, value, where, words in (
        ("list_lots (size) schema exclusiveMinimum", 1, "list_lots(size)", "more than 1"),
        ("list_lots (size) schema exclusiveMaximum", 9, "list_lots(size)", "less than 9"),
        ("LotInput .notes minProperties", 1, "LotInput.notes", "at least 1 fields"),
        ("LotInput .size multipleOf", 3, "LotInput.size", "a multiple of 3"),
        ("list_lots (word) schema pattern", "^[a-y]+$", "list_lots(word)", "like ^[a-y]+$"),
        ("LotInput maxProperties", 9, "LotInput", "at most 9 fields"),
    ):
        yield Pair("what was allowed may be refused", {}, {place: value}, breaks(where, words))
    yield Pair("answers are held to no bounds", {}, {"Lot .name maxLength": 3}, nothing)
    yield Pair("answers are held to no bounds", {}, {"Lot maxProperties": 30}, nothing)
    for place, old, new, where in (
        ("LotInput .rate", {"exclusiveMinimum": 0}, {"minimum": 0}, "LotInput.rate"),
        ("LotInput .rate", {"exclusiveMaximum": 5}, {"maximum": 5}, "LotInput.rate"),
    ):
        yield from both(
            "the end itself is allowed, or is not",
            {place: {**_RATE, **new}},
            shown(where, "has to be at "),
            breaks(where, "has to be "),
            {place: {**_RATE, **old}},
        )
    for old, new in (
        ({"exclusiveMinimum": 5}, {"minimum": 6}),
        ({"exclusiveMaximum": 6}, {"maximum": 5}),
        ({}, {"multipleOf": 1}),
        ({"multipleOf": 2}, {"multipleOf": 2, "minimum": -(2**63)}),
        ({"format": "int32"}, {"format": "int32", "minimum": -(2**31)}),
        ({"format": "int32"}, {"format": "int32", "maximum": 2**31 - 1}),
        ({"minimum": 1}, {"minimum": 1, "exclusiveMinimum": 0}),
        ({"minimum": 0, "maximum": 9}, {"minimum": 0, "maximum": 9, "format": "int32"}),
    ):
        yield from both(
            "a bound refuses nothing that another one, or being an integer, had not refused",
            {"LotInput .size": {**_COUNT, **new}},
            shown("LotInput.size", ""),
            shown("LotInput.size", ""),
            {"LotInput .size": {**_COUNT, **old}},
        )
    for place in (
        "LotInput .word minLength",
        "LotInput .tags minItems",
        "LotInput .notes minProperties",
        "LotChange minProperties",
    ):
        where = place.removesuffix(f" {place.split()[-1]}").replace(" ", "")
        yield Pair("everything has none or more", {}, {place: 0}, shown(where, "at least 0"))
    yield Pair(
        "two fields have to be given anyway",
        {"LotInput minProperties": 1},
        {"LotInput minProperties": 2},
        shown("LotInput", "has to be of at least 2 fields"),
    )
    yield from both(
        "who asks for nothing says nothing",
        {"list_lots (tags) schema uniqueItems": False},
        nothing,
        nothing,
    )
    yield from both(
        "the same number, written otherwise",
        {"LotInput .rate maximum": 10.0},
        nothing,
        nothing,
        {"LotInput .rate maximum": 10},
    )
