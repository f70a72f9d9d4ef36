"""What the document says and the generator writes is read by somebody: a fact that nothing obeys is
none, and the next reader would believe it."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import msgspec

from commerce_sdk.document import operation
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "commerce_sdk"
VALUES = [
    each
    for _, each in inspect.getmembers(operation, inspect.isclass)
    if each.__module__ == operation.__name__ and issubclass(each, msgspec.Struct)
]
# A name is for people: in errors, in logs, in a document's own references.
FOR_PEOPLE = {("SecurityScheme", "name")}


def read_in(files: list[Path]) -> set[str]:
    """The attributes that are read anywhere in these files, by their names."""
    found: set[str] = set()
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                found.add(node.attr)
            elif isinstance(node, ast.MatchClass):
                found.update(node.kwd_attrs)
    return found


def readers() -> list[Path]:
    """Where facts are obeyed: everywhere but in the sandbox, which reads the documents itself."""
    return sorted(
        path for path in SOURCE.rglob("*.py") if "sandbox" not in path.relative_to(SOURCE).parts
    )


def unread(values: list[type[msgspec.Struct]], files: list[Path]) -> list[str]:
    found = read_in(files)
    return [
        f"{value.__name__}.{name}"
        for value in values
        for name in value.__struct_fields__
        if name not in found and (value.__name__, name) not in FOR_PEOPLE
    ]


def test_every_fact_of_an_operation_is_read() -> None:
    assert {each.__name__ for each in VALUES} >= {
        "Operation",
        "Pagination",
        "Platform",
        "RateLimit",
    }
    assert unread(VALUES, readers()) == []


def test_a_fact_that_nobody_reads_is_found(tmp_path: Path) -> None:
    class Planted(msgspec.Struct):
        limit: int
        weather: str

    reader = tmp_path / "reader.py"
    reader.write_text("def wait(rule):\n    rule.weather = 1\n    return rule.limit\n")
    assert unread([Planted], [reader]) == ["Planted.weather"]
    assert "Planted.weather" in unread([Planted], readers())
