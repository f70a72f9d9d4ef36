"""What a text means where it is escaped: as JSON, HTML, an address, a form or Python's `repr` do,
also twice, and one in the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote, unquote_plus

_LONG, _DEPTH, _DEPTH_OF_LONG = 2**16, 4, 2
"""How often a text may have been escaped; of a long one less is looked for, for it takes long."""

_ESCAPED = re.compile(
    r"((?:\\u[0-9a-fA-F]{4})+)"
    r"|((?:\\x[0-9a-fA-F]{2})+)"
    r"|\\U(000[0-9a-fA-F]{5}|0010[0-9a-fA-F]{4})"
    r"|\\(.)",
    re.DOTALL,
)
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_LATIN = {0xDC00 + octet: octet for octet in range(0x80, 0x100)}


def meanings(text: str) -> Iterator[str]:
    """What a text may mean, the nearest first, but for the text as it is. Bytes that are no UTF-8
    stand in it as `surrogateescape` has them."""
    seen, found = {text}, [text]
    for _ in range(_DEPTH if len(text) < _LONG else _DEPTH_OF_LONG):
        nearer, found = found, []
        for each in nearer:
            for undo in _UNDO:
                plain = undo(each)
                if plain not in seen:
                    seen.add(plain)
                    found.append(plain)
                    yield plain


def _without_backslashes(text: str) -> str:
    return _ESCAPED.sub(_meant, text) if "\\" in text else text


def _meant(found: re.Match[str]) -> str:
    units, octets, point, mark = found.groups()
    if units:
        return bytes.fromhex(units.replace("\\u", "")).decode("utf-16-be", "surrogatepass")
    if octets:
        return bytes.fromhex(octets.replace("\\x", "")).decode(errors="surrogateescape")
    return chr(int(point, 16)) if point else _SHORT.get(mark, mark)


def _without_entities(text: str) -> str:
    if "&" not in text:
        return text
    from html import unescape  # seldom needed, and slow to load

    return unescape(text)


def _of_an_address(text: str) -> str:
    return unquote(text, errors="surrogateescape")


def _of_a_form(text: str) -> str:
    return unquote_plus(text, errors="surrogateescape")


def _of_latin(text: str) -> str:
    return text.translate(_LATIN)


_UNDO: tuple[Callable[[str], str], ...] = (
    _without_backslashes,
    _without_entities,
    _of_an_address,
    _of_a_form,
    _of_latin,
)
