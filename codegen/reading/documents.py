"""The hand-kept documents: one file of `openapi/` is one platform, named after it."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

from codegen.reading.failures import DocumentFailed

ROOT = Path(__file__).resolve().parents[2]
"""The repository."""
FOLDER = ROOT / "openapi"
EXTENSIONS = FOLDER / "extensions.schema.json"
"""The schema of our extensions, which lies beside the documents."""
_NAME = re.compile(r"[a-z][a-z0-9_]*\.yaml")


def documents(folder: Path = FOLDER) -> list[Path]:
    """Every platform's document. Raises `DocumentFailed` for one whose name is no platform's."""
    found = sorted({*folder.glob("*.y*ml"), *folder.glob("*.json")} - {EXTENSIONS})
    for path in found:
        if not _NAME.fullmatch(path.name) or keyword.iskeyword(path.stem):
            raise DocumentFailed(
                f"{path.name}: a platform's package is named after its document; "
                "name it by a word in lower case and .yaml, such as corner_shop.yaml"
            )
    return found
