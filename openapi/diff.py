"""What changed between two versions of a document, and what of it breaks a caller of the SDK.

A caller sees operations, their arguments, the models and the enums; paths, limits and statuses are
the SDK's own business. So a renamed argument breaks, and another path does not. An answer's enum
may gain values (they are open) and a field may stop being required (attributes read None anyway);
a request may not come to need more, or to allow less.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from bundle import bundle
from change import Change, Kind, Node
from changelog import MARK, changelog, unmarked
from documents import documents
from failures import DocumentFailed
from limit_facts import changed_limits
from schema_changes import of_types
from security import schemes, taken
from walk import is_json

ROOT = Path(__file__).resolve().parent.parent
_METHODS = ("get", "put", "post", "patch", "delete")


class Version:
    """One version of a document, seen from a caller."""

    def __init__(self, document: Node) -> None:
        self.document = document
        self.schemas: Mapping[str, Node] = document.get("components", {}).get("schemas", {})
        self.operations = {
            operation["operationId"]: (method, path, operation)
            for path, item in document["paths"].items()
            for method, operation in item.items()
            if method in _METHODS
        }
        self.sent = self._reached(
            self.resolved(operation["requestBody"])
            for _, _, operation in self.operations.values()
            if "requestBody" in operation
        )

    def resolved(self, part: Node) -> Node:
        while "$ref" in part:
            target: Any = self.document
            for step in part["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            part = target
        return part

    def credentials(self, operation: Node) -> dict[str, str]:
        """The kinds of credential that an operation takes, and how it takes each."""
        known = schemes(dict(self.document))
        names = taken(operation.get("security", self.document.get("security")))
        return {
            known[name].kind: f"in {known[name].header}, a 401 means {known[name].unauthenticated}"
            for name in names
            if name in known
        }

    def _reached(self, roots: Iterator[Node]) -> set[str]:
        found: set[str] = set()
        waiting = [name for root in roots for name in _references(root)]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(_references(self.schemas[name]))
        return found

    def parameters(self, operation: Node) -> dict[str, Node]:
        """The arguments that a caller gives, by wire name; the client fills tenants."""
        parts = [self.resolved(part) for part in operation.get("parameters", ())]
        return {part["name"]: part for part in parts if "x-tenant" not in part}


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key == "$ref" and str(value).startswith("#/components/schemas/"):
                yield str(value).rsplit("/", 1)[1]
            elif key not in ("example", "examples", "mapping"):
                yield from _references(value)
    elif isinstance(node, list):
        for entry in node:
            yield from _references(entry)


def changes(old: Node, new: Node) -> list[Change]:
    """All differences between two documents, ordered by place."""
    before, after = Version(old), Version(new)
    parts = _of_operations, _of_limits, _of_families, _of_schemas
    return sorted({change for part in parts for change in part(before, after)})


# --- operations


def _of_operations(before: Version, after: Version) -> Iterator[Change]:
    for name in before.operations.keys() - after.operations.keys():
        yield Change(name, "removed", "the operation", True)
    for name in after.operations.keys() - before.operations.keys():
        method, path, _ = after.operations[name]
        yield Change(name, "added", f"the operation {method.upper()} {path}", False)
    for name in before.operations.keys() & after.operations.keys():
        old, new = before.operations[name], after.operations[name]
        if old[:2] != new[:2]:
            routes = [f"{method.upper()} {path}" for method, path, _ in (old, new)]
            yield Change(name, "changed", f"{routes[0]} is now {routes[1]}", False)
        yield from _of_parameters(name, before.parameters(old[2]), after.parameters(new[2]))
        yield from _of_credentials(name, before.credentials(old[2]), after.credentials(new[2]))
        yield from _of_facts(name, old[2], new[2])
        yield from _of_bodies(name, before, after, old[2], new[2])
        yield from _of_answers(name, before, after, old[2], new[2])


def _of_parameters(name: str, old: Mapping[str, Node], new: Mapping[str, Node]) -> Iterator[Change]:
    for wire in old.keys() - new.keys():
        yield Change(f"{name}({wire})", "removed", "the argument", True)
    for wire in new.keys() - old.keys():
        required = bool(new[wire].get("required"))
        what = "a required argument" if required else "an optional argument"
        yield Change(f"{name}({wire})", "added", what, required)
    for wire in old.keys() & new.keys():
        was, now = bool(old[wire].get("required")), bool(new[wire].get("required"))
        if was != now:
            what = "is now required" if now else "is now optional"
            yield Change(f"{name}({wire})", "changed", what, now)
        yield from of_types(f"{name}({wire})", old[wire]["schema"], new[wire]["schema"], sent=True)


def _of_credentials(name: str, old: Node, new: Node) -> Iterator[Change]:
    if old.keys() != new.keys():
        # Who sends a credential to what takes none any more goes on as before.
        breaks = bool(new) and (not old or not old.keys() <= new.keys())
        took, takes = (", ".join(each) or "no credential" for each in (old, new))
        yield Change(name, "changed", f"took {took}, takes {takes}", breaks)
    for kind in old.keys() & new.keys():
        if old[kind] != new[kind]:
            what = f"{kind} was {old[kind]}, is {new[kind]}"
            yield Change(name, "changed", what, False)


def _of_facts(name: str, old: Node, new: Node) -> Iterator[Change]:
    for key in ("x-retry", "x-pagination"):
        if old.get(key) != new.get(key):
            what = f"{key} was {old.get(key)}, is {new.get(key)}"
            yield Change(name, "changed", what, False)


def _of_limits(before: Version, after: Version) -> Iterator[Change]:
    old, new = before.operations, after.operations
    pairs = {name: (old[name][2], new[name][2]) for name in old.keys() & new.keys()}
    yield from (Change(place, "changed", what, False) for place, what in changed_limits(pairs))


def _of_bodies(
    name: str, before: Version, after: Version, old: Node, new: Node
) -> Iterator[Change]:
    was, now = ("requestBody" in operation for operation in (old, new))
    if was != now:
        yield Change(f"{name}(body)", "added" if now else "removed", "the body", True)
    elif was:
        bodies = [
            _schema_of(version.resolved(operation["requestBody"]))
            for version, operation in ((before, old), (after, new))
        ]
        yield from of_types(f"{name}(body)", *bodies, sent=True)


def _of_answers(
    name: str, before: Version, after: Version, old: Node, new: Node
) -> Iterator[Change]:
    for code in old["responses"].keys() | new["responses"].keys():
        answers = [
            version.resolved(operation["responses"][code])
            if code in operation["responses"]
            else None
            for version, operation in ((before, old), (after, new))
        ]
        if answers[0] is None or answers[1] is None:
            kind: Kind = "added" if answers[0] is None else "removed"
            yield Change(f"{name} {code}", kind, "the answer", False)
            continue
        families = [answer.get("x-error") for answer in answers if answer is not None]
        if families[0] != families[1]:
            what = f"was an error of {families[0]}, is of {families[1]}"
            yield Change(f"{name} {code}", "changed", what, False)
        schemas = [_schema_of(answer) for answer in answers if answer is not None]
        yield from of_types(f"{name} {code}", *schemas, sent=False)


def _schema_of(body: Node) -> Node:
    """The schema of a body's JSON, under whatever content type it comes."""
    media = body.get("content", {}).items()
    return next((each.get("schema", {}) for kind, each in media if is_json(kind)), {})


