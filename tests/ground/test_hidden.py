"""What hides itself: credentials under every name that other code gives them, and hidden attributes."""

from __future__ import annotations

import h11
import httpcore
import httpx
from multidict import CIMultiDict
from rich.pretty import pretty_repr

from commerce_sdk import AccessToken, Basic, Bearer
from commerce_sdk.runtime.call.exchange import Reply
from commerce_sdk.secret import Secret, SecretBytes
from commerce_sdk.value import Value

PLAIN = "pl4nted" * 20
HEADER = Secret(f"Bearer {PLAIN}")


def values() -> set[type[Value]]:
    """Every class of values of ours that hides something."""
    found: set[type[Value]] = set()
    waiting: list[type[Value]] = [Value]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        found |= {kind} if kind.hidden else set()
    return found


def test_rich_prints_no_more_than_a_repr_does() -> None:
    reply = Reply(status=200, headers={"x": PLAIN}, content=PLAIN.encode())
    for value in (Bearer(PLAIN), Basic("who@x", PLAIN), AccessToken(PLAIN), reply):
        for text in (repr(value), pretty_repr(value), pretty_repr([value])):
            assert PLAIN not in text
            assert "who" not in text
            assert type(value).__name__ in text


def test_every_class_that_hides_hides_from_rich_too() -> None:
    assert len(values()) > 8
    for kind in values():
        assert set(kind.hidden) <= set(kind.__struct_fields__), kind
        assert kind.__rich_repr__ is Value.__rich_repr__, kind


def test_a_secret_is_the_text_that_it_is_and_does_not_show_it() -> None:
    assert f"{HEADER}" == str(HEADER) == "Bearer " + PLAIN
    assert HEADER.encode().decode() == HEADER
    assert bytes(HEADER.encode()) == f"Bearer {PLAIN}".encode()
    parts = (HEADER, HEADER[:80], HEADER.strip(), HEADER.encode(), HEADER.encode()[3:90])
    for part in (*parts, HEADER.encode().decode()):
        assert "pl4nted" not in repr(part) + repr([part]) + pretty_repr({"a": part}, max_string=20)
    assert HEADER.encode()[0] == ord("B")
    assert str(HEADER.encode()) == repr(HEADER.encode())


def test_it_stays_hidden_in_what_other_code_makes_of_it() -> None:
    request = httpx.Request("GET", "https://x.invalid", headers=[("Authorization", HEADER)])
    below = httpcore.Request("GET", "https://x.invalid", headers=request.headers.raw)
    lowest = h11.Request(method="GET", target="/", headers=below.headers, http_version="1.1")
    pairs = CIMultiDict((name.decode(), value.decode()) for name, value in request.headers.raw)
    for shown in (request.headers.raw, dict(request.headers.items()), below.headers, lowest, pairs):
        assert "pl4nted" not in repr(shown)
        assert "pl4nted" not in pretty_repr(shown, max_string=80)
    sent = h11.Connection(h11.CLIENT).send(lowest)
    assert sent is not None
    assert f"Authorization: Bearer {PLAIN}\r\n".encode() in sent
    assert isinstance(HEADER.encode(), SecretBytes)
