"""A group of operations, as a client shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.keywords import in_keywords
from commerce_sdk.value import OfThisProcess


class Namespace(OfThisProcess):
    """A group of operations on the connections of a client.

    Errors name the keywords of its methods; `aliases` has the method's own name for what the
    document calls otherwise.
    """

    _instead = "make a client in each process"

    aliases: ClassVar[Mapping[str, str]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for name, method in list(vars(cls).items()):
            if not name.startswith("_") and callable(method):
                setattr(cls, name, in_keywords(method, cls.aliases))

    def __init__(self, core: Core) -> None:
        self._core = core
