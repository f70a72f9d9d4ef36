"""What is given as a body."""

from __future__ import annotations

from collections.abc import Iterator

from . import BASE, GONE, Edit, Pair, both, breaks, nothing, shown

_REF = "#/components/schemas/"
_JSON = "content application/json schema"
_TEXT = {"type": "string"}


def bodies() -> Iterator[Pair]:
    body = BASE["paths"]["/lots/{id}"]["patch"]["requestBody"]
    yield from both(
        "who gives none goes on; who gives one fails",
        {
            "get_lot requestBody": {
                **body,
                "content": {"application/json": {"schema": {"$ref": f"{_REF}LotChange"}}},
            }
        },
        shown("get_lot(body)", "an optional body"),
        breaks("get_lot(body)", "the body"),
    )
    yield from both(
        "who gives none fails",
        {"get_lot requestBody": {**body, "required": True}},
        breaks("get_lot(body)", "a required body"),
        breaks("get_lot(body)", "the body"),
    )
    yield from both(
        "who gives none fails",
        {"change_lot requestBody required": True},
        breaks("change_lot(body)", "is now required"),
        shown("change_lot(body)", "is no longer required"),
    )
    yield from both(
        "a body of another model is refused",
        {f"change_lot requestBody {_JSON}": {"$ref": f"{_REF}LotInput"}},
        breaks("change_lot(body)", "was LotChange, is LotInput"),
        breaks("change_lot(body)", "was LotInput, is LotChange"),
    )
    yield from both(
        "one more variant takes nothing away",
        {"Bid oneOf": [{"$ref": f"{_REF}FirstBid"}], "Bid discriminator mapping next": GONE},
        breaks("bid(body)", "was FirstBid | NextBid, is FirstBid"),
        shown("bid(body)", "was FirstBid, is FirstBid | NextBid"),
    )
    yield Pair(
        "which JSON it is, only the SDK sees",
        {},
        {
            "change_lot requestBody content": {
                "application/vnd.api+json": body["content"]["application/json"]
            }
        },
        shown("change_lot(body)", "is sent as application/vnd.api+json, was as application/json"),
    )
    for value, wire in (("boolean", "bool"), ("integer", "int")):
        yield Pair(
            "another type is refused",
            {},
            {"LotInput .word type": value},
            breaks("LotInput.word", f"was str, is {wire}"),
        )
    yield from both(
        "code that gives it fails; what need not be given does no harm",
        {"LotInput .word": GONE},
        breaks("LotInput.word", "the field"),
        shown("LotInput.word", "a field"),
    )
    yield Pair(
        "who does not give it fails",
        {},
        {"LotInput .new": _TEXT, "LotInput required": ["id", "name", "new"]},
        breaks("LotInput.new", "a required field"),
    )
    yield Pair(
        "what can only be one value is filled",
        {},
        {"LotInput .new": {**_TEXT, "const": "a"}, "LotInput required": ["id", "name", "new"]},
        shown("LotInput.new", "a field"),
    )
    yield from both(
        "who does not give it fails",
        {"LotInput required": ["id", "name", "word"]},
        breaks("LotInput.word", "is now required"),
        shown("LotInput.word", "is no longer required"),
    )
    yield from both(
        "what can only be one value is filled",
        {"LotInput required": ["id", "name", "kind"]},
        shown("LotInput.kind", "is now required"),
        shown("LotInput.kind", "is no longer required"),
    )
    yield Pair(
        "the order of names says nothing", {}, {"LotInput required": ["name", "id"]}, nothing
    )
    yield from both(
        "None was fine, and is not",
        {"LotInput .word type": ["string", "null"]},
        shown("LotInput.word", "may now be None"),
        breaks("LotInput.word", "may no longer be None"),
    )
    yield from both(
        "None among its entries was fine, and is not",
        {"LotInput .tags items type": ["string", "null"]},
        shown("LotInput.tags[]", "may now be None"),
        breaks("LotInput.tags[]", "may no longer be None"),
    )
    yield from both(
        "a text that is no uuid is refused",
        {"LotInput .word format": "uuid"},
        breaks("LotInput.word", "has to be a uuid"),
        shown("LotInput.word", "no longer has to be a uuid"),
    )
    yield from both(
        "a text that is no instant is refused; an instant is no text",
        {"LotInput .until format": GONE},
        breaks("LotInput.until", "was datetime.datetime | str, is str"),
        breaks("LotInput.until", "has to be a date-time"),
    )
    yield from both(
        "a day is no instant",
        {"LotInput .until format": "date"},
        breaks("LotInput.until", "is datetime.date | str"),
        breaks("LotInput.until", "was datetime.date | str"),
    )
    yield from both(
        "a number takes whole numbers too",
        {"LotInput .size": {"type": "number", "x-number": "count"}},
        shown("LotInput.size", "was int, is Decimal | int"),
        breaks("LotInput.size", "was Decimal | int, is int"),
        {"LotInput .size": {"type": "integer", "x-number": "count"}},
    )
    yield from both(
        "an amount is no number",
        {"LotInput .price": {"type": "integer", "x-number": "count"}},
        breaks("LotInput.price", "was Money, is int"),
        breaks("LotInput.price", "was int, is Money"),
    )
    yield from both(
        "an amount is an amount, in whatever unit it goes",
        {"LotInput .price": {"type": "number", "x-money": "major"}},
        shown("LotInput.price", "on the wire it is number in major units"),
        breaks("LotInput.price", "has to be in whole minor units"),
    )
    yield from both(
        "another constant is refused",
        {"LotInput .kind const": "sale"},
        breaks("LotInput.kind", 'was Literal["lot"], is Literal["sale"]'),
        breaks("LotInput.kind", 'was Literal["sale"], is Literal["lot"]'),
    )
    yield from both(
        "a constant is a text, but not every text the constant",
        {"LotInput .kind const": GONE},
        shown("LotInput.kind", 'was Literal["lot"], is str'),
        breaks("LotInput.kind", 'was str, is Literal["lot"]'),
    )
    yield from both(
        "who leaves it out means something else",
        {"LotInput .seller default": "somebody"},
        breaks("LotInput.seller", "left out, the server takes 'somebody', took 'nobody'"),
        breaks("LotInput.seller", "left out, the server takes 'nobody', took 'somebody'"),
    )
    yield from both(
        "other fields were taken, and are not",
        {"LotInput additionalProperties": False},
        breaks("LotInput", "may no longer have other fields"),
        shown("LotInput", "may have other fields"),
    )
    yield from both(
        "other fields were taken, and are not of every type",
        {"LotInput additionalProperties": {"type": "string"}},
        breaks("LotInput", "may only have other fields of {'type': 'string'}"),
        shown("LotInput", "may have other fields"),
    )
    yield from both(
        "a typed map takes not every value",
        {"LotInput .notes additionalProperties": True},
        shown("LotInput.notes", "was Mapping[str, str], is Mapping[str, Any]"),
        breaks("LotInput.notes", "was Mapping[str, Any], is Mapping[str, str]"),
    )
    yield from both(
        "a rate is no percentage",
        {"LotInput .rate x-number": "percent"},
        breaks("LotInput.rate", "measures percent, measured rate"),
        breaks("LotInput.rate", "measures rate, measured percent"),
    )
    yield from both(
        "what nobody knew is now known",
        {"LotInput .rate x-number": "unknown"},
        shown("LotInput.rate", "measures unknown, measured rate"),
        shown("LotInput.rate", "measures rate, measured unknown"),
    )
    yield from both(
        "a discriminator of another name",
        {"Bid discriminator propertyName": "step", **_steps()},
        breaks("FirstBid.turn", "the field"),
        breaks("FirstBid.step", "the field"),
    )
    yield from both(
        "where the currency of amounts goes, the SDK sees to",
        {"LotInput x-currency": ["word"]},
        shown("LotInput", "the currency of its amounts is filled into word"),
        shown("LotInput", "the currency of its amounts is filled into currency"),
    )
    yield from both(
        "what is secret goes out as before",
        {"LotInput .code x-secret": GONE},
        shown("LotInput.code", "is no longer secret"),
        shown("LotInput.code", "is now secret"),
    )
    yield from both(
        "what is deprecated still works",
        {"LotInput .word deprecated": True},
        shown("LotInput.word", "is now deprecated"),
        shown("LotInput.word", "is no longer deprecated"),
    )
    yield from amounts()
    change = "change_lot requestBody content application/json schema"
    null = {"oneOf": [{"$ref": f"{_REF}LotChange"}, {"type": "null"}]}
    yield from both(
        "None was left out, and is null",
        {change: null},
        breaks("change_lot(body)", "None is now null, was left out"),
        breaks("change_lot(body)", "None is now left out, was null"),
    )
    yield from both(
        "None was refused, and is null",
        {change: null},
        shown("change_lot(body)", "may now be None"),
        breaks("change_lot(body)", "may no longer be None"),
        {"change_lot requestBody required": True},
    )
    yield from both(
        "None was refused of variants too",
        {
            "bid requestBody content application/json schema": {
                "oneOf": [{"$ref": f"{_REF}Bid"}, {"type": "null"}]
            }
        },
        shown("bid(body)", "may now be None"),
        breaks("bid(body)", "may no longer be None"),
    )
    yield from both(
        "a variant that nobody reached before is no other than it was",
        {"bid requestBody content application/json schema": {"$ref": f"{_REF}FirstBid"}},
        breaks("bid(body)", "was FirstBid | NextBid, is FirstBid"),
        shown("bid(body)", "was FirstBid, is FirstBid | NextBid"),
    )
    yield from both(
        "null is a default as any other",
        {"LotInput .seller default": None},
        breaks("LotInput.seller", "left out, the server takes None, took 'nobody'"),
        breaks("LotInput.seller", "left out, the server takes 'nobody', took None"),
    )
    yield Pair(
        "who has to give it leaves it to no default",
        {"LotInput .id default": "a"},
        {"LotInput .id default": "b"},
        nothing,
    )
    yield from both(
        "each value of an enum is a text",
        {"LotInput .colour": _TEXT},
        shown("LotInput.colour", "was Colour | str, is str"),
        breaks("LotInput.colour", "has to be one of its values"),
    )
    yield Pair(
        "what was given to one goes to the other",
        {"LotInput .other": _TEXT},
        {
            "LotInput .other": {**_TEXT, "x-python-name": "word"},
            "LotInput .word": {**_TEXT, "x-python-name": "other"},
        },
        breaks("LotInput.word", "the field is now called other"),
    )
    yield Pair(
        "a field of another name, of the same attribute",
        {"LotInput .bestBid": _TEXT},
        {"LotInput .best_bid": _TEXT},
        shown("LotInput.best_bid", "on the wire it is called best_bid, was called bestBid"),
    )


