"""The comparison goes over every document, of then and of now."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

TWO = """openapi: 3.1.0
info: {title: Two, version: '1'}
paths:
  /a:
    get: {operationId: get_a, responses: {'204': {description: Done.}}}
  /b:
    get: {operationId: get_b, responses: {'204': {description: Done.}}}
"""
ONE = TWO[: TWO.index("  /b:")]


class Repository:
    """A repository with our programs and documents of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.openapi = root / "openapi"
        self.openapi.mkdir()
        self._git("init", "-q")
        self.changelog("")
        self.release("v0.1.0")
        shutil.copy(ROOT / "openapi" / "extensions.schema.json", self.openapi)
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "codegen", root / "codegen", ignore=ignored)

    def _git(self, *arguments: str) -> None:
        settings = ("-c", "user.name=t", "-c", "user.email=t@t.invalid")
        subprocess.run(["git", *settings, *arguments], cwd=self.root, check=True)

    def document(self, name: str, text: str) -> None:
        (self.openapi / name).write_text(text, encoding="utf-8")

    def changelog(self, text: str) -> None:
        (self.root / "CHANGELOG.md").write_text(f"## [Unreleased]\n\n{text}\n", encoding="utf-8")

    def release(self, tag: str) -> None:
        self._git("add", ".")
        self._git("commit", "-qm", tag)
        self._git("tag", tag)

    def diff(self, *arguments: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "codegen.diff", *arguments]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)
        assert done.stderr == ""
        return done.returncode, done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_a_document_that_the_revision_lacks_is_added(repository: Repository) -> None:
    repository.document("kiosk.yaml", TWO)
    repository.release("v0.2.0")
    repository.document("shop.yaml", TWO)

    for arguments in ([], ["--document", "shop.yaml"]):
        code, said = repository.diff(*arguments)
        assert code == 0
        assert "       added    shop: a platform\n" in said
        assert said.endswith("For the changelog:\n\n### Added\n\n- `shop`: a platform.\n")
    assert repository.diff("--check")[0] == 0


def test_every_document_is_added_where_the_revision_had_none(repository: Repository) -> None:
    repository.document("kiosk.yaml", TWO)
    repository.document("shop.yaml", TWO)

    code, said = repository.diff("v0.1.0")

    assert code == 0
    assert said.endswith("### Added\n\n- `kiosk`: a platform.\n- `shop`: a platform.\n")


def test_a_document_that_went_is_removed_and_breaks(repository: Repository) -> None:
    repository.document("kiosk.yaml", TWO)
    repository.release("v0.2.0")
    (repository.openapi / "kiosk.yaml").unlink()

    for arguments in ([], ["--document", "kiosk.yaml"]):
        code, said = repository.diff(*arguments)
        assert code == 0
        assert "BREAKS removed  kiosk: the platform\n" in said
        assert said.endswith("### Removed\n\n- **Breaking:** `kiosk`: the platform.\n")
    assert repository.diff("--check")[0] == 1
    repository.changelog("- **Breaking:** `kiosk` is gone.")
    assert repository.diff("--check")[0] == 0


def test_the_mark_of_one_platform_is_not_that_of_another(repository: Repository) -> None:
    for text in (TWO, ONE):
        repository.document("kiosk.yaml", text)
        repository.document("shop.yaml", text)
        if text == TWO:
            repository.release("v0.2.0")
    repository.changelog("- **Breaking:** `kiosk.get_b` is gone.")

    code, said = repository.diff("--check")

    assert code == 1
    unmarked = [line for line in said.splitlines() if line.startswith("unmarked")]
    assert len(unmarked) == 1
    assert "`shop.get_b`" in unmarked[0]


@pytest.mark.parametrize("released", [False, True])
def test_a_name_that_no_document_has_is_one_line(repository: Repository, released: bool) -> None:
    repository.document("kiosk.yaml", TWO)
    if not released:
        subprocess.run(["git", "tag", "-d", "v0.1.0"], cwd=repository.root, check=True)

    code, said = repository.diff("--document", "kisok.yaml")

    assert code == 2
    assert said == "cannot compare kisok.yaml: there is no such document, but kiosk.yaml\n"


@pytest.mark.parametrize("name", ["kiosk.yaml", "shop.yaml"])
@pytest.mark.parametrize("when", ["then", "now"])
def test_a_document_that_cannot_be_read_is_one_line(
    repository: Repository, name: str, when: str
) -> None:
    repository.document("kiosk.yaml", TWO)
    repository.document("shop.yaml", TWO)
    broken, whole = "paths: [", TWO
    repository.document(name, broken if when == "then" else whole)
    repository.release("v0.2.0")
    repository.document(name, whole if when == "then" else broken)

    code, said = repository.diff("--check")

    assert code == 2
    assert said.startswith(f"cannot compare {name}: no YAML: ")
    assert said.endswith(" (at v0.2.0)\n") == (when == "then")
    assert len(said.splitlines()) == 1


def test_an_added_document_has_to_be_readable(repository: Repository) -> None:
    repository.document("kiosk.yaml", "paths: [")

    code, said = repository.diff("--check")

    assert code == 2
    assert said.startswith("cannot compare kiosk.yaml: no YAML: ")


def test_a_document_that_is_none_is_refused_in_one_line(repository: Repository) -> None:
    repository.document("kiosk.yaml", TWO)
    repository.release("v0.2.0")
    repository.document("kiosk.yaml", TWO.replace("{'204': {description: Done.}}", "[3]", 1))

    code, said = repository.diff()

    assert code == 2
    (line,) = said.splitlines()
    assert line.startswith("cannot compare kiosk.yaml with v0.2.0: #/paths/~1a/get")
