"""Reads the facts of Commerce Layer Provisioning out of what was collected of it.

    python -m tests.openapi.commerce_layer_sources SIBLINGS.md PAGE.txt > tests/data/commerce-layer-facts.json

SIBLINGS.md compares platforms; its section 1 has tables of this one. PAGE.txt is the text of the page
of the API's specification. Facts only: a place (`roles > attributes > name`), and what is said of it.
A line that is not understood ends the program, and so does what two of them say otherwise of one place.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from tests.openapi.commerce_layer_shapes import LINES, ROWS
from tests.openapi.storefront_page import NotUnderstood, lines

Said = dict[str, Any]
Facts = dict[str, Said]

TYPES = {
    "str": {"type": "string"},
    "int": {"type": "integer"},
    "num": {"type": "number"},
    "bool": {"type": "boolean"},
    "obj": {"type": "object"},
}
COLUMNS = {
    "List": ("list", "GET", ""),
    "Create": ("create", "POST", ""),
    "Retrieve": ("retrieve", "GET", "/{id}"),
    "Update": ("update", "PATCH", "/{id}"),
    "Delete": ("delete", "DELETE", "/{id}"),
}
"""What an operation does, by the column of its tick."""
COPIES = ("page", "copy", "core")
"""Who says a limit: the page, the other copy of it, the platform's other API."""
OF_EACH = (
    r"Every resource also returns `(created_at)`, `(updated_at)`, `(reference)`, `(reference_origin)`,"
    r" `(metadata)` \(object\); the last three are writable on create and update everywhere they can"
    r" be created or updated \(update only for the (\w+), never for (\w+)\)\."
)