def amounts() -> Iterator[Pair]:
    whole = {"type": "integer", "format": "int64"}
    for unit in ("minor", "major"):
        yield from both(
            "a part of a unit cannot be sent in whole ones",
            {"LotInput .price": {**whole, "x-money": unit}},
            breaks("LotInput.price", f"has to be in whole {unit} units"),
            shown("LotInput.price", f"no longer has to be in whole {unit} units"),
            {"LotInput .price": {"type": "number", "x-money": unit}},
        )
    yield from both(
        "10.50 is no whole dollars; whole dollars are whole cents",
        {"LotInput .price x-money": "major"},
        breaks("LotInput.price", "has to be in whole major units, had to be in whole minor units"),
        shown("LotInput.price", "has to be in whole minor units, had to be in whole major units"),
    )
    for least, most in ((1, 100), (100, 100)):
        yield from both(
            "a hundred are one dollar, but a hundred yen",
            {"LotInput .price": {"type": "number", "x-money": "major", "minimum": least}},
            breaks("LotInput.price", f"has to be at least {least} (in major units)"),
            breaks("LotInput.price", f"has to be at least {most} (in minor units)"),
            {"LotInput .price": {"type": "number", "x-money": "minor", "minimum": most}},
        )
    yield Pair(
        "a bound that is gone refuses nothing, in whatever unit",
        {"LotInput .price": {"type": "number", "x-money": "minor", "minimum": 1}},
        {"LotInput .price": {"type": "number", "x-money": "major"}},
        shown("LotInput.price", "no longer has to be at least 1 (in minor units)"),
    )


def _steps() -> Edit:
    edits: dict[str, object] = {}
    for name, value in (("FirstBid", "first"), ("NextBid", "next")):
        edits |= {f"{name} .turn": GONE, f"{name} .step": {**_TEXT, "const": value}}
        edits[f"{name} required"] = ["step"]
    return edits
