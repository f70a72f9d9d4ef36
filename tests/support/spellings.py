"""How a platform may spell what it was sent, where it echoes it."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from urllib.parse import quote, quote_plus

Spelling = Callable[[str], str]


def in_json(text: str) -> str:
    return json.dumps(text)[1:-1]


def in_numbers(text: str) -> str:
    """As JSON that escapes everything."""
    octets = text.encode("utf-16-be").hex()
    return "".join(f"\\u{octets[at : at + 4]}" for at in range(0, len(octets), 4))


def in_small(encode: Spelling) -> Spelling:
    """What writes its hexadecimal digits small."""

    def encoded(text: str) -> str:
        parts = encode(text).split("%")
        return "%".join([parts[0], *(part[:2].lower() + part[2:] for part in parts[1:])])

    return encoded


SPELLINGS: dict[str, Spelling] = {
    "as it is": lambda text: text,
    "JSON": in_json,
    "JSON in UTF-8": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "JSON with slashes": lambda text: in_json(text).replace("/", "\\/"),
    "JSON for HTML": lambda text: in_json(text).replace("&", "\\u0026").replace("<", "\\u003c"),
    "JSON in numbers": in_numbers,
    "JSON in big numbers": lambda text: in_numbers(text).upper().replace("\\U", "\\u"),
    "HTML": html.escape,
    "HTML in ASCII": lambda text: html.escape(text).encode("ascii", "xmlcharrefreplace").decode(),
    "HTML in hexadecimal": lambda text: "".join(f"&#x{ord(each):X};" for each in text),
    "an address": lambda text: quote(text, safe=""),
    "a path": quote,
    "an address in small": in_small(lambda text: quote(text, safe="")),
    "a form": quote_plus,
    "a form in small": in_small(quote_plus),
    "repr": lambda text: repr(text)[1:-1],
    "ascii": lambda text: ascii(text)[1:-1],
    "repr of bytes": lambda text: repr(text.encode())[2:-1],
}
CARRIERS: dict[str, Callable[[str], tuple[bytes, str]]] = {
    "a message": lambda said: (_document(message=said), "application/json"),
    "a message in UTF-8": lambda said: (
        json.dumps({"code": "E", "message": said}, ensure_ascii=False).encode(),
        "application/problem+json",
    ),
    "a finding": lambda said: (
        _document(details=[{"field": "password", "message": f"{said} is wrong", "code": "C"}]),
        "application/json",
    ),
    "a field": lambda said: (
        _document(details=[{"field": said, "message": "no", "code": said}]),
        "application/json",
    ),
    "a name": lambda said: (_document(**{said: "\n"}), "application/json"),
    "a text": lambda said: (f"no: {said}!".encode(), "text/plain"),
    "a quoted text": lambda said: (f'no: {{"password":"{said}"}}'.encode(), "text/plain"),
    "a page": lambda said: (f"<html>100% <b>{said}</b> &amp; no</html>".encode(), "text/html"),
    "half a document": lambda said: (_document(message=said)[:-1], "application/json"),
    "a page in no UTF-8": lambda said: (
        f"<b>\xe9 {said}".encode("latin-1", "xmlcharrefreplace"),
        "text/html",
    ),
}
"""A body with what is said in it, and of which type it is."""


def _document(**said: object) -> bytes:
    return json.dumps({"code": "E", "message": "no", **said}).encode()
