"""A second document is taken by every step by itself, and a fault in it fails what one in the first
fails: tried on a copy of this checkout, with the document that CONTRIBUTING.md shows."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from codegen.reading.bundle import load
from codegen.reading.documents import documents
from codegen.reading.failures import DocumentFailed
from tests.codegen.generator import write_sources_as_json
from tests.conftest import ROOT
from tests.openapi.test_contributing import copied, tried

Node = dict[str, Any]
LARGE = "commerce"
PLATFORMS = (LARGE, "admin", "kiosk")
"""One whose document has several files, one of a single file, and one without a facade."""
BUNDLED = "src/commerce_sdk/sandbox/documents"
DOCUMENT = f"make document BUNDLED={BUNDLED}/kiosk.json"
"""The step for what is wrong in a source: of what the sandbox keeps, which stays as it was and is what
the first command of the step looks at, one is enough."""
PAGE = ROOT / "CONTRIBUTING.md"
GIT = ("git", "-c", "user.name=t", "-c", "user.email=t@t.invalid")


def a_document() -> str:
    (found,) = re.findall(
        r"`openapi/florist\.yaml`:\n\n```yaml\n(.*?\n)```", PAGE.read_text("utf-8"), re.DOTALL
    )
    return str(found)


def commit(checkout: Path, tag: str) -> None:
    for words in (("add", "."), ("commit", "-qm", tag), ("tag", tag)):
        subprocess.run([*GIT, *words], cwd=checkout, check=True)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two releases: without the second document, and with all that follows from it."""
    checkout = copied(tmp_path_factory.mktemp("every") / "checkout")
    write_sources_as_json(checkout)
    commit(checkout, "v0.1.0")
    (checkout / "openapi" / "kiosk.yaml").write_text(a_document(), encoding="utf-8")
    generated = tried("make generate", checkout)
    assert generated.returncode == 0, generated.stderr
    commit(checkout, "v0.2.0")
    return checkout


