"""Reads the facts of the storefront's platform out of the text of its reference page.

    python -m tests.openapi.storefront_page PAGE.txt > tests/data/storefront-facts.json

Facts only: a place (`POST /orders > body > items > each > quantity`), and what is said of it, by the
keywords of OpenAPI. Of words, only what they say in numbers, standards and permissions is kept. A
line that is not understood ends the program: nothing is skipped.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

Facts = dict[str, dict[str, Any]]

SCHEMA = "Commerce API 2.4.0"
LAST = {
    "body items": "quantity",
    "answer items": "lineTotal",
    "answer data": "updatedAt",
}
"""The last field of an entry, by whose list it is. The text has lost its indents, so where the
object around goes on is taken from the tables that were collected of the same page."""

OPERATION = re.compile(r"(GET|POST|PUT|PATCH|DELETE) (/\S*)")
PLACE = re.compile(r"Query|Path|Header")
AFTER_TAG = re.compile(rf"{PLACE.pattern}|No parameters\.")
STATUS = re.compile(r"([1-5]\d\d) (.+)")
PARAMETER = re.compile(
    r"(?P<at>query|path|header) (?P<type>string|integer|number|boolean)"
    r"(?: \((?P<format>[\w-]+)\))? (?P<needed>req|opt)(?: (?P<words>.+))?"
)
FIELD = re.compile(
    r"(?P<name>\w+)(?P<required>\*?) "
    r"(?:(?P<type>string|integer|number|boolean|enum)|(?P<list>array\[object\]))"
    r"(?:\((?P<format>[\w-]+)\))?(?P<null> nullable)?(?P<read_only> ?read-only)?"
    r'(?P<enum>(?: "\w+")*)(?: (?!default:)(?P<words>.+?))?(?: default: (?P<default>true|false|\d+))?'
)
PHRASES = {
    r"\(1-based\)": lambda found: {"minimum": 1},
    r"\(max (\d+)\)": lambda found: {"maximum": int(found[1])},
    r"\((\d+) days\)": lambda found: {"seconds": int(found[1]) * 24 * 3600},
    r"JWT \((\d+) h\)": lambda found: {"bearerFormat": "JWT", "seconds": int(found[1]) * 3600},
    r"\(?(ISO \d+)\)?": lambda found: {"standard": found[1]},
    r"Requires `([\w:]+)` permission": lambda found: {"permission": found[1]},
    r"Required when cancelling or refunding": lambda found: {
        "neededFor": ["cancelled", "refunded"]
    },
}
"""What words say that a program can hold a document to."""

LIMITS = re.compile(
    r"Rate limits are enforced per API key at ([\d ]+) requests / minute for (\w+) plans"
    r" and ([\d ]+) for (\w+)\."
)


class NotUnderstood(Exception):
    """A line of the page that says something else than what is read here."""


def page(text: str, last: Mapping[str, str] = LAST) -> Facts:
    """What the page says of each place, in its order."""
    return _Page(text, last).facts


class _Page:
    def __init__(self, text: str, last: Mapping[str, str]) -> None:
        numbered = enumerate(text.splitlines(), 1)
        self.lines = [(number, line.rstrip()) for number, line in numbered if line.strip()]
        self.at = 0
        self.last = last
        self.facts: Facts = {}
        self.schemes: list[str] = []
        self.head()
        while self.more():
            self.group()

    # --- lines

    def more(self) -> bool:
        return self.at < len(self.lines)

    def peek(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.lines[at][1] if at < len(self.lines) else ""

    def next(self) -> str:
        line = self.peek()
        self.at += 1
        return line

    def expect(self, *lines: str) -> None:
        for line in lines:
            if self.peek() != line:
                raise self.odd(f"{line!r} was to come")
            self.at += 1

    def matched(self, pattern: re.Pattern[str], what: str) -> re.Match[str]:
        found = pattern.fullmatch(self.peek())
        if not found:
            raise self.odd(f"no {what}")
        self.at += 1
        return found

    def odd(self, why: str) -> NotUnderstood:
        number = self.lines[min(self.at, len(self.lines) - 1)][0]
        return NotUnderstood(f"line {number}: {why}: {self.peek()!r}")

    def put(self, place: str, facts: dict[str, Any]) -> None:
        if place in self.facts:
            raise self.odd(f"a second {place}")
        self.facts[place] = facts

    def said(self, words: str | None) -> dict[str, Any]:
        """What words say; a number or a name in them that is not read is an error."""
        facts: dict[str, Any] = {}
        rest = words or ""
        for phrase, fact in PHRASES.items():
            for found in re.finditer(phrase, rest):
                facts |= fact(found)
            rest = re.sub(phrase, "", rest)
        if re.search(r"[\d`\"]|nullable|read-only|default:", rest):
            self.at -= 1
            raise self.odd("words that say more than is read")
        return facts

    # --- the head of the page

    def head(self) -> None:
        self.expect("Skip to main content", "Commerce API", "ACTIVE", "Commerce API", "ACTIVE")
        versions = self.matched(re.compile(r"OpenAPI (\S+) v(\S+) [^\d`]+"), "versions")
        self.put("API", {"openapi": versions[1], "version": versions[2]})
        self.limits(self.next())
        self.expect("Security schemes")
        while self.peek() != "Common responses":
            name, words = self.matched(re.compile(r"(\w+) (.+)"), "security scheme").groups()
            self.schemes.append(name)
            self.put(f"security {name}", self.said(words))
        self.expect("Common responses")
        common = self.matched(
            re.compile(r"[1-5]\d\d [A-Za-z ]+( [1-5]\d\d [A-Za-z ]+)*"), "statuses"
        )
        self.facts["API"]["statuses"] = re.findall(r"\d{3}", common[0])

    def limits(self, words: str) -> None:
        found = LIMITS.search(words)
        rest = LIMITS.sub("", words).replace("`/auth/login`", "")
        if not found or re.search(r"[\d`]", rest):
            self.at -= 1
            raise self.odd("no rate limits, or more than them")
        for number, plan in (found.group(1, 2), found.group(3, 4)):
            limit = int(number.replace(" ", ""))
            self.put(f"limit {plan}", {"limit": limit, "seconds": 60, "scope": "API key"})

    # --- operations

    def group(self) -> None:
        tag, count = self.next(), self.matched(re.compile(r"\d+"), "count")[0]
        self.said(self.next())
        before = len(self.facts)
        while OPERATION.fullmatch(self.peek()):
            self.operation(tag)
        if self.more() and not self.peek(1).isdigit():
            raise self.odd("nothing that could come here")
        found = [place for place in list(self.facts)[before:] if OPERATION.fullmatch(place)]
        if len(found) != int(count):
            raise self.odd(f"{tag} has {len(found)} operations and not {count}")

    def operation(self, tag: str) -> None:
        name = self.next()
        marks = re.compile(rf"{tag}((?: (?:{'|'.join(self.schemes)}))*)")
        facts: dict[str, Any] = {"tag": tag}
        while not marks.fullmatch(self.peek()):
            if AFTER_TAG.fullmatch(self.peek()) or not self.more():
                raise self.odd(f"{name} without its tag")
            facts |= self.said(self.next())
        self.put(name, {**facts, "security": self.matched(marks, "tag")[1].split()})
        self.parameters(name)
        self.body(name)
        if not STATUS.fullmatch(self.peek()):
            raise self.odd(f"{name} without an answer")
        while found := STATUS.fullmatch(self.peek()):
            self.said(self.next().removeprefix(found[1]))
            if self.peek() == "No response body.":
                self.expect("No response body.")
                self.put(f"{name} > {found[1]}", {})
            else:
                self.content(f"{name} > {found[1]}", "answer")
        if re.fullmatch(r"cURL( \w+)*", self.peek()):
            self.samples(name)

    def parameters(self, name: str) -> None:
        if self.peek() == "No parameters.":
            self.expect("No parameters.")
            return
        heading = self.matched(PLACE, "kind of parameters")[0].lower()
        self.expect("Name In Type Req Description")
        while row := PARAMETER.fullmatch(self.peek(1)):
            called = self.matched(re.compile(r"[\w-]+"), "name of a parameter")[0]
            if row["at"] != heading:
                raise self.odd(f"{called} among the parameters of the {heading}")
            self.at += 1
            facts = {"type": row["type"]}
            facts |= {"format": row["format"]} if row["format"] else {}
            facts |= {"required": True} if row["needed"] == "req" else {}
            facts |= self.said(row["words"])
            listed = re.fullmatch(r"[a-z]\w*(?: \w+)*", self.peek())
            if listed and not PARAMETER.fullmatch(self.peek(1)):
                facts["enum"] = self.next().split()
            self.put(f"{name} > {heading} {called}", facts)
        if PLACE.fullmatch(self.peek()):
            self.parameters(name)

    def body(self, name: str) -> None:
        if self.peek() == "No request body.":
            self.expect("No request body.")
        elif not STATUS.fullmatch(self.peek()):
            if self.peek() != "application/json":
                self.said(self.next())
            self.content(f"{name} > body", "body")

    def content(self, place: str, side: str) -> None:
        self.expect("application/json", SCHEMA)
        self.put(place, {"content": "application/json", "type": "object"})
        self.fields(place, side)

    # --- fields

    def fields(self, place: str, side: str, last: str | None = None) -> None:
        if not FIELD.fullmatch(self.peek()):
            raise self.odd(f"{place} without a field")
        while found := FIELD.fullmatch(self.peek()):
            self.field(f"{place} > {found['name']}", found, side)
            if found["name"] == last:
                return
        if last:
            raise self.odd(f"{place} without its last field, {last}")

    def field(self, place: str, found: re.Match[str], side: str) -> None:
        self.at += 1
        facts = {"type": "array" if found["list"] else found["type"].replace("enum", "string")}
        facts |= {"format": found["format"]} if found["format"] else {}
        facts |= {"required": True} if found["required"] else {}
        facts |= {"null": True} if found["null"] else {}
        facts |= {"readOnly": True} if found["read_only"] else {}
        facts |= {"enum": re.findall(r"\w+", found["enum"])} if found["enum"] else {}
        facts |= {"default": json.loads(found["default"])} if found["default"] else {}
        if (found["type"] == "enum") != bool(found["enum"]):
            self.at -= 1
            raise self.odd("an enum and its values go together")
        self.put(place, facts | self.said(found["words"]))
        if found["list"]:
            self.put(f"{place} > each", {"type": "object"})
            if self.peek() == SCHEMA:
                self.expect(SCHEMA)
                if (last := self.last.get(f"{side} {found['name']}")) is None:
                    raise self.odd(f"where an entry of {place} ends is not known")
                self.fields(f"{place} > each", side, last)

    # --- samples

    def samples(self, name: str) -> None:
        """Code, which says where the platform is served; it has to be about its operation."""
        languages = self.next().split()
        headings = Counter(dict.fromkeys(languages[1:], 1))
        path = name.split(" ")[1]
        while self.more() and not OPERATION.fullmatch(self.peek()) and not self.peek(1).isdigit():
            line = self.next()
            headings[line] -= line in headings
            for server in re.findall(
                r"(https?://[^\s'`]+?)" + re.escape(path) + r"(?=['`?\s]|$)", line
            ):
                if self.facts["API"].setdefault("server", server) != server:
                    raise self.odd(f"a second server, {server}")
                headings["servers"] += 1
        if headings.pop("servers", 0) != len(languages) or any(headings.values()):
            raise self.odd(f"samples of {name} that are not each of one language")


def lines(facts: Facts) -> Iterator[str]:
    """The facts as JSON, a place a line."""
    yield "{"
    for number, (place, said) in enumerate(facts.items(), 1):
        yield f"  {json.dumps(place)}: {json.dumps(said)}{',' * (number < len(facts))}"
    yield "}"


if __name__ == "__main__":
    print("\n".join(lines(page(Path(sys.argv[1]).read_text(encoding="utf-8")))))
