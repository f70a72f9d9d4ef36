"""The programs that read documents are rooms that stand on floors, apart from the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.structure import floors, house, rooms

CODEGEN, DOCUMENTS = ROOT / "codegen", ROOT / "openapi"
FLOORS = (
    ("templates", "reading"),
    ("python",),
    ("schemas",),
    ("views",),
    ("validation",),
    ("conventions", "writing", "comparison", "api_page"),
)
"""The lowest first; rooms of one floor know nothing of each other."""
CEILINGS = {
    "codegen": 262,
    # What each platform's methods do on the wire, and every public name with what it has.
    "codegen.api_page": 745,
    # Of which 10 say what becomes of a client's secret, and 25 compare resources and matchers.
    "codegen.comparison": 1240,
    "codegen.conventions": 190,
    "codegen.python": 150,
    # Of which 45 read the flow of a client's credentials, and 325 write out the resources of JSON:API.
    "codegen.reading": 1400,
    "codegen.schemas": 920,  # of which 110 see those resources flat again
    "codegen.templates": 10,
    # Of which 25 say what marks a write, 15 of maps in the query, and 120 what is wrong in a resource.
    "codegen.validation": 1540,
    "codegen.views": 800,  # of which 65 are what lists of resources are asked for
    "codegen.writing": 210,
}
"""Lines of code, at the most, in each room: a little above what stands."""


def test_imports_only_point_down() -> None:
    assert floors.wrong_imports(CODEGEN, FLOORS) == []


def test_nothing_imports_in_a_circle() -> None:
    assert floors.circles(CODEGEN) == []


def test_what_a_file_keeps_to_itself_no_other_takes() -> None:
    documented = {"codegen.validation.faults reaches _replace"}
    assert set(rooms.private_reaches(ROOT, "codegen")) == documented, "but what a NamedTuple has"


def test_each_room_says_what_it_is_for() -> None:
    assert floors.untold_rooms(CODEGEN) == []


def test_files_are_short_and_no_room_outgrows_its_ceiling() -> None:
    assert house.long_files([CODEGEN], 400) == []
    lines = rooms.lines(ROOT, "codegen")
    assert lines.keys() == CEILINGS.keys(), "a new room gets a ceiling of its own"
    assert {room: each for room, each in lines.items() if each > CEILINGS[room]} == {}


def test_only_the_page_of_methods_knows_the_sdk() -> None:
    """It takes the methods from the clients themselves. All else has to run where the generated
    code is not there yet, or is wrong."""
    packages = ("commerce_sdk", "commerce_sdk_api", "tests", "benchmarks", "examples")
    knowing = floors.importers(CODEGEN, packages)
    assert {each.rpartition(".")[0] for each in knowing} == {"codegen.api_page"}


def test_only_what_writes_knows_the_generator() -> None:
    """It is installed in the environment of the tools alone: lint and diff do without."""
    knowing = ["codegen.generate", "codegen.writing.project"]
    assert floors.importers(CODEGEN, ("openapi_python_client",)) == knowing


def test_among_the_documents_is_no_program() -> None:
    assert floors.no_documents(DOCUMENTS) == []


def test_nothing_puts_documents_or_programs_on_the_path() -> None:
    folders = ("src", "codegen", "tests", "benchmarks", "examples")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    assert floors.put_on_the_path(files, ("openapi", "codegen")) == []


# --- the checks themselves, on planted trees

WHOLE = {
    "__init__.py": '"""What reads documents."""',
    "lint.py": "from pkg.checks.names import check",
    "diff.py": "",
    "reading/__init__.py": '"""A document, as its `commerce.yaml` has it:\nread."""',
    "reading/walk.py": "class Walk:\n    def go(self):\n        return self._go(super()._go)",
    "checks/__init__.py": '"""What is refused."""',
    "checks/names.py": "import pkg.reading.walk\nfrom pkg.reading import walk\nwalk.a._replace(b=1)",
    "checks/values.py": "from pkg.checks.names import check",
    "writing/__init__.py": '"""What is written."""',
    "writing/output.py": "",
}
PLANTED_FLOORS = (("reading",), ("checks", "writing"))


def plant(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / "pkg" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root / "pkg"


@pytest.mark.parametrize(
    ("where", "text", "complaint"),
    [
        ("reading/walk.py", "from pkg.checks import names", "pkg.reading.walk imports pkg.checks"),
        ("reading/walk.py", "from ..checks.names import x", "pkg.reading.walk imports pkg.checks"),
        (
            "reading/walk.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pkg.checks.names",
            "pkg.reading.walk imports pkg.checks.names",
        ),
        ("reading/walk.py", "def f():\n    import pkg.lint", "pkg.reading.walk imports pkg.lint"),
        ("checks/names.py", "from pkg.writing import output", "pkg.checks.names imports pkg.writ"),
        ("lint.py", "from pkg import diff", "pkg.lint imports pkg.diff"),
        ("reading/__init__.py", "import pkg.checks.names", "pkg.reading imports pkg.checks.names"),
        ("cellar/wine.py", "", "cellar stands on no floor"),
    ],
)
def test_an_import_that_points_up_or_aside_is_found(
    tmp_path: Path, where: str, text: str, complaint: str
) -> None:
    assert floors.wrong_imports(plant(tmp_path / "whole", WHOLE), PLANTED_FLOORS) == []
    wrong = floors.wrong_imports(plant(tmp_path, {**WHOLE, where: text}), PLANTED_FLOORS)
    assert any(each.startswith(complaint) for each in wrong), wrong


def test_a_circle_is_found_inside_a_room_too(tmp_path: Path) -> None:
    assert floors.circles(plant(tmp_path / "whole", WHOLE)) == []
    circle = {**WHOLE, "checks/names.py": "def f():\n    from . import values"}
    (found,) = floors.circles(plant(tmp_path, circle))
    assert found == "pkg.checks.names -> pkg.checks.values -> pkg.checks.names"


@pytest.mark.parametrize("said", [None, "", '""""""', '"""What is. And more."""', '"""A title"""'])
def test_a_room_that_does_not_say_what_it_is_for_is_found(tmp_path: Path, said: str | None) -> None:
    assert floors.untold_rooms(plant(tmp_path / "whole", WHOLE)) == []
    init = "checks/__init__.py"
    rest = {name: text for name, text in WHOLE.items() if name != init}
    planted = plant(tmp_path, rest if said is None else {**rest, init: said})
    assert floors.untold_rooms(planted) == ["pkg/checks"]


def test_importers_of_other_packages_are_found(tmp_path: Path) -> None:
    assert floors.importers(plant(tmp_path / "whole", WHOLE), ("sdk",)) == []
    planted = plant(tmp_path, {**WHOLE, "checks/values.py": "def f():\n    from sdk.a import b"})
    assert floors.importers(planted, ("sdk",)) == ["pkg.checks.values"]


def test_a_program_among_documents_is_found(tmp_path: Path) -> None:
    for name in ("shop.yaml", "README.md", "shop/shared.yaml", "rules.schema.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert floors.no_documents(tmp_path) == []
    for name in ("lint.py", "shop/model.py.jinja", "run"):
        (tmp_path / name).touch()
    assert floors.no_documents(tmp_path) == ["lint.py", "run", "shop/model.py.jinja"]


@pytest.mark.parametrize(
    "text",
    [
        "sys.path.insert(0, str(ROOT / 'codegen'))",
        'import sys\nif x:\n    sys.path.append("codegen")',
        "sys.path[:0] = ['codegen']",
        "sys.path += ['codegen']",
    ],
)
def test_a_folder_that_is_put_on_the_path_is_found(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.py"
    path.write_text("'sys.path of codegen'\nsys.path.insert(0, str(root))\nx = ROOT / 'codegen'")
    assert floors.put_on_the_path([path], ("codegen",)) == []
    path.write_text(text)
    assert floors.put_on_the_path([path], ("codegen",)) == [path.as_posix()]
