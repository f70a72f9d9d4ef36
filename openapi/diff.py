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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

from bounds import bounds_in
from bundle import bundle
from documents import documents
from limit_facts import changed_limits
from shapes import is_secret

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MARK = "**Breaking:**"
Node = Mapping[str, Any]
Kind = Literal["added", "removed", "changed"]
_METHODS = ("get", "put", "post", "patch", "delete")
_TYPED = ("type", "format", "const", "x-money", "x-timestamp", "x-number")


_LEAST = ("minimum", "minlength", "minitems", "minproperties")


@dataclass(frozen=True, order=True)
class Change:
    """One difference, at its place: an operation, an argument, a field, an enum value."""

    place: str
    kind: Kind
    what: str
    breaking: bool

    def __str__(self) -> str:
        return (
            f"{'BREAKS ' if self.breaking else '       '}{self.kind:<8} {self.place}: {self.what}"
        )


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
    parts = _of_operations, _of_limits, _of_schemas
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
        yield from _of_types(f"{name}({wire})", old[wire]["schema"], new[wire]["schema"], sent=True)


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
            version.resolved(operation["requestBody"])["content"]["application/json"]["schema"]
            for version, operation in ((before, old), (after, new))
        ]
        yield from _of_types(f"{name}(body)", *bodies, sent=True)


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
        schemas = [
            answer.get("content", {}).get("application/json", {}).get("schema", {})
            for answer in answers
            if answer is not None
        ]
        yield from _of_types(f"{name} {code}", *schemas, sent=False)


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
    yield from _of_types(name, old, new, sent=sent)
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
        yield from _of_types(f"{name}.{wire}", was[wire], now[wire], sent=sent)


def _of_types(place: str, old: Node, new: Node, *, sent: bool) -> Iterator[Change]:
    """Differences of type, value set and structure between two schemas at one place."""
    (old, null_before), (new, null_now) = _without_null(old), _without_null(new)
    if null_before != null_now:
        what = "may now be null" if null_now else "may no longer be null"
        yield Change(place, "changed", what, sent and null_before)
    for key in ("$ref", *_TYPED):
        was, now = _last(old.get(key)), _last(new.get(key))
        if was != now and not (key == "x-money" and was and now):
            yield Change(place, "changed", f"{key} was {was}, is {now}", key != "x-number")
        elif was != now:
            yield Change(place, "changed", f"the wire's unit was {was}, is {now}", False)
    yield from _of_values(place, old.get("enum", ()), new.get("enum", ()))
    if sent:
        yield from _of_bounds(place, old, new)
    if is_secret(old) != is_secret(new):
        what = "is now secret" if is_secret(new) else "is no longer secret"
        yield Change(place, "changed", what, False)
    variants = [set(schema.get("discriminator", {}).get("mapping", {})) for schema in (old, new)]
    for value in variants[0] - variants[1]:
        yield Change(f"{place}[{value}]", "removed", "the variant", True)
    for value in variants[1] - variants[0]:
        yield Change(f"{place}[{value}]", "added", "a variant", False)
    for key, inside in (("items", "[]"), ("additionalProperties", "{}")):
        was, now = old.get(key), new.get(key)
        if isinstance(was, Mapping) and isinstance(now, Mapping):
            yield from _of_types(place + inside, was, now, sent=sent)
        elif was != now:
            yield Change(place, "changed", f"{key} was {was}, is {now}", True)


def _of_bounds(place: str, old: Node, new: Node) -> Iterator[Change]:
    """A request that was allowed may be refused by a bound that is new, or another one."""
    for keyword in sorted({*bounds_in(old), *bounds_in(new)}):
        was, now = old.get(keyword), new.get(keyword)
        if was == now:
            continue
        what = f"{keyword} was {was}, is {now}"
        if was is None:
            what = f"{keyword} is now {now}"
        elif now is None:
            what = f"{keyword} was {was}, is gone"
        yield Change(place, "changed", what, not _is_wider(keyword, was, now))


def _is_wider(keyword: str, was: Any, now: Any) -> bool:
    """Does the new bound allow all that the old one did?"""
    if now is None or now is False:
        return True
    if was is None or keyword in ("pattern", "uniqueItems"):
        return False
    if keyword == "multipleOf":
        return Fraction(str(was)) % Fraction(str(now)) == 0
    return bool(now <= was if keyword.lower().endswith(_LEAST) else now >= was)


def _of_values(place: str, old: Any, new: Any) -> Iterator[Change]:
    for value in set(old) - set(new):
        yield Change(f"{place}={value}", "removed", "the value", True)
    for value in set(new) - set(old):
        yield Change(f"{place}={value}", "added", "a value", False)


def _without_null(schema: Node) -> tuple[Node, bool]:
    kinds = schema.get("type")
    if isinstance(kinds, list):
        rest = [kind for kind in kinds if kind != "null"]
        return {**schema, "type": rest[0] if len(rest) == 1 else rest}, "null" in kinds
    if "discriminator" not in schema:
        others = [entry for entry in schema.get("oneOf", ()) if entry != {"type": "null"}]
        if len(others) == 1:
            return others[0], len(schema["oneOf"]) > 1
    return schema, False


def _last(value: Any) -> Any:
    return value.rsplit("/", 1)[1] if isinstance(value, str) and "/" in value else value


# --- what comes of it


def changelog(found: list[Change]) -> str:
    """A draft of the changelog's entry."""
    sections = {"added": "Added", "changed": "Changed", "removed": "Removed"}
    lines: list[str] = []
    for kind, title in sections.items():
        entries = [change for change in found if change.kind == kind]
        if entries:
            lines += ["", f"### {title}", ""]
        for change in entries:
            mark = f"{MARK} " if change.breaking else ""
            lines.append(f"- {mark}`{change.place}`: {change.what}.")
    return "\n".join(lines).strip()


def unmarked(found: list[Change], text: str) -> list[Change]:
    """Breaking changes that the changelog's unreleased part does not mark by their place."""
    part = text.partition("## [Unreleased]")[2].partition("\n## [")[0]
    marked = [line for line in part.splitlines() if MARK in line]
    return [
        change
        for change in found
        if change.breaking and not any(f"`{change.place}`" in line for line in marked)
    ]


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
