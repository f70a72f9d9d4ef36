"""What the modules of a package are rendered from, in place of the generator's own templates."""

from pathlib import Path

TEMPLATES = Path(__file__).resolve().parent
