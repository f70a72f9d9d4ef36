"""Session stores of all kinds: what they are told where they fail or are none."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path
from typing import Any

import pytest

from commerce_sdk import AuthenticationFailed, Login, MemorySessionStore, SessionCache
from commerce_sdk.sandbox import ManualClock
from tests.support.issuers import FileStore, Issuer
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio


@pytest.fixture
def issuer(tmp_path: Path) -> Issuer:
    return Issuer(tmp_path / "issuer")


class Broken(FileStore):
    """Fails in one of its methods."""

    def __init__(self, path: Path, method: str) -> None:
        super().__init__(path)
        self.method = method

    async def load(self) -> str | None:
        if self.method == "load":
            raise ConnectionError("secret words")
        return await super().load()

    async def swap(self, expected: str | None, new: str | None) -> bool:
        if self.method == "swap" or (self.method == "end" and "renewal" not in str(new)):
            raise ConnectionError("secret words")
        return await super().swap(expected, new)


@pytest.mark.parametrize("method", ["load", "swap", "end"])
async def test_a_store_that_fails_is_named(issuer: Issuer, tmp_path: Path, method: str) -> None:
    clock, store = VirtualClock(ManualClock()), Broken(tmp_path / "store", method)
    cache = SessionCache(issuer.login, issuer.refresh, store=store)
    for says in ("", "; it is not asked again so soon"):
        with pytest.raises(AuthenticationFailed) as failed:
            await cache.header(clock)
        assert str(failed.value) == f"the session store failed with ConnectionError{says}"
        assert not failed.value.refused


class Plain:
    """Its methods are plain functions."""

    def load(self) -> None:
        return None

    def swap(self, expected: str | None, new: str | None) -> bool:
        return True


class PlainSwap(Plain):
    async def load(self) -> None:  # type: ignore[override]
        return None


@pytest.mark.parametrize(("store", "method"), [(Plain(), "load"), (PlainSwap(), "swap")])
async def test_plain_methods_are_told_so(issuer: Issuer, store: Any, method: str) -> None:
    cache = SessionCache(issuer.login, issuer.refresh, store=store)
    with pytest.raises(AuthenticationFailed, match=f"store's {method} is no async function"):
        await cache.header(VirtualClock(ManualClock()))
    assert issuer.logins == 0


@pytest.mark.parametrize("given", [None, 1, "True"])
async def test_a_swap_that_says_neither_is_told_so(
    issuer: Issuer, tmp_path: Path, given: Any
) -> None:
    class Silent(FileStore):
        async def swap(self, expected: str | None, new: str | None) -> bool:
            await super().swap(expected, new)
            return given  # type: ignore[no-any-return]

    clock = VirtualClock(ManualClock())
    cache = SessionCache(issuer.login, issuer.refresh, store=Silent(tmp_path / "store"))
    says = f"store's swap gave {type(given).__name__}; expected True or False"
    with pytest.raises(AuthenticationFailed, match=says):
        await cache.header(clock)
    assert (issuer.logins, clock.slept) == (0, [])
    # A logout meets it too, where something is kept.
    await FileStore(tmp_path / "store").swap(None, "kept")
    with pytest.raises(AuthenticationFailed, match=says):
        await cache.logout()


def test_a_store_in_memory_stays_in_its_process() -> None:
    store = MemorySessionStore()
    for held in (store, Login("a@b.c", "p", store=store)):
        with pytest.raises(
            TypeError, match="cannot pickle MemorySessionStore, which lives in this"
        ):
            pickle.dumps(held)
    assert copy.copy(store) is store, "two could use one refresh token"


def test_a_session_cache_stays_in_its_process(issuer: Issuer) -> None:
    with pytest.raises(TypeError, match="cannot pickle SessionCache, which lives in this process"):
        pickle.dumps(SessionCache(issuer.login, issuer.refresh))
