"""A shop that sends a stray message behind an answer."""

from __future__ import annotations

import json
import ssl
import threading
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.support.wires import Server, Wire

OTHER = "00000000-0000-4000-8000-00000000dead"
"""The id of the record that strays are about."""


def message(status: str, body: bytes, media: str = "application/json") -> bytes:
    head = f"HTTP/1.1 {status}\r\ncontent-type: {media}\r\ncontent-length: {len(body)}"
    return head.encode() + b"\r\n\r\n" + body


STRAYS: dict[str, tuple[bytes, bytes]] = {
    "an error": (message("400 Bad Request", b'{"title":"stray","code":"STRAY"}'), b""),
    "another record": (
        message("200 OK", json.dumps({"id": OTHER, "total": 2}).encode()),
        b"",
    ),
    "an empty page": (message("200 OK", b'{"rows":[],"total":0,"size":1}'), b""),
    "garbage": (b"\x00\xffwhat is this?\r\n\r\n", b""),
    "what a length left over": (b'"}', b""),
    "half an error": (
        b"HTTP/1.1 400 Bad Request\r\ncontent-length: ",
        b'17\r\n\r\n{"title":"stray"}',
    ),
}
"""What comes behind an answer, and what goes before the next one on the same connection."""

READ_AT_ONCE = 65536
"""httpcore reads so many bytes at once."""

NEVER = "never", (b"", b"")
"""A plan: the next request gets no answer."""

WAYS = ("in one piece", "in one segment", "when idle")


class Strays(Server):
    """Answers each request with what it asked for. What `plan` says comes behind the next answer:
    together with it, in the same segment (under TLS as a record of its own, or half of one), or
    once `is_idle` was called."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        super().__init__(context)
        self._planned: tuple[str, tuple[bytes, bytes]] | None = None
        self._idle = threading.Event()
        self._sent = threading.Event()

    def plan(self, way: str, stray: tuple[bytes, bytes]) -> None:
        self._idle.clear()
        self._sent.clear()
        self._planned = way, stray

    def is_idle(self) -> None:
        """The call is over: let the stray message come, and wait for it to be there."""
        self._idle.set()
        assert self._sent.wait(5)

    def serve(self, wire: Wire) -> None:
        due = half = b""
        while True:
            head, _, body = wire.receive_until(b"\r\n\r\n").partition(b"\r\n\r\n")
            while len(body) < _length(head):
                body += wire.receive()
            answered = due + answer(head.split(b"\r\n")[0].decode(), body)
            planned, self._planned = self._planned, None
            wire.send_part(half)
            if planned is None:
                wire.send(answered)
                continue
            way, (stray, due) = planned
            if way == "never":
                self.stall(wire.socket)
                return
            try:
                if way == "in one piece":
                    wire.send(answered + stray)
                elif way == "in one segment":
                    wire.send(answered, stray)
                elif way == "behind a full buffer":
                    head, _, content = answered.partition(b"\r\n\r\n")
                    padding = READ_AT_ONCE - len(message("200 OK", content)) - 3
                    wire.send(message("200 OK", content + b" " * padding) + stray)
                elif way == "in half a record":
                    whole, half = wire.sealed(answered), wire.sealed(stray)
                    wire.send_part(whole + half[:10])
                    half = half[10:]
                else:
                    wire.send(answered)
                    self._idle.wait(5)
                    wire.send(stray)
            finally:
                self._sent.set()


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.split(b":")[1])
    return 0


def answer(request_line: str, body: bytes) -> bytes:
    """What was asked for: the record of that id, a bill as posted, or so many shelves."""
    method, target, _ = request_line.split(" ")
    parts = urlsplit(target)
    identifier = next((part for part in parts.path.split("/") if part.count("-") == 4), "")
    record: dict[str, Any] = {"id": identifier, "label": "PENDING", "total": 1}
    if method == "DELETE":
        return b"HTTP/1.1 204 No Content\r\n\r\n"
    if parts.path.endswith("/paper"):
        if method == "POST":
            return b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n"
        return message("200 OK", b"%PDF-" + identifier.encode(), "application/pdf")
    if method == "POST":
        bill = {"id": json.loads(body)["id"], "total": 1}
        return message("201 Created", json.dumps(bill).encode())
    if parts.path.endswith("/shelves"):
        count = int(parse_qs(parts.query)["size"][0])
        rows = [{"id": str(number)} for number in range(count)]
        record = {"rows": rows, "total": count, "size": count}
    return message("200 OK", json.dumps(record).encode())
