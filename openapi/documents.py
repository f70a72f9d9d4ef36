"""The hand-kept documents: one file here is one platform, named after it."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

from failures import DocumentFailed

HERE = Path(__file__).resolve().parent
_NAME = re.compile(r"[a-z][a-z0-9_]*\.yaml")


def documents(folder: Path = HERE) -> list[Path]:
    """Every platform's document. Raises `DocumentFailed` for one whose name is no platform's."""
    found = sorted(folder.glob("*.y*ml"))
    for path in found:
        if not _NAME.fullmatch(path.name) or keyword.iskeyword(path.stem):
            raise DocumentFailed(
                f"{path.name}: a platform's package is named after its document; "
                "name it by a word in lower case and .yaml, such as corner_shop.yaml"
            )
    return found
