"""The run that looks for missing tests: it changes what it says, blames a weak test and no strong one,
and its list of what is harmless does not rot."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.mutants.__main__ import mutants_of, run
from tests.mutants.choosing import sample
from tests.mutants.harmless import gone, listed
from tests.mutants.project import Project, house
from tests.mutants.spots import Changeable, Mutant


def changed(folder: Path, source: str) -> list[Mutant]:
    path = folder / "module.py"
    path.write_text(source, encoding="utf-8")
    return Changeable("module", path).mutants


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("x = a < b <= c", ["< -> <=", "<= -> <"]),
        ("x = a > b, a >= b", ["> -> >=", ">= -> >"]),
        ("x = a == b, a != b", ["== -> !=", "!= -> =="]),
        ("x = a is b, a is not b", ["is -> is not", "is not -> is"]),
        ("x = a in b, a not in b", ["in -> not in", "not in -> in"]),
        ("x = a + b - c * d / e", ["- -> +", "+ -> -", "/ -> *", "* -> /"]),
        ("x = a // b, a % b, a ** b", ["// -> *", "% -> *", "** -> *"]),
        ("x = a and b", ["and -> or"]),
        ("x = a or b", ["or -> and"]),
        ("x = not a", ["not dropped"]),
        ("x = -a", ["minus dropped"]),
        ("x = True, False", ["True -> False", "False -> True"]),
        ("x = 1, 1, 2.5", ["1 -> 2", "1 -> 2 #2", "2.5 -> 3.5"]),
        ("if a is b: pass", ["condition -> True", "condition -> False"]),
        ("while a: pass", ["condition -> False"]),
        ("x = a if b else c", ["condition -> True", "condition -> False"]),
        ("x = [a for a in b if c if d]", ["filter dropped", "filter dropped #2"]),
        ("call(a)", ["statement dropped"]),
        ("x += a", ["statement dropped"]),
        ("a.x = b", ["assignment dropped"]),
        ("a[b] = c", ["assignment dropped"]),
        ("raise a", ["raise dropped"]),
        ("def f(): return a", ["returns None"]),
        ("def f(x=1): pass", ["1 -> 2"]),
        ("for a in b: break", ["break -> continue"]),
        ("for a in b: continue", ["continue -> break"]),
        ("class A:\n    x = 1", ["1 -> 2"]),
    ],
)
def test_each_kind_of_change(tmp_path: Path, line: str, changes: list[str]) -> None:
    assert [mutant.change for mutant in changed(tmp_path, line)] == changes


@pytest.mark.parametrize(
    "source",
    [
        '"""Words."""',
        "x = 'text' + f'{a}'",
        "x: Literal[1] = a",
        "def f(x: Literal[1]) -> Literal[2]: ...",
        "class A(Protocol):\n    x = 1",
        "class A(B, total=False):\n    __slots__ = tuple('ab'[:1])",
        "@dataclass(frozen=True)\nclass A: pass",
        "@overload\ndef f(x=1): return x",
        "TYPE_CHECKING = False",
        "if TYPE_CHECKING:\n    x = 1",
        "if __name__ == '__main__':\n    f(1)",
        "T = TypeVar('T', covariant=True)",
        "x = cast(Literal[1], a)",
        "x = zip(a, b, strict=True)",
        "assert a, f(1)",
        "def f(): return None",
        "class A:\n    def __init__(self): self.x = a",
    ],
)
def test_what_is_no_programs_or_no_tests_is_left_as_it_is(tmp_path: Path, source: str) -> None:
    assert changed(tmp_path, source) == []


def test_a_changed_function_closes_over_the_same_variables(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(
        "def outer(a, b, c):\n"
        "    async def inner():\n"
        "        if a: await b(c)\n"
        "        raise c\n"
        "    return inner\n"
    )
    module = Changeable("module", path)
    for mutant in module.mutants:
        names: dict[str, Callable[..., Callable[[], object]]] = {}
        exec(module.changed(mutant.number), names)
        made = names["outer"](1, 2, 3)
        assert mutant.change == "returns None" or made.__code__.co_freevars == ("a", "b", "c")


def test_a_sample_has_its_share_of_each_module_and_is_always_the_same() -> None:
    def some(module: str, count: int) -> list[Mutant]:
        return [Mutant(module, "f", "x", f"{n}", n, False, frozenset()) for n in range(count)]

    mutants = [*some("a", 300), *some("b", 100)]
    chosen = sample(mutants, 40, "1")
    assert [each.module for each in chosen].count("a") == 30
    assert sample(mutants, 40, "1") == chosen != sample(mutants, 40, "2")
    assert set(sample(mutants[:300], 30, "1")) == {each for each in chosen if each.module == "a"}
    assert sample(mutants, 1000, "1") == mutants


TOY = """
from functools import cache

