"""No word of a platform stands below the facades: not in a name, a text or a comment."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "commerce_sdk"
TOP = {SOURCE / name for name in ("__init__.py", "_names.py", "models.py")}
"""What shows the platforms, and the generated table of the public names."""
ENGINE = SOURCE / "sandbox" / "engine"
BELOW = sorted(
    {*SOURCE.glob("*.py"), *(SOURCE / "runtime").rglob("*.py"), *ENGINE.rglob("*.py")} - TOP
)
DOCUMENTS = sorted((SOURCE / "sandbox" / "documents").glob("*.json"))
# What any platform may speak of, or Python does.
GENERIC = {
    *("access_token", "app", "auth", "ends_at", "expires_in", "item_id", "page_size", "quote"),
    *("refresh_token", "request_id"),
    *("client_id", "client_secret", "token_type", "token_url"),  # of OAuth 2
}
PRODUCT = re.compile(r"\bcommerce[-_]sdk")
# Users catch errors of the runtime that carry it: an attribute that a type checker knows has to
# stand where their class does.
STAYS = {("errors.py", "order_id"), ("errors.py", "order")}
COMMON = "common_errors.py"
"""Holds the words of the field's common error documents, which platforms use too."""


def snake(word: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[-.]", "_", word).lower()


def words_of(document: dict[str, Any]) -> set[str]:
    """What a document calls its things: its tags and operations, and the schemas and properties
    whose names are of several words, for any one word may be English."""
    found: set[str] = set()
    for path in document["paths"].values():
        for operation in path.values():
            if isinstance(operation, dict) and "operationId" in operation:
                found |= {operation["operationId"], *operation.get("tags", ())}
    schemas = document["components"]["schemas"]
    names = {name for schema in schemas.values() for name in schema.get("properties", {})}
    names |= schemas.keys()
    found |= {snake(name) for name in names if "_" in snake(name)}
    found |= {word.removesuffix("s") for word in found}
    return found - GENERIC


def said_in(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for word in re.findall(r"[A-Za-z_][A-Za-z0-9_]*", PRODUCT.sub("", line)):
            if path.name != COMMON and (path.name, word) not in STAYS:
                yield number, word


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_no_word_of_a_platform_stands_below_the_facades(document: Path) -> None:
    words = words_of(json.loads(document.read_text(encoding="utf-8")))
    words |= {document.stem, f"{document.stem}_client"}
    found = [
        f"{path.relative_to(ROOT)}:{number}: {word}"
        for path in BELOW
        for number, word in said_in(path)
        if snake(word).strip("_") in words
    ]
    assert not found, "\n".join(found)


def test_a_word_of_a_platform_is_found(tmp_path: Path) -> None:
    (document,) = (path for path in DOCUMENTS if path.stem == "commerce")
    words = words_of(json.loads(document.read_text(encoding="utf-8")))
    planted = tmp_path / "retry.py"
    planted.write_text(
        "# Waits for an invoice.\nDEFAULT = 'transactionAccountId'\n"
        "def pause(entitlement_id): ...\nimport commerce_sdk.errors\n"
    )
    found = [(number, word) for number, word in said_in(planted) if snake(word) in words]
    assert found == [(1, "invoice"), (2, "transactionAccountId"), (3, "entitlement_id")]
