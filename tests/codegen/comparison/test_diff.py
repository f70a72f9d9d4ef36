"""The comparison of two versions of a document: what a caller sees of each change."""

from __future__ import annotations

import copy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from codegen import diff
from codegen.reading import bundle
from codegen.reading.failures import DocumentFailed
from tests.codegen.comparison.versions import (
    BASE,
    BREAKS,
    GONE,
    NOTHING,
    SHOWN,
    Node,
    Pair,
    answers,
    arguments,
    bodies,
    constructs,
    edited,
    models,
    operations,
)
from tests.conftest import ROOT

PAIRS = [
    pair
    for pairs in (
        *(operations.operations, operations.settings, operations.calls, operations.misfits),
        *(arguments.arguments, arguments.bounds, bodies.bodies, answers.answers, models.models),
        *(constructs.enums, constructs.parameters, constructs.requests, constructs.successes),
        *(constructs.errors, constructs.names),
    )
    for pair in pairs()
]


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{n}-{p.why}" for n, p in enumerate(PAIRS)])
def test_a_change_is_weighed_and_told(pair: Pair) -> None:
    old, new = edited(pair.old), edited(pair.new)
    kept = copy.deepcopy((old, new))

    found = diff.changes(old, new)

    assert (old, new) == kept, "the documents were changed"
    breaking = [change for change in found if change.breaking]
    assert (BREAKS if breaking else SHOWN if found else NOTHING) == pair.verdict.is_, found
    if found:
        told = breaking or found
        place, words = pair.verdict.place, pair.verdict.words
        assert [c for c in told if c.place == place and words in c.what], told


def test_there_are_pairs_enough() -> None:
    assert len(PAIRS) > 200


def test_a_window_over_all_operations_that_changed_is_told_once() -> None:
    def over_all(limit: int) -> Node:
        window = {"limit": limit, "seconds": 60, "scope": "address"}
        return edited({"document x-rate-limit": {"all": [window]}})

    (change,) = diff.changes(over_all(10), over_all(9))
    assert (change.place, change.breaking) == ("all", False)
    assert change.what == "the limit was 10 in 60 s by address, is 9 in 60 s by address"
    new = diff.changes(BASE, over_all(10))
    assert len(new) == len({change.place for change in new}) == 6


def test_a_document_is_compared_alike_before_and_after_it_is_bundled() -> None:
    shared = {"document x-rate-limit": {"get": [{"limit": 9, "seconds": 1, "scope": "address"}]}}
    once = edited(shared)
    twice = copy.deepcopy(once)
    bundle.normalise(twice)
    assert diff.changes(once, twice) == []


def test_what_is_no_document_is_refused_with_its_place() -> None:
    broken = edited({"get_lot responses 404": 3})
    for pair in ((BASE, broken), (broken, BASE)):
        with pytest.raises(DocumentFailed, match=r"#/paths/~1lots~1\{id\}/get/responses/404: "):
            diff.changes(*pair)


def test_a_reference_that_leads_to_itself_is_compared_as_it_stands() -> None:
    ring = {"schemas Ring": {"$ref": "#/components/schemas/Ring"}}
    (change,) = diff.changes(
        edited(ring), edited({**ring, "Lot .name": {"$ref": "#/components/schemas/Ring"}})
    )
    assert (change.place, change.breaking) == ("Lot.name", True)


def test_the_changelog_is_drafted_and_a_breaking_change_needs_its_mark() -> None:
    found = diff.changes(BASE, edited({"Lot .name": GONE, "Lot .new": {"type": "string"}}))

    draft = diff.changelog(found)

    assert draft == (
        "### Added\n\n- `Lot.new`: a field.\n\n"
        "### Removed\n\n- **Breaking:** `Lot.name`: the field."
    )
    assert diff.unmarked(found, f"## [Unreleased]\n\n{draft}\n\n## [1.0.0]\n") == []
    for text in (
        "",
        "## [Unreleased]\n",
        f"## [Unreleased]\n\n## [1.0.0]\n\n{draft}",
        draft.replace("**Breaking:** ", ""),
    ):
        assert [change.place for change in diff.unmarked(found, text)] == ["Lot.name"]


def test_it_runs_on_a_repository_with_releases(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        settings = ("-c", "user.name=t", "-c", "user.email=t@t.invalid")
        subprocess.run(
            ["git", *settings, *arguments], cwd=tmp_path, check=True, capture_output=True
        )

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "codegen.diff", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    ignored = shutil.ignore_patterns("__pycache__")
    for folder in ("openapi", "codegen"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored)
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_text("## [Unreleased]\n")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    assert (run("--check").returncode, run().stdout) == (
        0,
        "nothing is released yet, so nothing can break\n",
    )
    git("tag", "v0.1.0")
    document = tmp_path / "openapi" / "commerce" / "orders.yaml"
    document.write_text(
        document.read_text().replace(
            "PENDING, PROCESSING, SUCCESS, FAILED, SYNC_ORDER",
            "PROCESSING, SUCCESS, FAILED, SYNC_ORDER",
        )
    )
    checked = run("--check")
    assert checked.returncode == 1, checked
    assert "BREAKS removed  commerce.OrderStatus=PENDING: the value" in checked.stdout
    assert (
        "write '- **Breaking:** `commerce.OrderStatus=PENDING`: …' under Unreleased"
        in checked.stdout
    )
    changelog.write_text(
        "## [Unreleased]\n\n- **Breaking:** `commerce.OrderStatus=PENDING` is gone.\n"
    )
    assert run("--check").returncode == 0
    assert "- **Breaking:** `commerce.OrderStatus=PENDING`: the value." in run("v0.1.0").stdout
    assert run("nowhere").returncode == 2
