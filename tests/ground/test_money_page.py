"""The examples on the page about money are true."""

from __future__ import annotations

import re
from typing import Any

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "money.md"


def test_the_examples_run_in_the_order_of_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    blocks = list(re.finditer(r"^```python\n(.*?)^```$", page, re.DOTALL | re.MULTILINE))
    assert len(blocks) == page.count("```") // 2
    for block in blocks:
        line = page[: block.start(1)].count("\n")
        exec(compile("\n" * line + block[1], str(PAGE), "exec"), names)
