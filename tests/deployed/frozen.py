"""Freezes the program with PyInstaller and runs it, away from every installed package.

`make frozen`: it wants an environment with PyInstaller in it, and half a minute.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = Path(__file__).parent / "program.py"


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
        for option in ("dist", "work", "spec"):
            command += [f"--{option}path", str(folder / option)]
        subprocess.run([*command, str(PROGRAM)], check=True, cwd=folder)
        program = folder / "dist" / "program" / "program"
        ran = subprocess.run([str(program)], capture_output=True, text=True, check=False, env={})
        print(ran.stdout, ran.stderr, sep="")
        return int(not ran.stdout.startswith(f"works {program.parent}"))


if __name__ == "__main__":
    sys.exit(main())
