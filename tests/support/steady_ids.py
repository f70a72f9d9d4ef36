"""Names of parameters that are the same in every process, for tests are shared out by their names."""

from __future__ import annotations

import re


def steady(value: object) -> str:
    """What is printed of a value, without where it lies in memory."""
    return re.sub(r" at 0x[0-9a-f]+", "", str(value))
