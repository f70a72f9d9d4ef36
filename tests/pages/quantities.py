"""The numbers of a text, as people write them: `60 s`, `a minute`, `64 MiB`, `five sixths`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

WORDS: Mapping[str, float] = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "fifty": 50,
    "sixty": 60,
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
UNITS: Mapping[str, float] = {
    "ms": 0.001,
    "s": 1,
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86_400,
    "week": 7 * 86_400,
    "byte": 1,
    "KiB": 2**10,
    "MiB": 2**20,
    "KB": 1e3,
    "MB": 1e6,
    "%": 0.01,
    "percent": 0.01,
    "attempt": 1,
}

_UNIT = r"(?:ms|s|seconds?|minutes?|hours?|days?|weeks?|bytes?|KiB|MiB|KB|MB|%|percent)(?![\w/])"
_DURATION = r"(?:second|minute|hour|day|week)\b"
_ORDINAL = r"(?<=second)[ ](?!(?:apart|at|to|after|in|before|then|and|or)\b)[a-z]"
"""A word after `a second` that says that it counts what comes: a second request."""
_WORD = "|".join(WORDS)
_PART = "|".join(f"{each}s?" for each in PARTS)
_AMOUNT = re.compile(
    rf"""(?<![\w.\-/:+])(?:
        (?P<parts>{_WORD}|one)[ ](?P<of>{_PART})\b
      | (?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?![\w.]*\d)(?P<unit>[ ]?{_UNIT})?
      | (?P<words>(?:{_WORD})(?:[ ](?:hundred|thousand|million))?)\b(?!-)
        (?P<word_unit>[ ]{_UNIT}|[ ]attempts)?
      | (?:(?:half[ ])?an?|every)[ ](?P<one>{_DURATION})(?!{_ORDINAL})
    )""",
    re.VERBOSE | re.IGNORECASE,
)

NAMED = re.compile(
    r"(?:RFC|ISO|ECMA-\d+|[Pp]ython|UTF-|Apache-|OAuth|OpenAPI|HTTP|JSON Schema|node)[ -]?[\d.]+"
    r"|\b\d[xX]{2}\b|\bv\d\b|\b\d+\.\d+\.\d+|(?:[Bb]efore|[Ff]rom) \d+\.\d+ (?:on|a minor)\b"
    r"|[A-Z]+-[A-Z0-9<>-]+"
)
"""What names something: a standard, a version, a code."""

STATUS = re.compile(r"\b[2-5]\d\d\b(?! (?:yen|s\b|seconds|a minute|in \d))")
"""A status of HTTP, where it is nothing else."""

SMALL = {"two", "three", "four"}
"""Words that mostly count what stands there; they are quantities where a unit follows."""


@dataclass(frozen=True)
class Quantity:
    text: str
    start: int
    value: float


def plain(page: str) -> str:
    """The text of a page, without its blocks, what it has in code, and where it links to; in one
    line."""
    page = re.sub(r"^ *```.*?^ *```$", "", page, flags=re.DOTALL | re.MULTILINE)
    page = re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL)
    page = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", page)
    page = re.sub(r"^\d+\. ", "- ", re.sub(r"`[^`\n]*`", "`…`", page), flags=re.MULTILINE)
    return NAMED.sub("…", " ".join(page.replace("**", "").split()))


def _unit(text: str) -> float:
    text = text.strip()
    return UNITS.get(text) or UNITS[text.lower().rstrip("s") or "s"]


def quantities(text: str, *, statuses: bool = False) -> list[Quantity]:
    """The quantities of a plain text."""
    found = []
    for each in _AMOUNT.finditer(text):
        unit = each["unit"] or each["word_unit"]
        if each["parts"]:
            value = WORDS.get(each["parts"].lower(), 1) / PARTS[each["of"].lower().rstrip("s")]
        elif each["digits"]:
            if not unit and not statuses and STATUS.match(text, each.start("digits")):
                continue
            value = float(each["digits"].replace(",", ""))
            if not value and not unit:
                continue  # the number 0 is itself
        elif each["words"]:
            if each["words"].lower() in SMALL and not unit:
                continue
            value = 1.0
            for word in each["words"].lower().split():
                value *= WORDS[word]
        else:
            value, unit = 0.5 if each[0].lower().startswith("half") else 1.0, each["one"]
        found.append(Quantity(each[0], each.start(), value * (_unit(unit) if unit else 1)))
    return found
