"""A proxy for tunnels, which stalls, refuses and cuts on demand."""

from __future__ import annotations

import base64
import socket
import ssl
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress

from tests.support.wires import Server, Wire

SECRET = "s3cret"
STALLS = ("stall in CONNECT", "stall in TLS")
_PASS = b"\r\nproxy-authorization: basic " + base64.b64encode(f"user:{SECRET}".encode()).lower()
REFUSALS = ("407", "502", "cut", "cut in TLS")


class ConnectProxy(Server):
    """Leads every tunnel to one port of this machine. `plans` holds what happens to the next
    connections; where it is empty, they are tunnels."""

    def __init__(self, target: int, context: ssl.SSLContext | None = None) -> None:
        super().__init__(context)
        scheme = "http" if context is None else "https"
        self.url = f"{scheme}://user:{SECRET}@127.0.0.1:{self.port}"
        self.plans: deque[str] = deque()
        self.asked: list[bytes] = []
        self._target = target

    def serve(self, wire: Wire) -> None:
        head = wire.receive_until(b"\r\n\r\n")
        assert _PASS in head.lower()
        self.asked.append(head.split(b"\r\n")[0])
        plan = self.plans.popleft() if self.plans else "tunnel"
        if plan == "stall in CONNECT":
            self.stall(wire.socket)
        elif plan.isdecimal():
            # As bad as can be: its own words hold the password.
            words = (
                f"HTTP/1.1 {plan} not by {SECRET}\r\ncontent-length: {len(SECRET)}\r\n\r\n{SECRET}"
            )
            wire.send(words.encode())
        elif plan != "cut":
            wire.send(b"HTTP/1.1 200 OK\r\n\r\n")
            if plan == "tunnel":
                self._tunnel(wire)
                return
            wire.receive()
            if plan == "stall in TLS":
                self.stall(wire.socket)

    def _tunnel(self, wire: Wire) -> None:
        with socket.create_connection(("127.0.0.1", self._target)) as target:
            target.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            back = threading.Thread(
                target=_pump,
                args=(
                    lambda: target.recv(65536),
                    lambda data: wire.send(*_records(data)),
                    wire.socket,
                ),
                daemon=True,
            )
            back.start()
            _pump(wire.receive, target.sendall, target)
            back.join(5)


def _records(data: bytes) -> Iterator[bytes]:
    """TLS records one by one; each becomes a record of its own of the session with the proxy."""
    while data:
        length = 5 + int.from_bytes(data[3:5], "big")
        yield data[:length]
        data = data[length:]


def _pump(
    receive: Callable[[], bytes], send: Callable[[bytes], None], behind: socket.socket
) -> None:
    with suppress(OSError):
        while data := receive():
            send(data)
    with suppress(OSError):
        behind.shutdown(socket.SHUT_RDWR)
