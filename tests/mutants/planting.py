"""A change, planted in the functions that are there already."""

from __future__ import annotations

import functools
import gc
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from types import CodeType, FunctionType
from typing import Any

from tests.mutants.project import Project


class Living:
    """The functions of the packages that are there already, and what they remember of their calls."""

    def __init__(self, project: Project) -> None:
        roots = tuple(f"{folder}{os.sep}" for folder in project.packages.values())
        self._functions: defaultdict[tuple[str, CodeType], list[FunctionType]] = defaultdict(list)
        self._caches: list[Any] = []
        gc.unfreeze()  # what a conftest has frozen is not among the objects
        for each in gc.get_objects():
            if isinstance(each, FunctionType) and each.__code__.co_filename.startswith(roots):
                self._functions[each.__code__.co_filename, each.__code__].append(each)
            elif isinstance(each, functools._lru_cache_wrapper):
                code = getattr(each.__wrapped__, "__code__", None)
                if code is not None and code.co_filename.startswith(roots):
                    self._caches.append(each)

    def change(self, before: CodeType, after: CodeType) -> None:
        """Give the functions of one module their code in another."""
        for old, new in _pairs(before, after):
            for function in self._functions.get((before.co_filename, old), ()):
                function.__code__ = new
        self.forget()

    def forget(self) -> None:
        for cache in self._caches:
            cache.cache_clear()


def _pairs(before: CodeType, after: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """The codes of functions that differ. What is never reached is not compiled, so their number may
    differ too."""
    news = _by_place(_codes(after))
    for place, olds in _by_place(_codes(before)).items():
        if len(olds) == len(news.get(place, ())):
            yield from (
                (old, new) for old, new in zip(olds, news[place], strict=True) if old != new
            )


def _by_place(codes: Iterable[CodeType]) -> dict[tuple[str, int], list[CodeType]]:
    found = defaultdict(list)
    for code in codes:
        found[code.co_qualname, code.co_firstlineno].append(code)
    return found


def _codes(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _codes(each)
