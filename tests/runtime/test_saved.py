"""A file that is saved: whole on the disk before it takes its name, and nothing else left where the
disk refuses a step of it."""

from __future__ import annotations

import errno
import os
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import RetryPolicy
from tests.support.shop import BILL, shop_client

pytestmark = pytest.mark.anyio

PARTS = (b"%PDF-", b"1.4 " * 1000, b"all of it")
WHOLE = b"".join(PARTS)


class Files(httpx.AsyncBaseTransport):
    """Answers each request with a file in parts."""

    def __init__(self, parts: Iterable[bytes] = PARTS) -> None:
        self.asked = 0
        self._parts = parts

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1

        async def parts() -> AsyncIterator[bytes]:
            for part in self._parts:
                yield part

        return httpx.Response(200, headers={"content-type": "application/pdf"}, content=parts())


class Disk:
    """What the machine was asked to do with files, in order; a step may be refused."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, refuses: str = "") -> None:
        self.steps: list[tuple[Any, ...]] = []
        self._refuses = refuses
        self._fsync, self._replace = os.fsync, os.replace
        monkeypatch.setattr(os, "fsync", self.fsync)
        monkeypatch.setattr(os, "replace", self.replace)

    def fsync(self, file: int) -> None:
        found = os.fstat(file)
        self.steps.append(("fsync", found.st_ino, found.st_size))
        if self._refuses == "fsync":
            raise OSError(errno.EIO, "input/output error")
        self._fsync(file)

    def replace(self, source: Any, target: Any) -> None:
        self.steps.append(("replace", os.stat(source).st_ino, Path(source), Path(target)))
        if self._refuses == "replace":
            raise OSError(errno.EACCES, "permission denied")
        self._replace(source, target)


async def save(target: Path, transport: Files | None = None) -> None:
    async with shop_client(transport or Files(), retry=RetryPolicy()) as shop:
        await shop.bills.download(BILL).save(target)


@pytest.mark.parametrize("before", [None, b"old"], ids=["new", "over an old one"])
async def test_all_of_it_is_on_the_disk_before_it_takes_its_name(
    before: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "bill.pdf"
    if before is not None:
        target.write_bytes(before)
    disk = Disk(monkeypatch)
    await save(target)
    (first, written, size), (then, named, source, to) = disk.steps
    assert (first, then) == ("fsync", "replace")
    assert size == len(WHOLE), "nothing is left in a buffer"
    assert named == written, "what was made sure of is what takes the name"
    assert to == target
    assert source.parent == tmp_path, "on the same disk, so that the name is taken at once"
    assert (source.name[0], source.suffix) == (".", ".part")
    assert os.listdir(tmp_path) == ["bill.pdf"]
    assert target.read_bytes() == WHOLE


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("before", [None, b"old"], ids=["new", "over an old one"])
async def test_a_step_that_the_disk_refuses_leaves_what_was_there_and_nothing_else(
    before: bytes | None, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, files = tmp_path / "bill.pdf", Files()
    if before is not None:
        target.write_bytes(before)
    disk = Disk(monkeypatch, refuses=step)
    with pytest.raises(OSError, match=r"input/output error|permission denied"):
        await save(target, files)
    assert disk.steps[-1][0] == step
    assert os.listdir(tmp_path) == ([] if before is None else ["bill.pdf"])
    assert before is None or target.read_bytes() == before
    assert files.asked == 1, "what the disk refuses is not fetched again"


async def test_a_disk_that_is_full_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = anyio.open_file

    async def full(path: Any, mode: str) -> Any:
        """What is written there finds no room."""
        await anyio.Path(path).symlink_to("/dev/full")
        return await opened(path, mode)

    monkeypatch.setattr(anyio, "open_file", full)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        await save(tmp_path / "bill.pdf")
    assert os.listdir(tmp_path) == []


async def test_two_that_save_under_one_name_do_not_mix(tmp_path: Path) -> None:
    target = tmp_path / "bill.pdf"
    async with anyio.create_task_group() as tasks:
        for _ in range(4):
            tasks.start_soon(save, target)
    assert target.read_bytes() == WHOLE
    assert os.listdir(tmp_path) == ["bill.pdf"]


async def test_what_is_cancelled_while_it_is_made_sure_of_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch)
    with anyio.CancelScope() as scope:

        def stop(file: int) -> None:
            disk.fsync(file)
            anyio.from_thread.run_sync(scope.cancel)

        monkeypatch.setattr(os, "fsync", stop)
        await save(tmp_path / "bill.pdf")
    assert scope.cancelled_caught
    assert [step for step, *_ in disk.steps] == ["fsync"]
    assert os.listdir(tmp_path) == []


async def test_parts_are_gathered_into_large_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[Any] = []
    run_sync = anyio.to_thread.run_sync

    async def noted(function: Any, *args: Any, **options: Any) -> Any:
        calls.append((function, *args))
        return await run_sync(function, *args, **options)

    async def hops(parts: int) -> int:
        calls.clear()
        content = [bytes([number % 256]) * 16_384 for number in range(parts)]
        await save(tmp_path / "bill.pdf", Files(content))
        assert (tmp_path / "bill.pdf").read_bytes() == b"".join(content)
        return len(calls)

    monkeypatch.setattr(anyio.to_thread, "run_sync", noted)
    few = await hops(1)
    many = await hops(8 * 64 + 1)
    assert many == few + 8, "a thread's turn for each MiB"
    sizes = [len(each) for call in calls for each in call[1:] if isinstance(each, bytes)]
    assert max(sizes) <= 1024 * 1024 + 16_384, "and no more than that is held"
