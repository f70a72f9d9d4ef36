"""The page of options says what the client takes: every name, every default, nothing else."""

from __future__ import annotations

import inspect
import re

import pytest

import commerce_sdk
from commerce_sdk import UNSET, Basic, CommerceClient, InvalidRequest
from commerce_sdk_api.commerce import PLATFORM
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "options.md").read_text(encoding="utf-8")
NAMES = {name: getattr(commerce_sdk, name) for name in commerce_sdk.__all__}


def rows(head: str) -> list[list[str]]:
    """The rows of the table whose first column is headed so."""
    (table,) = re.findall(rf"^\| {head} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    return [[cell.strip() for cell in row.split(" | ")] for row in table.splitlines()]


def options(function: object) -> dict[str, object]:
    parameters = inspect.signature(function).parameters  # type: ignore[arg-type]
    return {name: each.default for name, each in parameters.items() if name != "self"}


def test_the_table_of_options_is_the_signature() -> None:
    said = {row[0].strip("| `"): row[1].strip("`") for row in rows("option")}
    taken = options(CommerceClient.__init__)
    assert list(said) == list(taken)
    for name, default in taken.items():
        shown = eval(said[name], {}, NAMES)
        alike = type(shown) is type(default) and (shown == default or name == "clock")
        assert alike, f"{name}: the page says {said[name]}, the client {default!r}"


def test_the_table_of_clones_is_their_signatures() -> None:
    for call, names in rows("clone"):
        (method,) = re.findall(r"commerce\.(\w+)", call)
        assert re.findall(r"\w+", names) == list(options(getattr(CommerceClient, method)))


def test_the_table_of_variables_is_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr("os.environ.get", lambda name: read.append(name) or "x")
    with pytest.raises(InvalidRequest, match="base_url"):
        CommerceClient.from_env()
    assert read == [row[0].strip("| `") for row in rows("variable")]
    assert Basic.__name__ in rows("variable")[1][1]


def test_the_default_server_is_named() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for text in (PAGE, readme):
        assert f"`{PLATFORM.server}`" in text
    assert options(CommerceClient.with_options)["deadline"] is UNSET
