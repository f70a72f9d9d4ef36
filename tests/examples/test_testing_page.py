"""What docs/testing.md shows is what runs, where a user would copy it to."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import httpx

from commerce_sdk.sandbox import ManualClock, Sandbox
from tests.conftest import ROOT
from tests.support.servers import on_loopback

PAGE = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```python\n(.*?)```", PAGE, re.S)
FILES = {
    path.name: path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "examples" / "testing").glob("*.py"))
    if path.name != "__init__.py"
}
(SETTINGS,) = re.findall(r"```ini\n(.*?)```", PAGE, re.S)


def test_the_page_shows_every_file_and_nothing_else() -> None:
    assert sorted(SHOWN) == sorted(FILES.values())


def test_what_is_shown_runs_in_a_project_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (tmp_path / "pytest.ini").write_text(f"{SETTINGS}filterwarnings = error\n")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")

    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rA", str(folder)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr
    passed = re.findall(r"^PASSED tests/(\w+\.py)::(\w+)", run.stdout, re.MULTILINE)
    written = {
        (name, test) for name, text in FILES.items() for test in re.findall(r"def (test_\w+)", text)
    }
    assert set(passed) == written


def test_the_commands_do_what_the_page_says() -> None:
    sandbox = Sandbox(clock=ManualClock())
    began = sandbox.clock.time()
    commands = [shlex.split(line) for line in re.findall(r"^curl .*", PAGE, re.MULTILINE)]
    answers = []
    with on_loopback(sandbox) as client:
        for _, *options, address in commands:
            method = "GET" if not options else "POST"
            body = json.loads(options[1]) if options[:1] == ["-d"] else None
            answers.append(client.request(method, httpx.URL(address).path, json=body))

    failing, moved, state, reset = (answer.raise_for_status() for answer in answers)
    assert failing.status_code == reset.status_code == 204
    assert moved.json() == {"time": began + 300}
    assert state.json()["receipts"] == []
    assert sandbox.clock.time() == began
