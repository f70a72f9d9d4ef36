"""Shows what changed in the documents since a release, and what of it breaks a caller."""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Set
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from codegen.comparison.change import Change
from codegen.comparison.changelog import MARK, changelog, unmarked
from codegen.comparison.documents import changes
from codegen.reading.bundle import bundle
from codegen.reading.documents import ROOT, documents
from codegen.reading.failures import DocumentFailed


@contextmanager
def at_revision(revision: str) -> Iterator[dict[str, Path]]:
    """The documents as they were at a git revision, by name; none where it had no `openapi/`.

    Raises `CalledProcessError` where there is no such revision.
    """
    with tempfile.TemporaryDirectory() as scratch:
        if _git("ls-tree", "--name-only", revision, "openapi"):
            archived = _git("archive", "--format=tar", revision, "--", "openapi")
            with tarfile.open(fileobj=io.BytesIO(archived)) as archive:
                archive.extractall(scratch, filter="data")
        yield {path.name: path for path in (Path(scratch) / "openapi").glob("*.yaml")}


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=True).stdout


def since(revision: str, only: str | None = None) -> dict[str, list[Change]]:
    """What changed in each document since a revision, or in that of one name.

    A place begins with its platform's name: two platforms may call things alike. Raises
    `DocumentFailed` for a document that cannot be read, and for a name that is none's;
    `CalledProcessError` where there is no such revision.
    """
    new = {path.name: path for path in documents()}
    with at_revision(revision) as old:
        names = _chosen(only, old.keys() | new.keys())
        return {name: _of_document(old.get(name), new.get(name), revision) for name in names}


def _chosen(only: str | None, known: Set[str]) -> list[str]:
    if only is not None and only not in known:
        raise DocumentFailed(f"{only}: there is no such document, but {', '.join(sorted(known))}")
    return sorted(known) if only is None else [only]


def _of_document(old: Path | None, new: Path | None, revision: str) -> list[Change]:
    if new is None:
        return [Change(old.stem, "removed", "the platform", True)] if old else []
    after = bundle(new)
    if old is None:
        return [Change(new.stem, "added", "a platform", False)]
    try:
        before = bundle(old)
    except DocumentFailed as fault:
        raise DocumentFailed(f"{fault} (at {revision})") from None
    try:
        found = changes(before, after)
    except DocumentFailed as fault:
        raise DocumentFailed(f"{new.name} with {revision}: {fault}") from None
    return [replace(each, place=f"{new.stem}.{each.place}") for each in found]


def latest_release() -> str | None:
    """The newest version tag that leads here."""
    run = subprocess.run(
        ["git", "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.stdout.strip() or None


def main(arguments: list[str]) -> int:
    """Show what changed since a revision; with --check fail on what breaks unmarked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("revision", nargs="?", help="left out: the newest release")
    parser.add_argument("--document", help="one, by its file's name; left out: every one")
    parser.add_argument("--check", action="store_true", help="fail on an unmarked breaking change")
    given = parser.parse_args(arguments)
    revision = given.revision or latest_release()
    try:
        if revision is None:
            _chosen(given.document, {path.name for path in documents()})
            print("nothing is released yet, so nothing can break")
            return 0
        compared = since(revision, given.document)
    except subprocess.CalledProcessError as fault:
        print(f"cannot read {revision}: {' '.join(fault.stderr.decode().split())}")
        return 2
    except DocumentFailed as fault:
        print(f"cannot compare {fault}")
        return 2
    for name, found in compared.items():
        print(f"{name} since {revision}: {len(found)} changes")
        print(*found, sep="\n", end="\n" if found else "")
    found = [change for each in compared.values() for change in each]
    if not given.check:
        print(f"\nFor the changelog:\n\n{changelog(found)}" if found else "")
        return 0
    missing = unmarked(found, (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    for change in missing:
        print(f"unmarked: write '- {MARK} `{change.place}`: …' under Unreleased in CHANGELOG.md")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
