"""Operations tagged auth, each loaded on first use."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import log_in as log_in
    from . import log_out as log_out
    from . import refresh_login as refresh_login

_PARTS = frozenset({"log_in", "log_out", "refresh_login"})

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")
