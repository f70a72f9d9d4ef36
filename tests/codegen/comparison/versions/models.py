"""What is read from answers."""

from __future__ import annotations

from collections.abc import Iterator

from . import GONE, Pair, answer, both, breaks, nothing, shown

_REF = "#/components/schemas/"
_TEXT = {"type": "string"}
_EMPTY = {"description": "Done."}


def models() -> Iterator[Pair]:
    yield from both(
        "code that reads it fails",
        {"Lot .name": GONE},
        breaks("Lot.name", "the field"),
        shown("Lot.name", "a field"),
    )
    yield from both(
        "what is left out reads None, as null does",
        {"Lot required": GONE},
        shown("Lot.id", "is no longer required"),
        shown("Lot.id", "is now required"),
    )
    yield from both(
        "null reads None, as what is left out does",
        {"Lot .id type": ["string", "null"]},
        shown("Lot.id", "may now be None"),
        shown("Lot.id", "may no longer be None"),
    )
    for field, schema, was, now in (
        ("name", {"type": "boolean"}, "str", "bool"),
        ("name", {"$ref": f"{_REF}Colour"}, "str", "Colour"),
        ("name", {**_TEXT, "format": "date-time"}, "str", "datetime.datetime | str"),
        ("name", {**_TEXT, "format": "date"}, "str", "datetime.date | str"),
        ("name", {"type": "array", "items": _TEXT}, "str", "list[str]"),
        ("name", {}, "str", "Any"),
        ("colour", _TEXT, "Colour", "str"),
        ("colour", {"oneOf": [{"$ref": f"{_REF}Vase"}, {"type": "null"}]}, "Colour", "Vase"),
        ("count", {"type": "number", "x-number": "count"}, "int", "Decimal"),
        ("price", {"type": "integer", "x-number": "count"}, "Money", "int"),
        ("at", _TEXT, "datetime.datetime | str", "str"),
        ("seen", {"type": "integer", "x-number": "count"}, "datetime.datetime | int", "int"),
        ("thing", {"$ref": f"{_REF}Vase"}, "Picture | Vase | UnknownVariant", "Vase"),
        (
            "rest",
            {"type": "object", "additionalProperties": _TEXT},
            "dict[str, Any]",
            "dict[str, str | None]",
        ),
        ("tags", {"type": "object"}, "list[str]", "dict[str, Any]"),
    ):
        yield from both(
            "it reads as another type",
            {f"Lot .{field}": schema},
            breaks(f"Lot.{field}", f"was {was}, is {now}"),
            breaks(f"Lot.{field}", f"was {now}, is {was}"),
        )
    yield from both(
        "its entries read as another type",
        {"Lot .tags items": {"type": "boolean"}},
        breaks("Lot.tags[]", "was str, is bool"),
        breaks("Lot.tags[]", "was bool, is str"),
    )
    yield from both(
        "its values read as another type",
        {"Lot .notes additionalProperties": {"type": "boolean"}},
        breaks("Lot.notes{}", "was str, is bool"),
        breaks("Lot.notes{}", "was bool, is str"),
    )
    yield from both(
        "any whole number reads alike",
        {"Lot .count format": "int64"},
        shown("Lot.count", "on the wire it is integer (int64), was integer (int32)"),
        shown("Lot.count", "on the wire it is integer (int32), was integer (int64)"),
    )
    yield from both(
        "any amount reads as money",
        {"Lot .price": {"type": "number", "x-money": "major"}},
        shown("Lot.price", "on the wire it is number in major units"),
        shown("Lot.price", "was number in major units"),
    )
    yield from both(
        "any text reads alike, whatever it is checked for when it is sent",
        {"Lot .name format": "uuid"},
        shown("Lot.name", "on the wire it is string (uuid), was string"),
        shown("Lot.name", "on the wire it is string, was string (uuid)"),
    )
    yield from both(
        "a rate is no percentage",
        {"Lot .rate x-number": "percent"},
        breaks("Lot.rate", "measures percent, measured rate"),
        breaks("Lot.rate", "measures rate, measured percent"),
    )
    yield from both(
        "which place a currency is looked for at, the SDK sees to",
        {"Lot x-currency": ["name", "../currency"]},
        shown("Lot", "the currency of its amounts stands in name, ../currency"),
        shown("Lot", "the currency of its amounts stands in nothing"),
    )
    yield from both(
        "code that compares with the constant is never right again",
        {"Lot .kind const": "sale"},
        breaks("Lot.kind", "is always 'sale', was 'lot'"),
        breaks("Lot.kind", "is always 'lot', was 'sale'"),
    )
    yield from both(
        "other values may come, as of an enum",
        {"Lot .kind const": GONE},
        shown("Lot.kind", "is no longer always 'lot'"),
        shown("Lot.kind", "is now always 'lot'"),
    )
    yield from both(
        "what an answer leaves out, it leaves out",
        {"Lot .name default": "none"},
        shown("Lot.name", "left out, it means 'none'"),
        shown("Lot.name", "left out, it no longer means 'none'"),
    )
    yield from both(
        "unknown fields are kept either way",
        {"Lot additionalProperties": False},
        shown("Lot", "may no longer have other fields"),
        shown("Lot", "may have other fields"),
    )
    yield from both(
        "what is secret reads as before",
        {"Lot .name x-secret": True},
        shown("Lot.name", "is now secret"),
        shown("Lot.name", "is no longer secret"),
    )
    yield from both(
        "what is deprecated still reads",
        {"Lot .name deprecated": True},
        shown("Lot.name", "is now deprecated"),
        shown("Lot.name", "is no longer deprecated"),
    )
    yield Pair(
        "words are no code",
        {},
        {"Lot description": "Words.", "Lot .name description": "N."},
        nothing,
    )
    yield from both(
        "a schema that has a name, and the same without",
        {"schemas Word": {"type": ["string", "null"]}, "Lot .name": {"$ref": f"{_REF}Word"}},
        nothing,
        nothing,
    )
    yield from both(
        "code that matches the variant is never right again; unknown ones came before",
        {"Thing oneOf": [{"$ref": f"{_REF}Vase"}], "Thing discriminator mapping picture": GONE},
        breaks("Lot.thing[picture]", "the variant Picture"),
        shown("Lot.thing[picture]", "the variant Picture"),
    )
    yield Pair(
        "a value that means another variant",
        {},
        {
            "Thing discriminator mapping": {"vase": f"{_REF}Picture", "picture": f"{_REF}Vase"},
            "Picture .form const": "vase",
            "Vase .form const": "picture",
        },
        breaks("Lot.thing[vase]", "was Vase, is Picture"),
    )
    yield Pair(
        "what tells variants apart is another field",
        {},
        {"Thing discriminator propertyName": "place"},
        breaks("Lot.thing", "is told apart by place, was by form"),
    )
    yield from both(
        "code that names the value fails; a new one was unknown before, and read",
        {"Colour enum": ["red"]},
        breaks("Colour=green", "the value"),
        shown("Colour=green", "a value"),
    )
    yield Pair("the order of values says nothing", {}, {"Colour enum": ["green", "red"]}, nothing)
    yield from both(
        "code that names it fails, though nothing else does",
        {"schemas Size": {"type": "string", "enum": ["big"]}},
        shown("Size", "an enum"),
        breaks("Size", "the enum"),
    )
    yield from both(
        "what an enum means where it is absent",
        {"Colour default": "red", "LotInput .colour": GONE, "list_lots (colour)": GONE},
        shown("Lot.colour", "left out, it means 'red'"),
        shown("Lot.colour", "left out, it no longer means 'red'"),
        {"LotInput .colour": GONE, "list_lots (colour)": GONE},
    )
    yield Pair(
        "what is a file is a file no more",
        {},
        {
            "get_picture responses 200": answer({"$ref": f"{_REF}New"}),
            "schemas New": {"type": "object", "properties": {"a": _TEXT}},
        },
        breaks("get_picture", "answers New, answered bytes"),
    )
    yield from both(
        "what is made for requests reads no answers",
        {
            "change_lot requestBody content application/json schema": {"$ref": f"{_REF}LotPage"},
            "list_lots responses 200": _EMPTY,
        },
        breaks("LotPage", "is no longer read from answers"),
        breaks("LotPage", "is no longer sent in requests"),
    )
