"""Enums that a newer server cannot break."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Self


class OpenEnum(StrEnum):
    """An enum whose unknown values survive: readable, equal to their text, sent back unchanged."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        # Not registered in the class: a server that makes up values must not make it grow.
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member


class OpenIntEnum(IntEnum):
    """An enum of whole numbers whose unknown values survive: readable, equal to their number, sent
    back unchanged."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if isinstance(value, bool) or not isinstance(value, int):
            return None
        member = int.__new__(cls, value)
        member._name_ = str(int(value))
        member._value_ = int(value)
        return member
