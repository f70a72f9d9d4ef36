"""Survivors that are known, each with the reason why it does no harm."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.mutants.spots import Mutant


class Harmless(NamedTuple):
    module: str
    function: str
    line: str
    change: str
    reason: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        return self.module, self.function, self.line, self.change


def listed(path: Path) -> list[Harmless]:
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    entries = [Harmless(**each) for each in written.get("harmless", [])]
    for entry in entries:
        assert entry.reason.strip(), f"{entry} has no reason"
    return entries


def gone(entries: Iterable[Harmless], mutants: Iterable[Mutant]) -> list[Harmless]:
    """Those that are of no mutant."""
    known = {mutant.key for mutant in mutants}
    return [entry for entry in entries if entry.key not in known]


def entry_of(mutant: Mutant) -> str:
    """As it would be listed, but for its reason."""
    fields: Sequence[tuple[str, str]] = list(zip(Harmless._fields, (*mutant.key, ""), strict=True))
    return "\n".join(["[[harmless]]", *(f"{name} = {_quoted(text)}" for name, text in fields), ""])


def _quoted(text: str) -> str:
    if "'" not in text:
        return f"'{text}'"
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))
