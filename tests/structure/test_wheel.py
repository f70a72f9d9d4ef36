"""What users install holds what it needs, and works from the archive alone."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

PLATFORMS = sorted(path.stem for path in (ROOT / "openapi").glob("*.yaml"))


def test_the_wheel_is_whole(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "commerce_sdk/py.typed",
        "commerce_sdk_api/py.typed",
        "commerce_sdk/sandbox/engine/documents.schema.json",
        *(f"commerce_sdk/sandbox/documents/{platform}.json" for platform in PLATFORMS),
        *(f"commerce_sdk_api/{platform}/operations.py" for platform in PLATFORMS),
    ):
        assert name in names
    tops = {name.split("/")[0] for name in names}
    assert tops - {name for name in tops if name.endswith(".dist-info")} == {
        "commerce_sdk",
        "commerce_sdk_api",
    }
    script = (
        "import sys; sys.path[:0] = [sys.argv[1]];"
        "import commerce_sdk, commerce_sdk.sandbox as s;"
        "assert sys.argv[1] in commerce_sdk.__file__;"
        "platforms = s.commerce_platform(), s.storefront_platform();"
        "print(*(len(each.document.operations) for each in platforms))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(wheel)], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "39 12"


@pytest.mark.parametrize("missing", ["starlette", "jsonschema"])
def test_without_its_extra_the_sandbox_says_what_to_install(missing: str) -> None:
    script = f"import sys; sys.modules[{missing!r}] = None; import commerce_sdk.sandbox"
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    last = run.stderr.strip().splitlines()[-1]
    assert last.endswith(f'{missing} is missing: pip install "commerce-sdk[sandbox]"')
