"""Changes the mechanism one spot at a time and runs its tests on each: what survives is either
harmless or a test that is missing. `python -m tests.mutants [module …]`; minutes to an hour, so not
part of any other run."""

from __future__ import annotations

import ast
import copy
import importlib.abc
import importlib.machinery
import importlib.util
import multiprocessing
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "commerce_sdk"
SECONDS = 120

TESTS = {
    "runtime.retries.policy": "runtime/retries/test_retry.py runtime/call/test_calls.py",
    "runtime.retries.pauses": "runtime/retries/test_retry.py runtime/call/test_calls.py"
    " commerce/orders/test_placed_once.py",
    "runtime.call.deadline": "runtime/call/test_deadline.py runtime/test_life.py"
    " runtime/lists/test_lists.py commerce/orders/test_following.py runtime/http/test_sockets.py",
    "runtime.call.cutoff": "commerce/orders/test_not_after.py",
    "runtime.retries.backoff": "runtime/retries/test_retry.py runtime/credentials/test_renewal.py"
    " commerce/orders/test_placed_once.py",
    "runtime.checks": "runtime/retries/test_retry.py runtime/credentials/test_credentials.py"
    " runtime/lists/test_lists.py runtime/lists/test_prefetch.py",
    "runtime.limits.local": "runtime/limits/test_limits.py runtime/retries/test_retry.py"
    " runtime/test_life.py",
    "runtime.limits.layer": "runtime/limits/test_limits.py runtime/retries/test_retry.py"
    " runtime/test_life.py",
    "runtime.limits.queue": "runtime/limits/test_limits.py runtime/retries/test_retry.py",
    "runtime.credentials.auth": "runtime/credentials/test_renewal.py"
    " runtime/credentials/test_credentials.py runtime/limits/test_limits.py",
    "runtime.credentials.token_cache": "runtime/credentials/test_renewal.py"
    " runtime/credentials/test_tokens_of_no_life.py runtime/credentials/test_credentials.py"
    " runtime/limits/test_limits.py",
    "runtime.lists.pages": "runtime/lists/test_lists.py",
    "runtime.lists.paginator": "runtime/lists/test_lists.py",
    "runtime.http.connection": "runtime/http/test_sockets.py runtime/test_life.py",
    "runtime.following.polling": "commerce/orders/test_following.py commerce/test_waiting.py"
    " runtime/test_life.py",
    "runtime.retries.writes": "commerce/orders/test_placed_once.py"
    " runtime/credentials/test_credentials.py",
    "runtime.http.content": "runtime/http/test_content.py",
    "runtime.pipeline": "runtime/test_life.py runtime/call/test_calls.py"
    " runtime/credentials/test_credentials.py",
    "journeys.window": "journeys/test_window.py journeys/test_clocks.py",
}
"""What is changed, by its place in the package, and the tests that are to notice it."""

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
}


def changes(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """What a spot could be in place of what it is, each with words for it."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in _COMPARISONS:
            other = copy.deepcopy(node)
            other.ops = [_COMPARISONS[type(op)]()]
            yield f"{type(op).__name__} -> {type(other.ops[0]).__name__}", other
        case ast.BinOp(op=op) if type(op) in _ARITHMETIC:
            changed = copy.deepcopy(node)
            changed.op = _ARITHMETIC[type(op)]()
            yield f"{type(op).__name__} -> {type(changed.op).__name__}", changed
        case ast.BoolOp(op=op):
            joined = copy.deepcopy(node)
            joined.op = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield "and <-> or", joined
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "not dropped", operand
        case ast.Constant(value=bool() as value):
            yield f"{value} -> {not value}", ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield f"{value} -> {value + 1}", ast.Constant(value + 1)
        case ast.If() | ast.While() | ast.IfExp():
            for answer in (True, False):
                if isinstance(node, ast.While) and answer:
                    continue
                bent = copy.copy(node)
                bent.test = ast.Constant(answer)
                yield f"condition -> {answer}", bent
        case ast.Expr(value=ast.Call() | ast.Await()) | ast.AugAssign():
            yield "statement dropped", ast.Pass()
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield "returns None", ast.Return(ast.Constant(None))
        case ast.Raise(exc=ast.expr()):
            yield "raise dropped", ast.Pass()
        case ast.Break():
            yield "break -> continue", ast.Continue()
        case ast.Continue():
            yield "continue -> break", ast.Break()


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _spots(tree: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Every node with its place: the node above, the field, the index in a list."""
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if name in ("annotation", "returns", "decorator_list"):
                continue
            if isinstance(value, ast.AST):
                yield parent, name, None, value
            elif isinstance(value, list):
                for index, each in enumerate(value):
                    if isinstance(each, ast.AST):
                        yield parent, name, index, each


def mutants(source: str) -> Iterator[tuple[str, str]]:
    """Each mutant of a module: where and what, and its source."""
    count = sum(1 for _ in _spots(ast.parse(source)))
    for number in range(count):
        *_, node = list(_spots(ast.parse(source)))[number]
        for index, (words, _) in enumerate(changes(node)):
            tree = ast.parse(source)
            parent, name, position, spot = list(_spots(tree))[number]
            _, put = list(changes(spot))[index]
            if position is None:
                setattr(parent, name, put)
            else:
                getattr(parent, name)[position] = put
            line = getattr(node, "lineno", 0)
            yield f"line {line}: {words}", ast.unparse(ast.fix_missing_locations(tree))


class _Loader(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module in another version."""

    def __init__(self, name: str, source: str) -> None:
        self._name, self._source = name, source

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        return importlib.util.spec_from_loader(name, self) if name == self._name else None

    def exec_module(self, module: Any) -> None:
        exec(compile(self._source, f"<{self._name}>", "exec"), module.__dict__)


def _run(name: str, source: str, tests: list[str]) -> None:
    import pytest

    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    sys.meta_path.insert(0, _Loader(f"commerce_sdk.{name}", source))
    options = ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=1"]
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    os._exit(int(pytest.main([*options, *tests])))


def source_of(name: str) -> Path:
    return PACKAGE / f"{name.replace('.', '/')}.py"


def tests_of(name: str) -> list[Path]:
    return [ROOT / "tests" / each for each in TESTS[name].split()]


def survives(name: str, source: str) -> bool:
    """Do the tests of a module pass on a mutant of it? One that takes too long is noticed too."""
    context = multiprocessing.get_context("forkserver")
    tests = [str(each) for each in tests_of(name)]
    process = context.Process(target=_run, args=(name, source, tests))
    process.start()
    process.join(SECONDS)
    if process.is_alive():
        process.kill()
        process.join()
    return process.exitcode == 0


def main(names: list[str]) -> None:
    multiprocessing.get_context("forkserver").set_forkserver_preload(
        ["pytest", "httpx", "anyio", "trio", "hypothesis", "starlette.applications", "jsonschema"]
    )
    for name in names or list(TESTS):
        source = source_of(name).read_text(encoding="utf-8")
        assert survives(name, source), f"the tests of {name} fail as it is"
        found = list(mutants(source))
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            alive = list(pool.map(lambda each, name=name: survives(name, each[1]), found))
        left = [words for (words, _), lives in zip(found, alive, strict=True) if lives]
        print(f"{name}: {len(found)} mutants, {len(found) - len(left)} noticed", flush=True)
        for words in left:
            print(f"  survived {words}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
