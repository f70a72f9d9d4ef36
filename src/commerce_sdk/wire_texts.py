"""How values are written where there is no JSON: in addresses, headers and forms."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from commerce_sdk.errors import InvalidRequest
from commerce_sdk.secret import Secret
from commerce_sdk.value import Value
from commerce_sdk.wire import Kind, Scope


def text_of(written: Any) -> str:
    """A written scalar as text; a secret one stays a secret."""
    if isinstance(written, str):
        return written
    if isinstance(written, bool):
        return "true" if written else "false"
    return format(written, "f") if isinstance(written, Decimal) else str(written)


class Joined(Value, frozen=True):
    """A list as one text. An empty one stays a list, for there is no text for it."""

    kind: Kind
    delimiter: str

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        texts = list(map(text_of, self.kind.write(value, path, currency)))
        for index, text in enumerate(texts):
            place = f"{path}[{index}]"
            if not text:
                raise InvalidRequest("may not be empty, for a list is sent as one text", path=place)
            # Servers decode before they split, so that no escape would tell the two apart.
            if self.delimiter in text:
                what = f"may not hold {self.delimiter!r}, which stands between the entries"
                raise InvalidRequest(what, path=place)
        joined = self.delimiter.join(texts)
        if any(isinstance(text, Secret) for text in texts):
            joined = Secret(joined)
        return joined if texts else []

    def read(self, value: Any, scope: Scope) -> Any:
        return value


def pairs_of(name: str, written: Any) -> list[tuple[str, str]]:
    """The pairs that a written value is sent as: one for each entry of a list, by `name`, and for
    each field of an object, by `name[field]`."""
    if isinstance(written, dict):
        return [(f"{name}[{field}]", text_of(entry)) for field, entry in written.items()]
    entries = written if isinstance(written, list) else [written]
    return [(name, text_of(entry)) for entry in entries]
