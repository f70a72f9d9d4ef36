"""Tests of the OpenAPI document: against the facts, against the samples, and of its lint."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "openapi" / "commerce.yaml"

# The tools of the document are scripts, not part of the installed package. A copy of them that
# stands on the path already, with a bug planted in it, comes before them.
if "openapi" not in {Path(entry).name for entry in sys.path}:
    sys.path.insert(0, str(ROOT / "openapi"))
