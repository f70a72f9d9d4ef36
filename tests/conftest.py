"""What every test shares: both event loops, and an environment without anybody's credentials."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

from commerce_sdk.runtime.limits.local import SHARED
from tests.support.leaping_loops import Backend, leaping

# A loaded machine must not turn a property red: what is slow belongs into benchmarks.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data"
PLATFORMS = (*(f"{path.stem.upper()}_" for path in (ROOT / "openapi").glob("*.yaml")), "SHOP_")
"""How the environment variables of each platform begin, the tests' own among them."""


def pytest_collection_finish() -> None:
    """What is there before the first test stays until the last. A collection of garbage, which many
    tests ask for, would look through all of it each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str | Backend:
    name = str(request.param)
    return leaping(name) if request.node.get_closest_marker("leaps") else name


@pytest.fixture(autouse=True)
def no_calls_so_far() -> None:
    SHARED.forget()


@pytest.fixture(autouse=True)
def no_outside_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        *(name for name in os.environ if name.startswith(PLATFORMS)),
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "http_proxy",
        "https_proxy",
        "all_proxy",
        "NO_PROXY",
        "no_proxy",
    ):
        monkeypatch.delenv(name, raising=False)
