"""What has no type that all checkers agree on is told by its name."""

from __future__ import annotations

from pathlib import Path

from tests.support.pyright import completeness

PACKAGE = """
from msgspec import Struct

class Known(Struct):
    number: int

class Guessed:
    def __init__(self, number: int) -> None:
        self.numbers = [number]

def unknown(number) -> int:
    return 1
"""


def test_a_name_without_a_type_is_told(tmp_path: Path) -> None:
    package = tmp_path / "planted"
    package.mkdir()
    (package / "py.typed").touch()
    (package / "__init__.py").write_text(PACKAGE, encoding="utf-8")
    told = completeness("planted", [tmp_path])
    assert told.untyped == [
        "planted.Guessed",
        "planted.Guessed.numbers",
        "planted.unknown",
    ]
    assert 0 < told.score < 1
    assert told.names > 2
