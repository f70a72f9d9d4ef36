"""A platform that shows in its answers whatever credential it was sent, wherever there is room."""

from __future__ import annotations

import base64
import json
import ssl
from collections.abc import Callable

from tests.support.wires import Server, Wire

CARRIERS = (b"authorization", b"x-shop-key", b"x-api-key")
Answer = Callable[[str], bytes]
"""What to send, given the credential; nothing at all where the connection is to be cut."""


class Echoes(Server):
    """Answers each request by `answer`; it is told the credential as it came and, of Basic, what
    it holds; with `shows_bodies`, the body too. One without a credential, which asks for some, is
    answered by `issue`, told its body."""

    shows_bodies = False

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        super().__init__(context)
        self.answer: Answer = cut
        self.issue: Answer = cut
        self.echoed: set[str] = set()

    def serve(self, wire: Wire) -> None:
        while True:
            head, _, body = wire.receive_until(b"\r\n\r\n").partition(b"\r\n\r\n")
            headers = dict(
                line.lower().split(b": ", 1)[:1] + line.split(b": ", 1)[1:]
                for line in head.split(b"\r\n")[1:]
            )
            while len(body) < int(headers.get(b"content-length", b"0")):
                body += wire.receive()
            named = (headers[name] for name in CARRIERS if name in headers)
            credential = next(named, b"").decode()
            if not credential:
                wire.send(self.issue(body.decode()))
                continue
            scheme, _, word = credential.partition(" ")
            if scheme == "Basic":
                credential += " " + base64.b64decode(word).decode().replace(":", " ")
            self.echoed.add(credential)
            if self.shows_bodies:
                credential += f" {body.decode()}"
            if self.answer is silent:
                self.stall(wire.socket)
            sent = self.answer(credential)
            if not sent:
                return
            wire.send(sent)


def cut(credential: str) -> bytes:
    return b""


def silent(credential: str) -> bytes:
    """Stands for no answer at all."""
    return b""


def message(status: int, content: bytes, kind: str, *headers: str) -> bytes:
    lines = [
        f"HTTP/1.1 {status} X",
        f"content-type: {kind}",
        f"content-length: {len(content)}",
        *headers,
    ]
    return "\r\n".join([*lines, "", ""]).encode() + content


def problem(status: int, *, escaped: bool = False) -> Answer:
    """An error document, of which every text and many headers hold the credential."""

    def answer(credential: str) -> bytes:
        finding = {"message": credential, "code": credential, "field": credential}
        items = [{"itemId": credential, "errors": [{**finding, "errorName": credential}]}]
        document = {
            **dict.fromkeys(("title", "code", "detail", "message", "id"), credential),
            "errors": [finding],
            "details": [finding],
            "items": items,
            credential: credential,
        }
        text = json.dumps(document)
        if escaped:
            text = "".join(
                f"\\u{ord(character):04x}" if character.isalnum() and inside else character
                for character, inside in _inside(text)
            )
        names = ("x-request-id", "server", "set-cookie", "www-authenticate", "ratelimit-reset")
        headers = [f"{name}: {credential}" for name in names]
        return message(status, text.encode(), "application/json", *headers)

    return answer


def _inside(text: str) -> list[tuple[str, bool]]:
    within, found = False, []
    for character in text:
        within ^= character == '"'
        found.append((character, within))
    return found


def page(status: int) -> Answer:
    """A page with the request in it, as debugging proxies answer."""
    return lambda credential: message(
        status,
        f"<html>authorization: {credential}</html>".encode(),
        "text/html",
        f"x-request-id: {credential}",
    )


def no_http(credential: str) -> bytes:
    return f"HTTP/1.1 200 OK\r\n{credential}\r\n\r\n".encode()


def no_status(credential: str) -> bytes:
    return f"{credential} what is this\r\n\r\n".encode()


def no_header_name(credential: str) -> bytes:
    return f"HTTP/1.1 200 OK\r\nx {credential}: 1\r\n\r\n".encode()


def no_length(credential: str) -> bytes:
    return f"HTTP/1.1 200 OK\r\ncontent-length: {credential}\r\n\r\n".encode()


def no_chunk(credential: str) -> bytes:
    head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
    return f"{head}{credential}\r\n".encode()


def no_gzip(credential: str) -> bytes:
    return message(200, credential.encode(), "application/json", "content-encoding: gzip")


def of(document: object) -> Answer:
    """A success with only a request id to echo in."""
    content = json.dumps(document).encode()
    return lambda credential: message(
        200, content, "application/json", f"x-request-id: {credential}"
    )
