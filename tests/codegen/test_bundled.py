"""Documents as files of plain OpenAPI, for tools that know none of our extensions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from codegen import bundled
from codegen.reading.bundle import bundle
from codegen.reading.documents import documents


def test_each_document_is_written_as_it_is_bundled(tmp_path: Path) -> None:
    folder = tmp_path / "build" / "openapi"
    folder.mkdir(parents=True)
    (folder / "gone.json").write_text("{}", encoding="utf-8")

    assert bundled.main(folder) == 0

    written = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.iterdir()}
    assert written == {source.stem: bundle(source) for source in documents()}


def test_one_that_cannot_be_bundled_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = tmp_path / "odd.yaml"
    odd.write_text("- a list", encoding="utf-8")
    monkeypatch.setattr(bundled, "documents", lambda: [odd])

    assert bundled.main(tmp_path / "build") == 1

    assert capsys.readouterr().err == "odd.yaml: holds no mapping; write an object\n"
