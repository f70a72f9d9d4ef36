"""The package works where it is an archive, and where it has no sources."""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

PROGRAM = ROOT / "tests" / "deployed" / "program.py"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def sourceless(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sourceless")
    zipfile.ZipFile(wheel).extractall(folder)
    assert compileall.compile_dir(folder, quiet=1, legacy=True, workers=1)
    for source in [*folder.rglob("*.py"), *folder.rglob("*.pyi")]:
        source.unlink()
    return folder


def run_from(place: Path) -> str:
    run = subprocess.run(
        [sys.executable, str(PROGRAM)],
        env={**os.environ, "PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_it_works_from_an_archive(wheel: Path) -> None:
    assert run_from(wheel).startswith(f"works {wheel}")


def test_it_works_without_its_sources(sourceless: Path) -> None:
    assert run_from(sourceless) == f"works {sourceless / 'commerce_sdk' / '__init__.pyc'}\n"


def test_it_works_from_an_archive_without_its_sources(sourceless: Path, tmp_path: Path) -> None:
    archive = tmp_path / "sdk.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(sourceless.rglob("*")):
            packed.write(path, path.relative_to(sourceless))
    assert run_from(archive).startswith(f"works {archive}")


def test_pyinstaller_finds_the_hooks_that_are_shipped(wheel: Path) -> None:
    packed = zipfile.ZipFile(wheel)
    (entries,) = [name for name in packed.namelist() if name.endswith("entry_points.txt")]
    said = packed.read(entries).decode()
    assert said == "[pyinstaller40]\nhook-dirs = commerce_sdk._pyinstaller:hook_dirs\n"

    from commerce_sdk._pyinstaller import hook_dirs

    (folder,) = map(Path, hook_dirs())
    hooks = sorted(path.name for path in folder.glob("hook-*.py"))
    assert hooks == [
        "hook-commerce_sdk.py",
        "hook-commerce_sdk.sandbox.py",
        "hook-commerce_sdk_api.py",
    ]
    for hook in hooks:
        assert f"commerce_sdk/_pyinstaller/{hook}" in packed.namelist()