def _of_families(before: Version, after: Version) -> Iterator[Change]:
    """How errors are read: a caller sees other texts and findings, under the same names."""
    old, new = (version.document.get("x-error-families", {}) for version in (before, after))
    for name in old.keys() - new.keys():
        yield Change(f"x-error-families/{name}", "removed", "how its errors are read", False)
    for name in new.keys() - old.keys():
        yield Change(f"x-error-families/{name}", "added", "how its errors are read", False)
    for name in old.keys() & new.keys():
        for key in old[name].keys() | new[name].keys():
            was, now = old[name].get(key), new[name].get(key)
            if was != now:
                what = f"was read at {was}, is at {now}"
                yield Change(f"x-error-families/{name}.{key}", "changed", what, False)


# --- schemas


def _of_schemas(before: Version, after: Version) -> Iterator[Change]:
    for name in before.schemas.keys() - after.schemas.keys():
        yield Change(name, "removed", "the model", True)
    for name in after.schemas.keys() - before.schemas.keys():
        yield Change(name, "added", "a model", False)
    for name in before.schemas.keys() & after.schemas.keys():
        sent = name in before.sent or name in after.sent
        yield from _of_schema(name, before.schemas[name], after.schemas[name], sent)


def _of_schema(name: str, old: Node, new: Node, sent: bool) -> Iterator[Change]:
    yield from of_types(name, old, new, sent=sent)
    was, now = old.get("properties", {}), new.get("properties", {})
    needed_before, needed_now = set(old.get("required", ())), set(new.get("required", ()))
    for wire in was.keys() - now.keys():
        yield Change(f"{name}.{wire}", "removed", "the field", True)
    for wire in now.keys() - was.keys():
        required = sent and wire in needed_now
        what = "a required field" if required else "a field"
        yield Change(f"{name}.{wire}", "added", what, required)
    for wire in was.keys() & now.keys():
        if (wire in needed_before) != (wire in needed_now):
            what = "is now required" if wire in needed_now else "is no longer required"
            yield Change(f"{name}.{wire}", "changed", what, sent and wire in needed_now)
        yield from of_types(f"{name}.{wire}", was[wire], now[wire], sent=sent)


# --- what comes of it


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
    return [replace(each, place=f"{new.stem}.{each.place}") for each in changes(before, after)]


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
