"""Operations tagged credit_notes, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import get_credit_note as get_credit_note
    from . import get_credit_note_summary as get_credit_note_summary

_PARTS = frozenset({"get_credit_note", "get_credit_note_summary"})

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
