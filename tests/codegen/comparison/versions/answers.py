"""What is answered."""

from __future__ import annotations

from collections.abc import Iterator

from . import BASE, GONE, Pair, answer, both, breaks, shown

_REF = "#/components/schemas/"
_LOT = {"$ref": f"{_REF}Lot"}
_PAGE = {"$ref": f"{_REF}LotPage"}
_TEXT = {"type": "string"}
_EMPTY = {"description": "Done."}


def answers() -> Iterator[Pair]:
    yield from both(
        "it comes as another model",
        {"get_lot responses 200": answer(_PAGE)},
        breaks("get_lot", "answers LotPage, answered Lot"),
        breaks("get_lot", "answers Lot, answered LotPage"),
    )
    yield Pair(
        "a model of another name is another model",
        {},
        {
            "schemas Sale": BASE["components"]["schemas"]["Lot"],
            "get_lot responses 200": answer({"$ref": f"{_REF}Sale"}),
        },
        breaks("get_lot", "answers Sale, answered Lot"),
    )
    yield from both(
        "what has fields becomes None",
        {"get_lot responses 200": GONE, "get_lot responses 204": _EMPTY},
        breaks("get_lot", "answers None, answered Lot"),
        breaks("get_lot", "answers Lot, answered None"),
    )
    yield from both(
        "another model may come; one less is taken care of already",
        {"get_lot responses 202": answer(_PAGE)},
        breaks("get_lot", "answers Lot | LotPage, answered Lot"),
        shown("get_lot", "answers Lot, answered Lot | LotPage"),
    )
    yield from both(
        "nothing may come where there always was something",
        {"get_lot responses 204": _EMPTY},
        breaks("get_lot", "answers Lot | None, answered Lot"),
        shown("get_lot", "answers Lot, answered Lot | None"),
    )
    yield from both(
        "the same model, with another status",
        {"get_lot responses 200": GONE, "get_lot responses 201": answer(_LOT)},
        shown("get_lot 201", "a success"),
        shown("get_lot 200", "a success"),
    )
    yield from both(
        "each status answers another of the same models",
        {"get_lot responses 200": answer(_PAGE), "get_lot responses 202": answer(_LOT)},
        shown("get_lot 202", "answers Lot, answered LotPage"),
        shown("get_lot 202", "answers LotPage, answered Lot"),
        {"get_lot responses 202": answer(_PAGE)},
    )
    yield from both(
        "which JSON it is, only the SDK sees",
        {"get_lot responses 200": answer(_LOT, "application/vnd.api+json")},
        shown("get_lot", "asks for application/vnd.api+json, asked for application/json"),
        shown("get_lot", "asks for application/json, asked for application/vnd.api+json"),
    )
    yield Pair(
        "a file of another kind",
        {},
        {"get_picture responses 200": answer({**_TEXT, "format": "binary"}, "image/webp")},
        shown("get_picture", "asks for image/webp"),
    )
    yield from both(
        "a file becomes a model",
        {"get_picture responses 200": answer(_LOT)},
        breaks("get_picture", "answers Lot, answered bytes"),
        breaks("get_picture", "answers bytes, answered Lot"),
    )
    yield from both(
        "the body of an error that is not described is no model",
        {"get_lot responses 404": GONE},
        breaks("get_lot 404", "its body is no model, was LotError"),
        breaks("get_lot 404", "its body is LotError, was no model"),
    )
    yield from both(
        "an error that is not described is an error all the same",
        {"get_lot responses 409": {"description": "No.", "x-error": "plain"}},
        shown("get_lot 409", "an error"),
        shown("get_lot 409", "the error"),
        {"document x-error-families plain": {"code": ["code"]}},
    )
    yield from both(
        "whether an error may have been applied is told in both ways",
        {"list_lots responses 503 x-refusal": True},
        shown("list_lots 503", "says that nothing was done"),
        shown("list_lots 503", "no longer says that nothing was done"),
    )
    yield from both(
        "what raised an error is a success",
        {"get_lot responses 404": answer(_LOT)},
        breaks("get_lot 404", "a success, which was an error"),
        breaks("get_lot 404", "the success, which is now an error"),
    )
    yield from both(
        "what was a success raises an error",
        {"bid responses 207": GONE},
        breaks("bid 207", "the error"),
        breaks("bid 207", "an error"),
    )
    yield from both(
        "the body of the error is of another model",
        {"list_lots responses 503 x-error": "lots", "list_lots responses 503 content": GONE},
        breaks("list_lots 503", "its body is LotError, was GateError"),
        breaks("list_lots 503", "its body is GateError, was LotError"),
    )
    yield from both(
        "which words an error has is the server's to say",
        {"document x-error-families lots title": ["headline"]},
        shown("x-error-families/lots.title", "is read from headline, was from title"),
        shown("x-error-families/lots.title", "is read from title, was from headline"),
    )
    yield from both(
        "findings are more than there were",
        {"document x-error-families lots problems": [{"at": "errors/*", "message": ["text"]}]},
        shown("x-error-families/lots", "its findings are read from at errors/*, message text"),
        shown("x-error-families/lots", "its findings are read from nothing"),
    )
    yield from both(
        "a family that no operation has",
        {"document x-error-families more": {"code": ["code"]}},
        shown("x-error-families/more", "how its errors are read"),
        shown("x-error-families/more", "how its errors are read"),
    )
    yield Pair(
        "the body of the errors of a family is of another model",
        {},
        {"list_lots responses 503": {**answer({"$ref": f"{_REF}LotError"}), "x-error": "gates"}},
        breaks("x-error-families/gates", "the body of its errors is LotError, was GateError"),
    )
