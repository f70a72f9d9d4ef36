"""`python -m codegen.api_page` writes the page; with `--check` it says whether it is up to date."""

from __future__ import annotations

import sys

from codegen.api_page.page import page
from codegen.reading.documents import ROOT
from codegen.reading.failures import DocumentFailed

TARGET = ROOT / "docs" / "api.md"


def main(arguments: list[str]) -> int:
    """Write the page, or with --check only say whether it is up to date."""
    try:
        text = page()
    except DocumentFailed as fault:
        print(f"{fault}: run make generate")
        return 1
    if "--check" not in arguments:
        TARGET.write_text(text, encoding="utf-8", newline="\n")
    elif TARGET.read_text(encoding="utf-8") != text:
        print("docs/api.md is not what the code says: run make generate")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
