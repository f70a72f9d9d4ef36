"""Shows what changed in the documents since a release, and what of it breaks a caller."""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from bundle import bundle
from change import Node
from changelog import MARK, changelog, unmarked
from comparison import changes
from documents import documents

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


def at_revision(revision: str, name: str) -> Node:
    """A document as it was at a git revision. Raises `CalledProcessError` where it was not."""
    archived = subprocess.run(
        ["git", "archive", "--format=tar", revision, "--", "openapi"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    with tempfile.TemporaryDirectory() as scratch:
        with tarfile.open(fileobj=io.BytesIO(archived.stdout)) as archive:
            archive.extractall(scratch, filter="data")
        return bundle(Path(scratch) / "openapi" / name)


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
    parser.add_argument("--document", help="left out: each that stood at the revision")
    parser.add_argument("--check", action="store_true", help="fail on an unmarked breaking change")
    given = parser.parse_args(arguments)
    revision = given.revision or latest_release()
    if revision is None:
        print("nothing is released yet, so nothing can break")
        return 0
    found = []
    for name in [given.document] if given.document else [each.name for each in documents()]:
        try:
            old = at_revision(revision, name)
        except (subprocess.CalledProcessError, FileNotFoundError) as fault:
            if not given.document and isinstance(fault, FileNotFoundError):
                print(f"{name} is new since {revision}")
                continue
            why = getattr(fault, "stderr", None) or b"there was no such file"
            print(f"cannot read {name} at {revision}: {why.decode().strip()}")
            return 2
        since = changes(old, bundle(HERE / name))
        print(f"{name} since {revision}: {len(since)} changes")
        print("\n".join(str(change) for change in since))
        found += since
    if not given.check:
        print(f"\nFor the changelog:\n\n{changelog(found)}" if found else "")
        return 0
    missing = unmarked(found, (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    for change in missing:
        print(f"unmarked: write '- {MARK} `{change.place}`: …' under Unreleased in CHANGELOG.md")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
