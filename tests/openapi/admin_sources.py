"""Reads the facts of the organization administration out of what was collected of it.

    python -m tests.openapi.admin_sources COLLECTED.md SIBLINGS.md COOKBOOK.txt > tests/data/admin-facts.json

COLLECTED.md has tables of the API's operations and fields, in a shorthand; SIBLINGS.md compares
platforms, and has the headers of limits; COOKBOOK.txt is the text of the page whose samples are the
only payloads that are published. Facts only: a place (`POST /v2/… > body > query > field`), and what is
said of it, by the keywords of OpenAPI. A cell or a sample that is not understood ends the program, and
so does what two of them say otherwise of one place.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.openapi.storefront_page import NotUnderstood, lines

Said = dict[str, Any]
Facts = dict[str, Said]

JSON = {"content": "application/json", "type": "object"}
SUCCESS = "success"
"""The status of an answer whose status is not published."""


def _text(**more: Any) -> Said:
    return {"type": "string", **more}


WORDS: dict[str, Callable[[re.Match[str]], Said]] = {
    r"\(A1 example (\d+); a third-party doc says max (\d+)\)": lambda found: {
        "example": int(found[1]),
        "maximum": int(found[2]),
    },
    r"array of string": lambda found: {"type": "array", "each": _text()},
    r"\(?free map\)?|map": lambda found: {"type": "object", "map": True},
    r"ISO 8601 string": lambda found: _text(standard="ISO 8601"),
    r"string ARI|string|text": lambda found: _text(),
    r"uuid": lambda found: _text(format="uuid"),
    r"int(eger)?\b": lambda found: {"type": "integer"},
    r"number|boolean|object": lambda found: {"type": found[0]},
    r"REQ": lambda found: {"required": True},
    r"null ok( in S2)?": lambda found: {"null": True},
    r"e\.g\. ([A-Z_]+)\b": lambda found: _text(enum=[found[1]]),
    r"e\.g\. ([\w.]+)": lambda found: _text(example=found[1]),
    r'"(\w+)"': lambda found: _text(example=found[1]),
    r"(\w+) or (\w+)": lambda found: _text(enum=[found[1], found[2]]),
    r"(\w+(, \w+)+) \(open\)": lambda found: _text(enum=found[1].split(", ")),
    # What says nothing that a document could be held to.
    r"opt\b|\(?ARI\)?|IANA|= site name|\(?A2 site\)?|;": lambda found: {},
    r"per-product availability|updatedAt never populated": lambda found: {},
}
"""The words of the shorthand."""
PART = re.compile(
    r"(?P<name>[\w.]+)(?P<many>\[\])?:?(?P<words>[^{\[]*)(?:\[(?P<list>.*)\]|\{(?P<object>.*)\})?"
    r"(?P<after>[^\]}]*)"
)
STATUS_WORDS = r"only (\w+) is published\. A4 assumes (\w+) and (\w+): [^;]+; [a-z ]+"
OPEN_LATER = r"([\w, ]+): string, null ok; the values are opaque base64 cursors in S2, not URLs"
VARIANTS = r"((?:\{[^;]+\}(?:; )?)+)\. A third-party doc \(\S+\) also lists (\w+)"
ERRORS = r"Admin errors: (\{.+\})\. Codes: ADMIN-(\d+-\d+ [^.]+) \(A2\)\."
AUTH = (
    r"Auth: org API key Bearer, or Basic for site admins \([^)]+\)\. S2's sample [^.]+\."
    r" Error shape: not published; probably the admin `errors\[\]` form below \(INFERRED\)\."
)
OURS = " Atlassian admin: "
LIMITS = r"unstated numbers; ((?:`[\w-]+`(?:, )?)+) \((ISO 8601) instant\) per endpoint \[doc\]"
RELATED = r"relationships\.(\S+): (.+); A2's newest version adds (.+)\."


class Sources:
    """The facts of all of them, laid upon each other."""

    def __init__(self, collected: str, siblings: str, cookbook: str) -> None:
        self.facts: Facts = {}
        self.templates: dict[str, re.Pattern[str]] = {}
        self.search = ""
        self.section(collected)
        self.limits(siblings)
        self.samples(cookbook)

    def put(self, place: str, said: Said) -> None:
        said = dict(said)
        each = said.pop("each", None)
        known = self.facts.setdefault(place, {})
        for key, value in said.items():
            if key == "type" and {known.get(key), value} == {"number", "integer"}:
                known[key] = "number"  # a sample shows a whole one
            elif known.setdefault(key, value) != value:
                raise NotUnderstood(f"{place}: {key} is {known[key]!r} and {value!r}")
        if each is not None:
            self.put(f"{place} > each", each)

    # --- the shorthand

    def words(self, text: str) -> Said:
        said: Said = {}
        rest = text.strip()
        while rest:
            for shape, fact in WORDS.items():
                if found := re.match(shape, rest):
                    said |= fact(found)
                    rest = rest[found.end() :].strip()
                    break
            else:
                raise NotUnderstood(f"words that are not known: {rest!r} in {text!r}")
        return said

    def shape(self, place: str, text: str) -> None:
        """`name words {parts}`, each a field; `name[]` is a list, `name.other` an object in one."""
        for part in split(text):
            found = PART.fullmatch(part)
            if not found:
                raise NotUnderstood(f"{place}: {part!r}")
            at = place
            *around, name = found["name"].split(".")
            for outer in around:
                at = f"{at} > {outer}"
                self.put(at, {"type": "object"})
            at = f"{at} > {name}"
            said = self.words(f"{found['words']} {found['after']}")
            if found["list"] is not None:
                self.put(at, {**said, "type": "array"})
                self.element(at, found["list"])
            elif found["object"] is not None and found["many"]:
                self.put(at, {**said, "type": "array"})
                self.element(at, f"{{{found['object']}}}")
            elif found["object"] is not None:
                self.put(at, {**said, "type": "object"})
                self.shape(at, found["object"])
            else:
                self.put(at, {**said, "type": "array"} if found["many"] else said)

    def element(self, place: str, text: str) -> None:
        if again := re.fullmatch(r"(\w+)\.\.\.", text):
            around = place[: place.index(f" > {again[1]}") + len(f" > {again[1]}")]
            self.put(f"{place} > each", {"type": "object", "as": around})
        elif text.startswith("{"):
            self.put(f"{place} > each", {"type": "object"})
            self.shape(f"{place} > each", text[1:-1])
        else:
            self.put(f"{place} > each", self.words(text))

    # --- the tables

    def section(self, text: str) -> None:
        found = re.search(
            r"^## 8\. .*?\(host (\S+)\)\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE
        )
        if not found:
            raise NotUnderstood("no section 8")
        self.put("API", {"server": found[1]})
        for line in filter(None, map(str.strip, found[2].splitlines())):
            cells = [each.strip() for each in line.strip("|").split("|")]
            if line.startswith("|"):
                self.row(cells)
            elif heading := re.fullmatch(r"### 8\.2 \w+: (POST) `(\S+)` \([\w, ]+\)", line):
                self.search = self.operation(heading[1], heading[2])
            elif not line.startswith("### 8.1 "):
                self.line(line)

    def operation(self, method: str, path: str) -> str:
        name = f"{method} {path}"
        self.put(name, {})
        self.templates[name] = re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path)))
        for called in re.findall(r"\{(\w+)\}", path):
            self.put(f"{name} > path {called}", _text(required=True))
        return name

    def row(self, cells: list[str]) -> None:
        if re.fullmatch(r"-+|method|item|attributes field", cells[0]):
            return
        if len(cells) == 5:
            self.installation(*cells)
        elif len(cells) == 2:
            self.item(*cells)
        else:
            names, kind, notes = cells
            at = f"{self.search} > 200 > data > each > attributes"
            for name in names.split(", "):
                inner = re.fullmatch(r"object \{.*\}", kind)
                if inner:
                    self.shape(at, f"{name} {kind.removeprefix('object ')} {notes}")
                else:
                    self.put(f"{at} > {name}", self.words(f"{kind} ; {notes}"))

    def installation(self, method: str, path: str, body: str, answer: str, notes: str) -> None:
        name = self.operation(method, path.strip("`"))
        if body != "-":
            self.put(f"{name} > body", JSON)
            self.shape(f"{name} > body", body.replace(", for a new site", ""))
        self.put(f"{name} > {SUCCESS}", JSON)
        self.shape(f"{name} > {SUCCESS}", bare(answer))
        if found := re.match(r"order must follow within (\d+) minutes\. ", notes):
            self.put(name, {"x-completed-within": int(found[1]) * 60})
            notes = notes[found.end() :]
        if found := re.fullmatch(STATUS_WORDS, notes):
            said = {"enum": [found[1]], "assumed": [found[2], found[3]]}
            self.put(f"{name} > {SUCCESS} > data > status", said)
            return
        notes = re.sub(r"Success code not stated \(A4's mock uses \d+, unproven\)", "", notes)
        if re.search(r"[\d`\"]|\bnull\b|REQ", notes):
            raise NotUnderstood(f"notes that say more than is read: {notes!r}")

    def item(self, item: str, fact: str) -> None:
        name = self.search
        body, answer = f"{name} > body", f"{name} > 200"
        if found := _all(item, fact, "scope", r"([\w:]+) \(A2\)"):
            self.put(name, {"scope": found[1]})
        elif found := _all(item, fact, "path", r"(\w+) (.+)"):
            self.put(f"{name} > path {found[1]}", self.words(found[2]))
        elif item == "body (all optional)":
            self.put(body, JSON)
            self.shape(body, fact)
        elif found := _all(
            item, fact, "cursor rule", r"when (\w+) is sent no other property may be present .*"
        ):
            self.put(f"{body} > {found[1]}", {"alone": True})
        elif found := _all(item, fact, "query variants (anyOf)", VARIANTS):
            variants = [bare(each) for each in found[1].split("; ")]
            names = [[PART.match(part)["name"] for part in split(each)] for each in variants]  # type: ignore[index]
            self.put(f"{body} > query", {"type": "object", "anyOf": names, "others": [found[2]]})
            for each in variants:
                self.shape(f"{body} > query", each)
        elif item == "field name seen":
            self.put(f"{body} > query > field > name", {"example": fact})
        elif found := _all(item, fact, "success", r"(\d+) (\{.+\})"):
            self.put(f"{name} > {found[1]}", JSON)
            self.shape(f"{name} > {found[1]}", bare(found[2]))
        elif found := _all(item, fact, "links", OPEN_LATER):
            for each in found[1].split(", "):
                self.put(f"{answer} > links > {each}", _text(null=True))
        elif found := _all(item, fact, "meta", r"(.+); S2 also has (\w+) null"):
            self.shape(f"{answer} > meta", found[1])
            self.put(f"{answer} > meta > {found[2]}", {"null": True})
        elif found := _all(item, fact, "data[]", r"(.+); docs also list (.+)"):
            self.shape(f"{answer} > data > each", f"{found[1]}, {found[2]}")
        else:
            raise NotUnderstood(f"{item}: {fact!r}")

    def line(self, line: str) -> None:
        if re.fullmatch(AUTH, line):
            for scheme in ("basic", "bearer"):
                self.put(f"security {scheme}", {"type": "http", "scheme": scheme})
        elif found := re.fullmatch(RELATED, line):
            at = f"{self.search} > 200 > data > each > relationships"
            self.put(at, {"type": "object"})
            self.shape(at, f"{found[1]} {{{found[2]}}}")
            self.shape(f"{at} > {found[1].removesuffix('[]')} > each > attributes", found[3])
        elif found := re.fullmatch(ERRORS, line):
            self.put("errors", JSON)
            self.shape("errors", bare(found[1]))
            codes = [each.split(" ")[0] for each in found[2].split(", ")]
            self.put("errors > errors > each > code", {"codes": codes})
        else:
            raise NotUnderstood(line)

    def limits(self, text: str) -> None:
        """The headers that say what is left of a limit, from the column of this platform."""
        rows = [each.strip("|").split("|") for each in text.splitlines() if each.startswith("|")]
        heads = [(row, cell) for row in rows for cell in row if cell.startswith(OURS)]
        cells = [
            row[head.index(ours)].strip()
            for head, ours in heads
            for row in rows
            if row[0] == " Rate limits " and len(row) == len(head)
        ]
        if len(cells) != 1 or not (found := re.fullmatch(LIMITS, cells[0])):
            raise NotUnderstood(f"limits: {cells}")
        whole, *ends = re.findall(r"`([\w-]+)`", found[1])
        headers = [whole, *(whole[: whole.rindex("-")] + end for end in ends)]
        self.put("limits", {"headers": headers, "standard": found[2]})

    # --- the samples

    def samples(self, cookbook: str) -> None:
        name: str | None = None
        for line in cookbook.splitlines():
            if not line.startswith("1 2"):
                continue
            block = line.removeprefix("1 2")
            if block.startswith("curl"):
                name = self.request(block)
            elif name and not block.startswith("--header"):
                place = f"{name} > {200 if name == self.search else SUCCESS}"
                self.put(place, JSON)
                self.value(place, read(block))

    def request(self, block: str) -> str | None:
        """The operation that a sample asks, where it is one of this platform."""
        address = re.search(r"'(https://[^']+)'", block)
        server = self.facts["API"]["server"]
        if not address or not address[1].startswith(f"{server}/"):
            return None
        method = re.search(r"--request ([A-Z]+)", block)
        path = address[1].removeprefix(server)
        fitting = [
            each
            for each, template in self.templates.items()
            if template.fullmatch(path) and each.startswith(method[1] if method else "GET")
        ]
        if len(fitting) != 1:
            raise NotUnderstood(f"{path} is of {fitting or 'no operation'}")
        (name,) = fitting
        for header in re.findall(r"--header '([\w-]+): (?:Basic|Bearer) ", block):
            if header != "Authorization":
                self.put(name, {"credential": header})
        if body := re.search(r"--data '(.+)'", block):
            self.put(f"{name} > body", JSON)
            self.value(f"{name} > body", read(body[1]))
        return name

    def value(self, place: str, value: Any) -> None:
        kinds = {str: "string", bool: "boolean", int: "integer", list: "array", dict: "object"}
        self.put(place, {"null": True} if value is None else {"type": kinds[type(value)]})
        for name, inner in value.items() if isinstance(value, dict) else ():
            self.value(f"{place} > {name}", inner)
        for inner in value if isinstance(value, list) else ():
            self.value(f"{place} > each", inner)


def _all(item: str, fact: str, name: str, shape: str) -> re.Match[str] | None:
    return re.fullmatch(shape, fact) if item == name else None


def bare(text: str) -> str:
    """Without the braces around it."""
    return text[1:-1] if text.startswith("{") and text.endswith("}") else text


def split(text: str) -> Iterator[str]:
    """At commas and semicolons that are in no brackets."""
    depth, part = 0, ""
    for sign in text:
        depth += (sign in "([{") - (sign in ")]}")
        if sign in ",;" and depth == 0:
            yield part.strip()
            part = ""
        else:
            part += sign
    yield part.strip()


def read(text: str) -> Any:
    """JSON as the page prints it: with remarks, with parts left out, and without its braces."""
    text = text if text.startswith("{") else f"{{{text}}}"
    text = re.sub(r"// [^\"{}\[\]]*", "", text)
    text = re.sub(r",? *(\{\.\.\.\}|\.\.\.)", "", text)
    text = re.sub(r"([\[{]) *,", r"\1", text)
    return json.loads(text)


def facts(collected: str, siblings: str, cookbook: str) -> Facts:
    """What they say of each place."""
    return Sources(collected, siblings, cookbook).facts


if __name__ == "__main__":
    texts = (Path(each).read_text(encoding="utf-8") for each in sys.argv[1:4])
    print("\n".join(lines(facts(*texts))))
