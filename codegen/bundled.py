"""Writes each document as one file of plain OpenAPI, for tools that know none of our extensions.

python -m codegen.bundled FOLDER
"""

import sys
from pathlib import Path

from codegen.reading.bundle import as_json, bundle
from codegen.reading.documents import documents
from codegen.reading.failures import DocumentFailed


def main(folder: Path) -> int:
    """Write them, in place of those that were there."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("*.json"):
        stale.unlink()
    try:
        for source in documents():
            text = as_json(bundle(source))
            (folder / f"{source.stem}.json").write_text(text, encoding="utf-8", newline="\n")
    except DocumentFailed as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