class Sources:
    """The facts of both, laid upon each other."""

    def __init__(self, siblings: str, page: str) -> None:
        self.facts: Facts = {}
        self.resource = ""
        self.columns: list[str] = []
        self.counts: dict[str, int] = {}
        for number, text in re.findall(
            r"^### (1\.[1-7]) (.*?)(?=^### |\Z)", _section(siblings), re.DOTALL | re.MULTILINE
        ):
            title, *rest = filter(None, map(str.strip, text.splitlines()))
            if found := re.fullmatch(r"Operations \((\d+) in (\d+) paths\)", title):
                self.counts = {"operations": int(found[1]), "paths": int(found[2])}
            for line in rest:
                self.read(number, line)
        self.page(page)
        self.check()

    def put(self, place: str, said: Said) -> None:
        known = self.facts.setdefault(place, {})
        for key, value in said.items():
            if known.setdefault(key, value) != value:
                raise NotUnderstood(f"{place}: {key} is {known[key]!r} and {value!r}")

    def read(self, number: str, line: str) -> None:
        if not line.startswith("|"):
            self.line(number, line)
            return
        cells = [each.strip() for each in re.split(r"(?<!\\)\|", line[1:-1])]
        if set(line) <= set("|-"):
            return
        if cells[0] in ("Item", "Bucket", "Resource", "attribute", "Feature", "Status"):
            self.columns = cells
        elif number == "1.2":
            self.limit(*cells)
        elif number == "1.3":
            self.operations(cells)
        elif number == "1.4":
            self.attribute(*cells)
        else:
            self.row(number, cells[0], " | ".join(cells[1 : -1 if number == "1.1" else None]))

    def row(self, number: str, name: str, text: str) -> None:
        for begins, place, shape in ROWS[number]:
            if re.fullmatch(begins, name) and (found := re.fullmatch(shape, text)):
                for each in name.split(" / "):
                    self.put(place.replace("{name}", each), _named(found))
                return
        raise NotUnderstood(f"{name}: {text!r}")

    # --- limits

    def limit(self, name: str, *cells: str) -> None:
        if name == "`/oauth/token`":
            self.put("limit token", {"limit": int(cells[0].split(" ")[0]), "minutes": 1})
            return
        found = re.fullmatch(r"(GET|POST), (all|per) endpoints?", name)
        shapes = [re.fullmatch(r"(\d+) / (\d+) (min|s)( \(all writes\))?", each) for each in cells]
        if not found or not all(shapes):
            raise NotUnderstood(f"{name}: {cells}")
        place = f"limit {found[1]} {'all' if found[2] == 'all' else 'each'}"
        for copy, each in zip(COPIES, shapes, strict=True):
            if each:
                self.put(f"{place} > {copy}", _window(each[1], each[2], each[3]))

    # --- operations

    def operations(self, cells: list[str]) -> None:
        found = re.fullmatch(r"`(\w+)`(?: \(singleton\))?", cells[0])
        if not found or len(cells) != len(self.columns):
            raise NotUnderstood(f"operations of {cells}")
        resource = found[1]
        alone = "singleton" in cells[0]
        for column, cell in zip(self.columns[1:6], cells[1:6], strict=True):
            does, method, path = COLUMNS[column]
            if cell == "✓":
                place = f"{method} /{resource}{'' if alone else path}"
                self.put(place, {"resource": resource, "does": does})
            elif cell != "–":
                raise NotUnderstood(f"{resource}: {column} is {cell!r}")
        if cells[6]:
            action = re.fullmatch(
                r"`([A-Z]+) (/\S+/(\w+))` → (\d+), (?:(empty) body|attribute `(\w+)`)", cells[6]
            )
            if not action:
                raise NotUnderstood(f"{resource}: {cells[6]!r}")
            said = {"resource": resource, "does": action[3], "status": int(action[4])}
            said |= {"attribute": action[6]} if action[6] else {}
            self.put(f"{action[1]} /{resource}{action[2]}", said)
        for name in filter(None, cells[7].split(", ")):
            said = {"resource": resource, "does": "related", "relationship": name}
            self.put(f"GET /{resource}/{{id}}/{name}", said)

    # --- resources

    def line(self, number: str, line: str) -> None:
        if number == "1.4" and self.of_resources(line):
            return
        for place, shape in LINES[number]:
            if found := re.fullmatch(shape, line):
                if said := _named(found):
                    self.put(place, said)
                return
        raise NotUnderstood(line)

    def of_resources(self, line: str) -> bool:
        if found := re.fullmatch(r"#### `(\w+)`(?: \(singleton, type `(\w+)`\))?", line):
            self.resource = found[1]
            self.put(self.resource, {"type": found[2] or found[1]})
        elif line.startswith("Use column: "):
            self.each = re.search(OF_EACH, line)
            if not self.each or "are ISO 8601 UTC with milliseconds" not in line:
                raise NotUnderstood(line)
        elif found := re.fullmatch(r"Relationships: (none|.+)\.", line):
            for text in found[1].split("), ") if found[1] != "none" else ():
                self.relationship(text.rstrip(")"))
        elif found := re.fullmatch(r"Read-only \((\d+)\): (.+)\.", line):
            listed = found[2].split(", ")
            if len(listed) != int(found[1]):
                raise NotUnderstood(f"{len(listed)} are no {found[1]}")
            for text in listed:
                name, _, kind = text.partition(" ")
                self.attribute(name, kind, "R")
        elif line.startswith("Value sets: "):
            self.values(line)
        elif found := re.match(r"Secrets: `(\w+)\.(\w+)` and `(\w+)\.(\w+)` come back", line):
            for resource, name in ((found[1], found[2]), (found[3], found[4])):
                self.put(f"{resource} > attributes > {name}", {"secret": True})
        else:
            return False
        return True

    def attribute(self, name: str, kind: str, use: str) -> None:
        kind, _, null = kind.partition(", ")
        if found := re.fullmatch(r"enum ([\w/]+)", kind):
            said: Said = {"type": "string", "enum": found[1].split("/")}
        elif kind in TYPES and null in ("", "null"):
            said = dict(TYPES[kind])
        else:
            raise NotUnderstood(f"{name}: {kind!r}")
        said |= {"null": True} if null else {}
        self.put(f"{self.resource} > attributes > {name.strip('`')}", {**said, **_use(use)})

    def relationship(self, text: str) -> None:
        found = re.fullmatch(r"`(\w+)` \((one|many); ([RCU* ]+)", text)
        if not found:
            raise NotUnderstood(f"{self.resource}: {text!r}")
        said = {"many": found[2] == "many", **_use(found[3])}
        self.put(f"{self.resource} > relationships > {found[1]}", said)

    def values(self, line: str) -> None:
        shape = (
            r"Value sets: credential `kind` is open \(([^)]+), or .*\), so keep it a string; `mode` is (.+?);"
            r" role `kind` is (.+?); organization `region` defaults to `([\w-]+)`; `domains` of an"
            r" identity provider is one (comma)-separated string\."
        )
        found = re.fullmatch(shape, line)
        if not found:
            raise NotUnderstood(line)
        self.put("api_credentials > attributes > kind", {"known": _marked(found[1])})
        self.put("api_credentials > attributes > mode", {"enum": _marked(found[2])})
        self.put("roles > attributes > kind", {"enum": _marked(found[3])})
        self.put("organizations > attributes > region", {"default": found[4]})
        self.put("identity_providers > attributes > domains", {"between": ","})

    # --- the page, and what all of it has to come to

    def page(self, text: str) -> None:
        text = " ".join(text.split())
        shape = (
            r".* (\d+)% compliant with the JSON API specification \(v(?P<jsonapi>[\d.]+)\)\. .*"
            r" Must be v1 .* GET requests Limit .*? (\d+) \(to all endpoints\) (\d+) (min) (\d+)"
            r" \(per endpoint\) (\d+) (secs) POST requests Limit .*? (\d+) \(to all endpoints\) (\d+)"
            r" (min) (\d+) \(per endpoint\) (\d+) (secs) .* \(max (\d+) reqs / 1 min\)\. .*"
        )
        found = re.fullmatch(shape, text)
        if not found:
            raise NotUnderstood("the page")
        self.put("API", {"jsonapi": found["jsonapi"]})
        for place, at in (("GET all", 3), ("GET each", 6), ("POST all", 9), ("POST each", 12)):
            window = _window(found[at], found[at + 1], found[at + 2])
            self.put(f"limit {place} > page", window)
        self.put("limit token", {"limit": int(found[15])})

    def check(self) -> None:
        statuses = self.facts["statuses"]
        each = self.each
        if each is None:
            raise NotUnderstood("nothing of what each resource has")
        for name in [place for place in self.facts if re.fullmatch(r"[a-z_]+", place)]:
            said = self.facts[name]
            if "type" not in said:
                continue
            for key in each.groups()[:2]:
                text = {"type": "string", "standard": "ISO 8601", "read": True}
                self.put(f"{name} > attributes > {key}", text)
            written = {"create": "optional", "update": "optional"}
            written = {"update": "optional"} if name == each[6] else written
            written = {} if name == each[7] else written
            for key in each.groups()[2:5]:
                kind = "object" if key == each[5] else "string"
                self.put(f"{name} > attributes > {key}", {"type": kind, "read": True, **written})
        operations = [place for place in self.facts if " /" in place]
        paths = {place.split(" ")[1] for place in operations}
        if {"operations": len(operations), "paths": len(paths)} != self.counts:
            raise NotUnderstood(f"{len(operations)} in {len(paths)} are no {self.counts}")
        for place in operations:
            does = {"retrieve": "list", "update": "list"}.get(
                self.facts[place]["does"], self.facts[place]["does"]
            )
            if does in statuses:
                self.put(place, {"status": statuses[does]})


