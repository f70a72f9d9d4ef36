"""Prism needs node, so these tests run on `--prism` only; `make contract` gives it."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

HERE = Path(__file__).parent
PRISM = HERE.parent / "node" / "node_modules" / ".bin" / "prism"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--prism", action="store_true", help="call the facade against Prism")


def _wanted(config: pytest.Config) -> bool:
    # Where pytest starts higher up, this file is read too late to add the option.
    return bool(config.getoption("--prism", default=False))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not _wanted(config):
        ours = [item for item in items if HERE in item.path.parents]
        config.hook.pytest_deselected(items=ours)
        items[:] = [item for item in items if item not in ours]


def pytest_report_collectionfinish(config: pytest.Config) -> str | None:
    if _wanted(config):
        return None
    return "tests/contract/prism is left out: it needs node and --prism (make contract)"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@dataclass(frozen=True)
class Prism:
    """A running mock server, and what it has to say."""

    url: str
    log_file: Path

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")


@contextmanager
def mock(document: Path, folder: Path) -> Iterator[Prism]:
    """A server of one document."""
    assert PRISM.exists(), f"npm ci in {PRISM.parents[2].relative_to(ROOT)} comes first"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log_file = folder / "log"
    command = [str(PRISM), "mock", "-h", "127.0.0.1", "-p", str(port), str(document)]
    with log_file.open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT)
        try:
            running = Prism(f"http://127.0.0.1:{port}", log_file)
            ends = time.monotonic() + 60
            while "Prism is listening" not in running.log:
                assert process.poll() is None, running.log
                assert time.monotonic() < ends, running.log
                time.sleep(0.05)
            yield running
        finally:
            process.terminate()
            process.wait(10)


@pytest.fixture(scope="session")
def prism_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Prism]]:
    """The server of a platform's document, started when it is first asked for."""
    with ExitStack() as running:

        @cache
        def started(platform: str) -> Prism:
            document = ROOT / "openapi" / f"{platform}.yaml"
            return running.enter_context(mock(document, tmp_path_factory.mktemp(platform)))

        yield started
