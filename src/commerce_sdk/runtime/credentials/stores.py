"""Where a session is kept: what a store is, the one in memory, and how any of them is asked."""

from __future__ import annotations

import inspect
import os
import threading
import weakref
from collections.abc import Awaitable, Callable
from typing import Protocol, Self, cast, runtime_checkable

from commerce_sdk.errors import AuthenticationFailed, InvalidRequest
from commerce_sdk.runtime.credentials.auth import as_failure
from commerce_sdk.secret import Secret, SecretBytes, hide, revealed, type_name
from commerce_sdk.value import OfThisProcess


@runtime_checkable
class SessionStore(Protocol):
    """Where one session is kept, for all that share it. The texts hold tokens: keep them where
    secrets are kept."""

    async def load(self) -> str | bytes | None:
        """What is kept, as text or in UTF-8; None for nothing."""
        ...

    async def swap(self, expected: str | None, new: str | None) -> bool:
        """In one step: where `expected` is kept, keep `new` (None: nothing) in its place, and say
        True; else change nothing, and say False."""
        ...


class MemorySessionStore(OfThisProcess):
    """Keeps a session in the memory of this process. A forked one begins without, for two may not
    use one refresh token."""

    _instead = "make one in each process, or give a store that processes share"

    def __init__(self) -> None:
        self._text: str | None = None
        self._process = os.getpid()
        self._lock = threading.Lock()  # clients may live in threads of their own
        _LOCKED.add(self)

    async def load(self) -> str | None:
        return self._own()

    async def swap(self, expected: str | None, new: str | None) -> bool:
        with self._lock:
            if self._own() != expected:
                return False
            self._text, self._process = hide(new), os.getpid()
            return True

    def _own(self) -> str | None:
        return self._text if self._process == os.getpid() else None

    def __copy__(self) -> Self:
        return self  # two may not use one refresh token

    def __repr__(self) -> str:
        return "MemorySessionStore()"


_LOCKED: weakref.WeakSet[MemorySessionStore] = weakref.WeakSet()


def _unlock_in_child() -> None:
    # What another thread held would never come free: that thread is not there any more.
    for store in list(_LOCKED):
        store._lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_unlock_in_child)


class AskedStore:
    """A store, asked so that whatever goes wrong with it is an `AuthenticationFailed` that says so.
    Raises `InvalidRequest` for what is no store."""

    def __init__(self, store: SessionStore) -> None:
        if isinstance(store, type) or not isinstance(store, SessionStore):
            raise InvalidRequest("must be a SessionStore", path="store")
        self._store = store

    async def load(self) -> Secret | None:
        """What is kept."""
        given = await self._asked("load")
        if isinstance(given, SecretBytes):
            try:
                given = given.decode()
            except UnicodeDecodeError:
                raise AuthenticationFailed("the session store gave bytes, not in UTF-8") from None
        if given is None or isinstance(given, Secret):
            return given
        raise AuthenticationFailed(
            f"the session store gave {type_name(given)}; expected a text, bytes or None"
        )

    async def swap(self, expected: Secret | None, new: Secret | None) -> bool:
        """Keep `new` where `expected` is kept; was it?"""
        given = await self._asked("swap", expected, new)
        if isinstance(revealed(given), bool):
            return cast(bool, revealed(given))
        raise AuthenticationFailed(
            f"the session store's swap gave {type_name(given)}; expected True or False"
        )

    async def _asked(self, method: str, *texts: Secret | None) -> object:
        ask: Callable[..., Awaitable[object]] = getattr(self._store, method)
        try:
            given = hide(ask(*texts))
            if inspect.isawaitable(revealed(given)):
                return hide(await revealed(given))
        except BaseException as fault:
            raise as_failure("the session store", fault)  # noqa: B904
        raise AuthenticationFailed(
            f"the session store's {method} is no async function: write `async def {method}`"
        )
