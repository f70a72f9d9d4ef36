"""The floors of the house hold: imports only point down, files stay small, the door stays light."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import commerce_sdk
from codegen.writing.public_names import names_of, table
from commerce_sdk import models
from commerce_sdk._names import NAMES
from commerce_sdk_api.commerce import models as generated_models
from tests.conftest import ROOT
from tests.structure import house

SOURCE, GENERATED = ROOT / "src", ROOT / "generated"

# A credential of Commerce's is taken where both are of one origin, and where Commerce is served is
# its own document's word.
BETWEEN_PLATFORMS = [
    "commerce_sdk.admin.client (facades) imports commerce_sdk_api.commerce (generated)"
]


def test_imports_only_point_down_and_the_sandbox_stands_apart() -> None:
    assert house.upward_imports(SOURCE, GENERATED) == BETWEEN_PLATFORMS


def test_nothing_imports_in_a_circle() -> None:
    assert house.import_cycles(SOURCE, GENERATED) == []


def test_the_sandboxs_engine_knows_no_platform_and_no_platform_another() -> None:
    assert house.sandbox_trespasses(SOURCE) == []


def test_only_what_makes_connections_knows_httpx() -> None:
    knowing = ["aiohttp_transport", "connection", "origins", "pool", "transport"]
    knowing = [f"commerce_sdk.runtime.http.{name}" for name in knowing]
    assert house.importers(SOURCE, GENERATED, "httpx") == knowing


def test_only_lazy_front_doors_import_by_name_and_generated_ones_what_is_in_them() -> None:
    own, *generated = house.dynamic_importers(SOURCE, GENERATED)
    assert own == "commerce_sdk.lazy"
    known = dict(house.modules(SOURCE, GENERATED))
    for module in generated:
        assert re.match(r"commerce_sdk_api\.\w+\.api", module)
        assert known[module].name == "__init__.py"
        assert 'import_module(f"{__name__}' in known[module].read_text(encoding="utf-8")
    top, *doors = house.importers(SOURCE, GENERATED, "commerce_sdk.lazy")
    assert top == "commerce_sdk"
    assert "commerce_sdk_api.commerce.models" in doors
    of_facades = [door for door in doors if not door.startswith("commerce_sdk_api.")]
    assert of_facades == [
        f"commerce_sdk.{door}"
        for door in ("admin.models", "commerce_layer.models", "models", "storefront.models")
    ]
    for door in doors[len(of_facades) :]:
        assert re.fullmatch(r"commerce_sdk_api\.\w+\.models", door)
        names = names_of(known[door].with_suffix(".pyi").read_text(encoding="utf-8"))
        assert {module[0] for module in names.values()} == {"."}


def test_the_names_that_front_doors_know_are_those_of_their_stubs() -> None:
    stub = Path(commerce_sdk.__file__).with_suffix(".pyi")
    assert names_of(stub.read_text(encoding="utf-8")) == NAMES
    assert (stub.parent / "_names.py").read_text(encoding="utf-8") == table(stub)
    listed = names_of(Path(generated_models.__file__).with_suffix(".pyi").read_text("utf-8"))
    assert sorted(listed) == dir(generated_models)
    for name, module in listed.items():
        value = getattr(generated_models, name)
        assert value.__module__ == generated_models.__name__ + module


def test_files_are_short() -> None:
    assert house.long_files([SOURCE, ROOT / "codegen", ROOT / "examples"], 400) == []


def test_importing_the_package_loads_nothing_heavy() -> None:
    script = (
        "import sys, commerce_sdk, commerce_sdk.models;"
        "print([m for m in ('httpx', 'msgspec', 'attrs', 'attr', 'anyio', 'asyncio') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("room", ["errors", "journeys", "models", "money", "sandbox"])
def test_a_public_module_is_there_without_an_import_of_its_own(room: str) -> None:
    script = f"import commerce_sdk; print(commerce_sdk.{room}.__name__)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == f"commerce_sdk.{room}"
    stub = Path(commerce_sdk.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    assert f"    {room} as {room},\n" in stub
    versioning = (ROOT / "docs/versioning.md").read_text(encoding="utf-8")
    assert f"`commerce_sdk.{room}`" in versioning


def test_every_public_name_loads_and_no_other_is_there() -> None:
    for name in commerce_sdk.__all__:
        assert getattr(commerce_sdk, name) is not None
    assert len(commerce_sdk.__all__) > 50
    assert dir(commerce_sdk) == commerce_sdk.__all__
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        commerce_sdk.Nothing
    with pytest.raises(AttributeError, match="no model 'Nothing'"):
        models.Nothing


def test_nothing_committed_names_where_a_package_came_from() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    names = [name for name in listed if name]
    assert names, "not a git checkout"
    assert house.traces_of_registries(ROOT, names) == []


# --- the checks themselves, on planted trees


def plant(root: Path, files: dict[str, str]) -> tuple[Path, Path]:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for folder in ("src/commerce_sdk", "generated/commerce_sdk_api"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    return root / "src", root / "generated"


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("src/commerce_sdk/money.py", "from commerce_sdk.runtime import retry"),
        ("src/commerce_sdk/money.py", "def f():\n    import commerce_sdk.runtime.retry"),
        (
            "src/commerce_sdk/money.py",
            "if not TYPE_CHECKING:\n    import commerce_sdk.runtime.retry",
        ),
        (
            "src/commerce_sdk/money.py",
            "if TYPE_CHECKING:\n    x = 1\nelse:\n    import commerce_sdk.runtime.retry",
        ),
        ("src/commerce_sdk/money.py", "try:\n    from .runtime import retry\nexcept E:\n    pass"),
        ("src/commerce_sdk/sandbox/app.py", "from ..commerce.orders import x"),
        ("src/commerce_sdk/runtime/retry.py", "from commerce_sdk import sandbox"),
        ("src/commerce_sdk/runtime/retry.py", "from ..commerce import orders"),
        ("src/commerce_sdk/runtime/retry.py", "from commerce_sdk_api import commerce"),
        ("src/commerce_sdk/commerce/orders.py", "import commerce_sdk.sandbox.app"),
        ("src/commerce_sdk/sandbox/app.py", "from commerce_sdk import money"),
        (
            "generated/commerce_sdk_api/commerce/__init__.py",
            "import commerce_sdk.runtime.retry",
        ),
        ("src/commerce_sdk/commerce/orders.py", "from commerce_sdk import cli"),
        ("src/commerce_sdk/money.py", "from commerce_sdk import CommerceClient"),
        ("src/commerce_sdk/runtime/retry.py", "from commerce_sdk.models import Order"),
        ("src/commerce_sdk/sandbox/app.py", "from commerce_sdk import Money"),
        ("src/commerce_sdk/sandbox/engine/server.py", "from commerce_sdk import money"),
        ("src/commerce_sdk/sandbox/commerce/orders.py", "from commerce_sdk.commerce import orders"),
        ("src/commerce_sdk/commerce/orders.py", "from commerce_sdk.sandbox.engine import server"),
        ("src/commerce_sdk/commerce/orders.py", "from commerce_sdk import admin"),
        ("src/commerce_sdk/commerce/orders.py", "import commerce_sdk_api.admin"),
        ("generated/commerce_sdk_api/commerce/__init__.py", "from .. import admin"),
    ],
)
def test_an_import_that_points_up_is_found(tmp_path: Path, where: str, text: str) -> None:
    empty = dict.fromkeys(
        (
            "src/commerce_sdk/money.py",
            "src/commerce_sdk/runtime/retry.py",
            "src/commerce_sdk/commerce/orders.py",
            "src/commerce_sdk/commerce/__init__.py",
            "src/commerce_sdk/sandbox/app.py",
            "src/commerce_sdk/sandbox/engine/server.py",
            "src/commerce_sdk/sandbox/commerce/orders.py",
            "src/commerce_sdk/cli/__init__.py",
            "src/commerce_sdk/admin/__init__.py",
            "generated/commerce_sdk_api/admin/__init__.py",
            "generated/commerce_sdk_api/commerce/__init__.py",
        ),
        "",
    )
    assert house.upward_imports(*plant(tmp_path / "clean", empty)) == []
    assert house.upward_imports(*plant(tmp_path / "wrong", {**empty, where: text})) != []


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("engine/server.py", "from commerce_sdk.sandbox.commerce import orders"),
        ("engine/server.py", "from ..commerce.orders import x"),
        ("engine/server.py", "def f():\n    import commerce_sdk.sandbox.commerce.orders"),
        ("engine/server.py", "if TYPE_CHECKING:\n    from ..commerce import orders"),
        ("engine/server.py", "from commerce_sdk.sandbox import Sandbox"),
        ("admin/sites.py", "from commerce_sdk.sandbox.commerce import orders"),
        ("commerce/orders.py", "from ..admin import sites"),
        ("commerce/__init__.py", "import commerce_sdk.sandbox.admin"),
        ("engine/__init__.py", "from commerce_sdk.sandbox import faults"),
    ],
)
def test_a_trespass_in_the_sandbox_is_found(tmp_path: Path, where: str, text: str) -> None:
    root = "src/commerce_sdk/sandbox"
    usual = {
        f"{root}/__init__.py": "from commerce_sdk.sandbox.commerce.orders import x",
        f"{root}/faults.py": "from commerce_sdk.sandbox.engine.server import x",
        f"{root}/engine/__init__.py": "from commerce_sdk.sandbox.engine import server",
        f"{root}/engine/server.py": "",
        f"{root}/commerce/__init__.py": "from commerce_sdk.sandbox.commerce.orders import x",
        f"{root}/commerce/orders.py": "from commerce_sdk.sandbox.engine.server import y",
        f"{root}/admin/__init__.py": "",
        f"{root}/admin/sites.py": "from ..engine import server",
    }
    clean, _ = plant(tmp_path / "clean", usual)
    assert house.sandbox_trespasses(clean) == []
    wrong, _ = plant(tmp_path / "wrong", {**usual, f"{root}/{where}": text})
    assert house.sandbox_trespasses(wrong) != []


def test_a_circle_in_the_sandbox_is_found(tmp_path: Path) -> None:
    tree = plant(
        tmp_path,
        {
            "src/commerce_sdk/sandbox/app.py": "from commerce_sdk.sandbox import control",
            "src/commerce_sdk/sandbox/control.py": "def f():\n    import commerce_sdk.sandbox.app",
        },
    )
    assert len(house.import_cycles(*tree)) == 1


def test_cycles_long_files_and_strange_importers_are_found(tmp_path: Path) -> None:
    tree = plant(
        tmp_path,
        {
            "src/commerce_sdk/a.py": "import commerce_sdk.b\nimport httpx\n",
            "src/commerce_sdk/b.py": "from commerce_sdk import a\n" + "x = 1\n" * 400,
            "src/commerce_sdk/c.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import httpx\n",
        },
    )
    assert house.import_cycles(*tree) == ["commerce_sdk.a -> commerce_sdk.b -> commerce_sdk.a"]
    assert house.importers(*tree, "httpx") == ["commerce_sdk.a"]
    assert house.long_files([tree[0]], 400) == ["b.py: 401 lines"]


def test_code_lines_leave_out_prose_and_blanks(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(
        '"""Prose\nover lines."""\n\n# a comment\nx = (\n    1\n)\n\n\ndef f():\n    """Prose."""\n    return x  # said\n'
    )

    assert house.code_lines(path) == 5


def test_imports_for_types_only_do_not_count(tmp_path: Path) -> None:
    tree = plant(
        tmp_path,
        {
            "src/commerce_sdk/a.py": "import typing\nif typing.TYPE_CHECKING:\n    import commerce_sdk.runtime.b\n",
            "src/commerce_sdk/runtime/b.py": "",
        },
    )
    assert house.upward_imports(*tree) == []


@pytest.mark.parametrize(
    "text",
    [
        "from importlib import import_module\nimport_module('commerce_sdk.runtime')",
        "import importlib\nimportlib.import_module('commerce_sdk.runtime')",
        "__import__('httpx')",
        "exec('import httpx')",
    ],
)
def test_imports_by_name_are_found(tmp_path: Path, text: str) -> None:
    tree = plant(tmp_path, {"src/commerce_sdk/a.py": text, "src/commerce_sdk/b.py": "import re"})
    assert house.dynamic_importers(*tree) == ["commerce_sdk.a"]


def test_traces_of_registries_are_found(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "clean.json").write_text('{"resolved": "file:x"}')
    (tmp_path / "deep" / "lock.json").write_text('{"resolved": ' + '"https://somewhere"}')
    (tmp_path / "list.txt").write_text("--index-url" + " https://somewhere")
    (tmp_path / "picture.png").write_bytes(b"\x89\xff")
    lock = "deep/uv" + ".lock"
    names = ["clean.json", "deep/lock.json", "list.txt", "picture.png", "gone.txt", lock]

    found = house.traces_of_registries(tmp_path, names)

    assert [entry.split(":")[0] for entry in found] == [lock, "deep/lock.json", "list.txt"]
