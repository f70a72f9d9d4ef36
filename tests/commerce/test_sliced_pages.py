"""Every list of Commerce is read in slices as it is read as a whole."""

from __future__ import annotations

import json
from typing import Any

import pytest

from commerce_sdk.document.operation import Operation
from commerce_sdk_api.commerce.operations import OPERATIONS
from tests.conftest import ROOT
from tests.support.sliced import reads_alike

pytestmark = pytest.mark.anyio

DOCUMENT = json.loads((ROOT / "src/commerce_sdk/sandbox/documents/commerce.json").read_text())
LISTS = [each for each in OPERATIONS.values() if each.pagination]


@pytest.mark.parametrize("operation", LISTS, ids=lambda each: each.id)
async def test_slices_read_as_the_whole_does(operation: Operation, monkeypatch: Any) -> None:
    await reads_alike(DOCUMENT, operation, monkeypatch)
