"""What PyInstaller has to be told: which of our modules are loaded by a name that it cannot see."""

from __future__ import annotations

from pathlib import Path


def hook_dirs() -> list[str]:
    """The folder of the hooks; PyInstaller asks for it through the entry point `pyinstaller40`."""
    return [str(Path(__file__).parent)]
