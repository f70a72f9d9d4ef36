"""Where a package goes: over nothing of others, and nothing stays of one that could not be made."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.codegen.generator import DOCUMENTS, GOLDEN, command, generate, tree
from tests.conftest import ROOT

REFUSED = DOCUMENTS.joinpath("kiosk.yaml").read_text().replace("type: string", "type: text", 1)


def said(run: subprocess.CompletedProcess[str]) -> str:
    """The one line of a refusal."""
    assert run.returncode == 1, run
    assert len(run.stderr.splitlines()) == 1, run.stderr
    assert run.stderr.startswith("generation failed: --output "), run.stderr
    return run.stderr


def everything(folder: Path) -> list[str]:
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*"))


@pytest.mark.parametrize("name", ["notes.txt", "__init__.py", "generated/x.py"])
def test_a_folder_of_others_is_left_alone(tmp_path: Path, name: str) -> None:
    file = tmp_path / "out" / name
    file.parent.mkdir(parents=True)
    file.write_text('"""Of others."""\n')

    run = generate("--document", DOCUMENTS / "kiosk.yaml", "--output", tmp_path / "out")

    assert "out: holds what this program did not write; name one that is new, empty" in said(run)
    assert tree(tmp_path / "out") == {name: b'"""Of others."""\n'}


def test_an_empty_folder_and_a_package_of_ours_are_written(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for stray in ("", "stray.py"):
        if stray:
            (out / stray).write_text("")
        run = generate("--document", DOCUMENTS / "shop.yaml", "--output", out)
        assert (run.returncode, run.stderr) == (0, "")
        assert tree(out) == tree(GOLDEN)
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def a_file(folder: Path) -> str:
    (folder / "file").write_text("kept")
    return "file"


@pytest.mark.parametrize(
    ("output", "complaint"),
    [
        (lambda _: ".", "--output .: holds the folder that this runs in; name one inside"),
        (lambda _: "..", "--output ..: holds the folder that this runs in"),
        (lambda _: "/", "--output /: holds the folder that this runs in"),
        (a_file, "--output file: is no folder; name one"),
        (lambda folder: f"{a_file(folder)}/deep/out", "cannot be written (Not a directory); name"),
        (lambda _: "/proc/nowhere/out", "cannot be written (No such file or directory); name a"),
        (lambda _: "a" * 300, "cannot be written (File name too long)"),
    ],
)
def test_what_no_package_can_go_to_is_said_in_one_line(
    tmp_path: Path, output: Callable[[Path], str], complaint: str
) -> None:
    where = output(tmp_path)
    before = everything(tmp_path)

    run = subprocess.run(
        command("--document", DOCUMENTS / "kiosk.yaml", "--output", where),
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

    assert complaint in said(run)
    assert everything(tmp_path) == before


def test_the_folders_above_a_package_are_made_with_it(tmp_path: Path) -> None:
    source, out = tmp_path / "t.yaml", tmp_path / "new" / "deep" / "x"
    source.write_text(REFUSED)

    assert generate("--document", source, "--output", out).returncode == 1
    assert everything(tmp_path) == ["t.yaml"]

    assert generate("--document", DOCUMENTS / "kiosk.yaml", "--output", out).returncode == 0
    assert (out / "__init__.py").is_file()


def test_an_output_alone_is_no_trial(tmp_path: Path) -> None:
    run = generate("--output", tmp_path / "out")

    assert run.returncode == 2
    assert "--document and --output need each other" in run.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    """The document is a pipe, so that it is known to be read when the signal comes."""
    source, out, scratch = tmp_path / "t.yaml", tmp_path / "new" / "out", tmp_path / "scratch"
    os.mkfifo(source)
    scratch.mkdir()
    with (
        subprocess.Popen(
            command("--document", source, "--output", out),
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "TMPDIR": str(scratch)},
        ) as run,
        source.open("w"),
    ):  # waits until it is opened at the other end
        run.send_signal(number)
        _, told = run.communicate(timeout=30)

    assert (run.returncode, told) == (130, "generation failed: it was interrupted; run it again\n")
    assert everything(tmp_path) == ["scratch", "t.yaml"]