@pytest.fixture(scope="module")
def small(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A third release, without the documents that take most of each step's time. What their packages
    are imported by works no more."""
    small = tmp_path_factory.mktemp("small") / "checkout"
    shutil.copytree(checkout, small)
    for source in (small / "openapi").glob("*.yaml"):
        if source.stem not in PLATFORMS or source.stem == LARGE:
            source.unlink()
            (small / BUNDLED / f"{source.stem}.json").unlink()
            shutil.rmtree(small / "generated/commerce_sdk_api" / source.stem)
            shutil.rmtree(small / "openapi" / source.stem, ignore_errors=True)
    commit(small, "v0.3.0")
    return small


@pytest.fixture
def restored(checkout: Path) -> Iterator[Path]:
    """The checkout, and as it was afterwards."""
    yield checkout
    restore(checkout)


@pytest.fixture
def with_it(platform: str, request: pytest.FixtureRequest) -> Iterator[Path]:
    """The checkout that a platform's document is tried in, and as it was afterwards."""
    checkout: Path = request.getfixturevalue("checkout" if platform == LARGE else "small")
    yield checkout
    restore(checkout)


def restore(checkout: Path) -> None:
    subprocess.run([*GIT, "checkout", "-q", "--", "."], cwd=checkout, check=True)
    subprocess.run([*GIT, "clean", "-qfd"], cwd=checkout, check=True)


def test_it_is_generated_and_kept_for_the_sandbox(checkout: Path) -> None:
    package = checkout / "generated" / "commerce_sdk_api" / "kiosk"
    copy = checkout / "src" / "commerce_sdk" / "sandbox" / "documents" / "kiosk.json"

    assert "list_bills" in (package / "operations.py").read_text(encoding="utf-8")
    assert "/v1/bills" in json.loads(copy.read_text(encoding="utf-8"))["paths"]


def test_it_is_on_the_page_of_methods_before_there_is_a_client(checkout: Path) -> None:
    before = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")

    page = (checkout / "docs" / "api.md").read_text(encoding="utf-8")

    added = "\n".join(
        [
            *("## `kiosk`", "", "No client yet.", ""),
            *("| operation | route | limit | sent again |", "|---|---|---|---|"),
            "| `list_bills` | `GET /v1/bills` | 10 in 1 s | safe |",
        ]
    )
    listed = "- [`kiosk`](#kiosk)\n"
    assert (page.count(added), page.count(listed)) == (1, 1)
    assert page.replace(added, "").replace(listed, "").split() == before.split()


def test_it_is_added_where_the_compared_revision_lacks_it(checkout: Path) -> None:
    said = tried("make spec-diff REV=v0.1.0", checkout).stdout

    assert "       added    kiosk: a platform\n" in said
    assert said.endswith("### Added\n\n- `kiosk`: a platform.\n")


@pytest.mark.parametrize("step", ["make check-generated", "make document"])
def test_whole_it_passes_every_step(checkout: Path, step: str) -> None:
    done = tried(step, checkout)

    assert done.returncode == 0, done.stdout + done.stderr


def untitled(document: Node) -> None:
    del document["info"]["title"]


def with_an_unknown_extension(document: Node) -> None:
    document["x-odd"] = 1


def with_a_scheme_that_is_none(document: Node) -> None:
    document["security"] = [{"nobody": []}]


def with_another_version(document: Node) -> None:
    document["info"]["version"] = "9.9.9"


def with_another_credential(document: Node) -> None:
    schemes = document["components"]["securitySchemes"]
    schemes.clear()
    schemes["key"] = {"type": "apiKey", "in": "header", "name": "X-Key", "description": "A key."}
    document["security"] = [{"key": []}]


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize(
    ("edit", "step", "complaint"),
    [
        (untitled, DOCUMENT, "{}.yaml #/info: 'title' is a required property"),
        (with_an_unknown_extension, DOCUMENT, "{}.yaml #: "),
        (with_another_credential, DOCUMENT, "unmarked: write '- **Breaking:** `{}."),
        (with_a_scheme_that_is_none, "make generate", "generation failed: {}.yaml "),
        (with_a_scheme_that_is_none, "make check-generated", "generation failed: {}.yaml "),
        (with_another_version, "make check-generated", "differs: {}.json"),
    ],
)
def test_a_fault_in_any_document_fails_the_step(
    with_it: Path, edit: Callable[[Node], None], step: str, complaint: str, platform: str
) -> None:
    source = with_it / "openapi" / f"{platform}.yaml"
    document = load(source)
    edit(document)
    source.write_text(json.dumps(document), encoding="utf-8")

    done = tried(step, with_it)

    assert done.returncode != 0, done.stdout
    assert complaint.format(platform) in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("program", ["generate", "generate --check", "lint", "diff"])
def test_a_document_that_is_no_yaml_is_one_line_of_each_program(
    with_it: Path, program: str, platform: str
) -> None:
    with (with_it / "openapi" / f"{platform}.yaml").open("a", encoding="utf-8") as source:
        source.write("\n[")

    python = ".venv-tools/bin/python" if "generate" in program else ".venv/bin/python"
    done = tried(f"{python} -m codegen.{program}", with_it)

    said = (done.stdout + done.stderr).splitlines()
    assert done.returncode != 0
    assert len(said) == 1
    assert f"{platform}.yaml: no YAML: " in said[0]


def test_the_page_of_methods_lacks_none(restored: Path) -> None:
    page = restored / "docs" / "api.md"
    page.write_bytes((ROOT / "docs" / "api.md").read_bytes())
    stale = tried(".venv/bin/python -m codegen.api_page --check", restored)
    (restored / "generated" / "commerce_sdk_api" / "kiosk" / "operations.py").unlink()
    not_generated = tried(".venv/bin/python -m codegen.api_page --check", restored)

    assert (stale.returncode, not_generated.returncode) == (1, 1)
    assert stale.stdout == "docs/api.md is not what the code says: run make generate\n"
    assert not_generated.stdout == "kiosk.yaml: nothing is generated from it: run make generate\n"


def test_contract_tests_serve_every_document(small: Path) -> None:
    """A stand-in for Prism that only says what it was asked to serve; nobody can then ask it."""
    prism = small / "tests/contract/node/node_modules/.bin/prism"
    prism.parent.mkdir(parents=True)
    prism.write_text(
        "#!/bin/sh\nfor last; do :; done\n"
        f'echo "$last" >> {small}/served\necho Prism is listening\nexec sleep 60\n'
    )
    prism.chmod(0o755)

    tests = "tests/contract/prism/test_every_document.py"
    done = tried(f".venv/bin/python -m pytest {tests} --prism -rf -p no:cacheprovider", small)

    assert done.returncode == 1
    assert (small / "served").read_text("utf-8").split() == [
        str(path) for path in sorted((small / BUNDLED).glob("*.json"))
    ]
    for platform in ("admin", "kiosk"):
        assert re.search(rf"^FAILED .*\[{platform}\]", done.stdout, re.MULTILINE), done.stdout
    planned = tried("make -n contract", small).stdout
    restore(small)
    assert f"redocly lint {BUNDLED}/*.json" in planned
    assert "pytest tests/contract/prism --prism" in planned


@pytest.mark.parametrize("name", ["corner-shop.yaml", "Kiosk.yaml", "kiosk.yml", "class.yaml"])
def test_a_name_that_is_no_platforms_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "commerce.yaml").touch()
    assert [path.stem for path in documents(tmp_path)] == ["commerce"]
    (tmp_path / name).touch()

    with pytest.raises(DocumentFailed, match=f"{name}: a platform's package is named after"):
        documents(tmp_path)
