"""`python -m tests.pages FOLDER` writes the pages as modules, for type checkers."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.pages.written import write_all

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for file in write_all(folder):
    print(file)