LIMIT = 5


def strong(x):
    return x < LIMIT


def weak(x):
    return x < 7


def nobody(x):
    return not x


@cache
def kept(x):
    return x + x


async def awaited(x):
    async def inner():
        return x * x

    return await inner()


def outside(x):
    return x // x
"""
TOY_TESTS = """
import asyncio
import subprocess
import sys

import pytest

import toy


@pytest.mark.parametrize("x", range(60))
def test_strong(x):  # Only the sixth row, which is not recorded, tells < 5 from < 6 and from <= 5.
    assert toy.strong(x) is (x in (0, 1, 2, 3, 4))


def test_weak():
    assert toy.weak(1) and not toy.weak(9)


def test_kept():
    assert toy.kept(3) == 6


def test_awaited():
    assert asyncio.run(toy.awaited(3)) == 9


def test_outside():
    code = "import toy, sys; sys.exit(toy.outside(3) != 1)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_fails_anyway():
    assert toy.weak(8) and toy.nobody(1)
"""
FREEZING = """
import gc


def pytest_collection_finish():
    gc.freeze()  # what is there then, no collection of garbage sees any more
"""
SURVIVORS = """\
survived toy.weak: 'return x < 7' < -> <=
survived toy.weak: 'return x < 7' 7 -> 8
survived toy.nobody: 'return not x' returns None
survived toy.nobody: 'return not x' not dropped
"""
KNOWN = """
[[harmless]]
module = 'toy'
function = '{function}'
line = '{line}'
change = '{change}'
reason = 'It is only a toy.'
"""


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("toy")
    files = {
        "toy/__init__.py": TOY,
        "checks/test_toy.py": TOY_TESTS,
        "checks/conftest.py": FREEZING,
    }
    for name, source in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(source, encoding="utf-8")
    return Project(root, {"toy": root / "toy"}, (), (root / "checks",), root / "harmless.toml")


def test_weak_tests_are_blamed_and_strong_ones_not(
    toy: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    toy.harmless.write_text("")
    assert run(toy, [], 0, "1", 1) == 1
    out = capsys.readouterr().out
    survivors = [line for line in out.splitlines(keepends=True) if line.startswith("survived")]
    assert "".join(survivors) == SURVIVORS
    assert "15 mutants, 15 of them planted" in out
    assert "11 of 15 noticed" in out


def test_what_is_listed_is_allowed_until_it_is_noticed_or_gone(
    toy: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    ready = (toy.store / "survivors.toml").read_text()
    toy.harmless.write_text(ready.replace("reason = ''", "reason = 'It is only a toy.'"))
    assert run(toy, [], 2, "1", 1) == 0
    noticed = {"function": "kept", "line": "return x + x", "change": "+ -> -"}
    absent = {"function": "kept", "line": "return x", "change": "+ -> -"}
    with toy.harmless.open("a") as file:
        file.write(KNOWN.format(**noticed) + KNOWN.format(**absent))
    assert run(toy, [], 0, "1", 1) == 1
    out = capsys.readouterr().out
    assert "toy.kept: 'return x + x' + -> - is noticed by checks/test_toy.py::test_kept" in out
    assert "('toy', 'kept', 'return x', '+ -> -') is gone" in out


def test_what_is_listed_has_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "harmless.toml"
    path.write_text(
        KNOWN.format(function="f", line="x", change="y").replace("It is only a toy.", "")
    )
    with pytest.raises(AssertionError, match="no reason"):
        listed(path)


def test_what_is_listed_is_still_there() -> None:
    project = house()
    assert gone(listed(project.harmless), mutants_of(project)) == []


HANGS = """
import time
from tests.mutants import forks

def waits(say):
    say("waiting")
    time.sleep(60)

def turns(say):
    forks.limit_cpu(0)
    while True: pass

forks.IDLE_SECONDS = 0.5
print(forks.fork(lambda say: 7).status, forks.fork(waits)[:2], forks.fork(turns).status)
"""


def test_what_hangs_is_ended() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", HANGS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ended.stdout == "7 (None, 'waiting') -24\n"
