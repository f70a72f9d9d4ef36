"""Servers on bare sockets, a thread for each connection, plain or under TLS."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self, TypeVar

from tests.conftest import DATA
from tests.support.servers import listener_on_loopback

T = TypeVar("T")
CERTIFICATE = DATA / "tls" / "certificate.pem"


def server_context() -> ssl.SSLContext:
    """For `shop.invalid` and 127.0.0.1; trusted by whoever has `SSL_CERT_FILE` name `CERTIFICATE`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE, DATA / "tls" / "key.pem")
    return context


class Wire:
    """A server's end of a connection."""

    def __init__(self, connection: socket.socket, context: ssl.SSLContext | None) -> None:
        self.socket = connection
        self._lock = threading.Lock()
        self._tls: ssl.SSLObject | None = None
        if context is not None:
            self._in, self._out = ssl.MemoryBIO(), ssl.MemoryBIO()
            self._tls = context.wrap_bio(self._in, self._out, server_side=True)
            self._step(self._tls.do_handshake)

    def receive(self) -> bytes:
        """What comes next, nothing at the end."""
        if self._tls is None:
            return self.socket.recv(65536)
        tls = self._tls
        return self._step(lambda: tls.read(65536))

    def receive_until(self, end: bytes) -> bytes:
        """Raises `ConnectionError` where it ends before."""
        received = b""
        while end not in received:
            part = self.receive()
            if not part:
                raise ConnectionError
            received += part
        return received

    def send(self, *messages: bytes) -> None:
        """All in one segment; under TLS each message is a record of its own."""
        self.send_part(self.sealed(*messages))

    def sealed(self, *messages: bytes) -> bytes:
        """The bytes that these messages are on the network."""
        if self._tls is None:
            return b"".join(messages)
        with self._lock:
            for message in messages:
                if message:
                    self._tls.write(message)
            return self._out.read()

    def send_part(self, sealed: bytes) -> None:
        self.socket.sendall(sealed)

    def _step(self, step: Callable[[], T]) -> T:
        while True:
            done: list[T] = []
            with self._lock:
                with suppress(ssl.SSLWantReadError):
                    done.append(step())
                answer = self._out.read()
            self.socket.sendall(answer)
            if done:
                return done[0]
            data = self.socket.recv(65536)
            if not data:
                raise ConnectionError
            with self._lock:
                self._in.write(data)


class Server:
    """Serves each connection in a thread of its own, by `serve` of a subclass."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.listener = listener_on_loopback()
        self.port: int = self.listener.getsockname()[1]
        self.connections = 0
        self.mute = 0
        """So many of the next connections get not even a TLS handshake."""
        self.stalled = 0
        self.open: set[socket.socket] = set()
        """Those that the other end has not closed."""
        self._context = context
        self._thread = threading.Thread(target=self._accept, daemon=True)

    def serve(self, wire: Wire) -> None:
        """What to do with one connection."""
        raise NotImplementedError

    def stall(self, connection: socket.socket) -> None:
        """Say nothing until the other end is gone."""
        self.stalled += 1
        while connection.recv(65536):
            pass

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self.listener.accept()
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self.connections += 1
                self.open.add(connection)
                threading.Thread(target=self._run, args=(connection,), daemon=True).start()

    def _run(self, connection: socket.socket) -> None:
        # An SSLError is an OSError too.
        try:
            with suppress(OSError):
                if self.mute:
                    self.mute -= 1
                    connection.recv(65536)
                    self.stall(connection)
                else:
                    self.serve(Wire(connection, self._context))
        finally:
            self.open.discard(connection)
            connection.close()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: Any) -> None:
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for connection in list(self.open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)