def _section(text: str) -> str:
    found = re.search(
        r"^## 1\. Commerce Layer Provisioning API\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE
    )
    if not found:
        raise NotUnderstood("no section 1")
    return found[1]


def _named(found: re.Match[str]) -> Said:
    return {key: _value(text) for key, text in found.groupdict().items() if text is not None}


def _value(text: str) -> Any:
    if "`" in text:
        return _marked(text)
    return int(text) if text.isdigit() else text


def _marked(text: str) -> list[str]:
    return " ".join(re.findall(r"`([^`]+)`", text)).split(" ")


def _use(text: str) -> Said:
    """`R` is returned, `C` accepted at creation (`*`: has to be there), `U` at a change."""
    found = re.fullmatch(r"(R)? ?(?:(C)(\*)?)? ?(U)?", text)
    if not found:
        raise NotUnderstood(f"use {text!r}")
    said: Said = {"read": bool(found[1])}
    said |= {"create": "required" if found[3] else "optional"} if found[2] else {}
    return said | ({"update": "optional"} if found[4] else {})


def _window(limit: str, length: str, unit: str) -> Said:
    return {"limit": int(limit), "seconds": int(length) * (60 if unit == "min" else 1)}


def facts(siblings: str, page: str) -> Facts:
    """What they say of each place."""
    return Sources(siblings, page).facts


if __name__ == "__main__":
    texts = (Path(each).read_text(encoding="utf-8") for each in sys.argv[1:3])
    print("\n".join(lines(facts(*texts))))
