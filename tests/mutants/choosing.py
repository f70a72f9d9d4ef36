"""Which tests are to notice a mutant, and which mutants make up a sample."""

from __future__ import annotations

import ast
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.mutants.project import on_other_loop, test_function
from tests.mutants.records import Records, Test
from tests.mutants.spots import Mutant

SECONDS = 5.0
"""So long may all tests of a mutant take."""
_TESTS = 400
_FILES = 8
"""So many files are collected anew for a mutant that is planted on load."""


def sample(mutants: Sequence[Mutant], count: int, seed: str) -> list[Mutant]:
    """As many of each module as its share is; always the same ones of the same mutants, and nearly
    the same where others came or went."""
    if count >= len(mutants):
        return list(mutants)
    of_module: defaultdict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        of_module[mutant.module].append(mutant)
    chosen = set()
    for module, each in of_module.items():
        share = len(each) * count / len(mutants)
        taken = int(share) + (_chance(seed, module) < share % 1)
        chosen |= set(sorted(each, key=lambda one: _chance(seed, *one.key))[:taken])
    return [mutant for mutant in mutants if mutant in chosen]


def _chance(*of: str) -> float:
    return int.from_bytes(hashlib.sha256("\0".join(of).encode()).digest()[:8]) / 2**64


class Choice:
    def __init__(self, records: Records, modules: Mapping[str, Path]) -> None:
        self._records = records
        self._functions: defaultdict[str, set[str]] = defaultdict(set)
        self._users: defaultdict[str, set[str]] = defaultdict(set)
        for module, path in modules.items():
            for function, names in _mentions(ast.parse(path.read_text(encoding="utf-8"))):
                self._functions[module].add(f"{module}:{function}")
                for name in names:
                    self._users[name].add(f"{module}:{function}")

    def at_import(self, mutant: Mutant) -> bool:
        """Does it work while modules are loaded?"""
        return mutant.lasting or _entered(mutant) in self._records.at_import

    def tests(self, mutant: Mutant) -> list[Test]:
        """The quickest and most particular first: one row of each test, then another of each, and so
        on; those on the other event loop at last."""
        return _in_turn(self._entering([_entered(mutant)]))

    def tests_on_load(self, mutant: Mutant) -> list[Test]:
        """First those that enter what is changed, then those of who uses it, then of its module."""
        names = mutant.defines or {mutant.function.rpartition(".")[2]}
        below = f"{mutant.module}:{mutant.function}"
        near = [
            each for each in self._records.entering if each.startswith(below) and mutant.function
        ]
        users = {each for name in names for each in self._users[name]}
        circles = (near, users, self._functions[mutant.module])
        ordered = [test for each in circles for test in _in_turn(self._entering(each))]
        return _of_few_files(list(dict.fromkeys(ordered)))

    def _entering(self, functions: Iterable[str]) -> list[Test]:
        entering = self._records.entering
        return list({test for name in functions for test in entering.get(name, ())})


def _entered(mutant: Mutant) -> str:
    return f"{mutant.module}:{mutant.function}"


def _in_turn(tests: Sequence[Test]) -> list[Test]:
    rows: Counter[tuple[str, bool]] = Counter()
    ranked: list[tuple[bool, int, int, Test]] = []
    for test in sorted(tests, key=lambda each: (each.seconds * each.breadth, each.name)):
        other, of = on_other_loop(test.name), test_function(test.name)
        rows[of, other] += 1
        ranked.append((other, rows[of, other], len(ranked), test))
    return _within_seconds(test for *_, test in sorted(ranked))[:_TESTS]


def _of_few_files(tests: Sequence[Test]) -> list[Test]:
    files = list(dict.fromkeys(test.file for test in tests))[:_FILES]
    return _within_seconds(test for test in tests if test.file in files)


def _within_seconds(tests: Iterable[Test]) -> list[Test]:
    chosen: list[Test] = []
    seconds = 0.0
    for test in tests:
        seconds += test.seconds
        if not chosen or seconds <= SECONDS:
            chosen.append(test)
    return chosen


def _mentions(tree: ast.Module) -> Iterator[tuple[str, set[str]]]:
    """The functions of a module, each with the names that it mentions, in its decorators too."""
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            yield statement.name, _names(statement)
        elif isinstance(statement, ast.ClassDef):
            for each in statement.body:
                if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield f"{statement.name}.{each.name}", _names(each)


def _names(node: ast.AST) -> set[str]:
    return {
        each.id if isinstance(each, ast.Name) else each.attr
        for each in ast.walk(node)
        if isinstance(each, ast.Name | ast.Attribute)
    }
