"""The labels that the items of an order get, and keep."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from commerce_sdk import InvalidRequest, new_item
from commerce_sdk.commerce.orders.numbering import numbered
from tests.support.worlds import OFFERING


def labels(*given: str) -> list[str]:
    return [item.item_id for item in numbered([new_item(OFFERING, item_id=id_) for id_ in given])]


@pytest.mark.parametrize(
    ("given", "got"),
    [
        (["", "", ""], ["O1", "O2", "O3"]),
        (["", "O1", ""], ["O2", "O1", "O3"]),
        (["O2", "", "O1", ""], ["O2", "O3", "O1", "O4"]),
        (["mine", ""], ["mine", "O1"]),
        ([], []),
    ],
)
def test_who_has_no_label_gets_the_first_that_is_free(given: list[str], got: list[str]) -> None:
    assert labels(*given) == got


@pytest.mark.parametrize("given", [["a", "b", "a"], ["a", "", "a"]])
def test_a_label_is_one_items_own(given: list[str]) -> None:
    with pytest.raises(InvalidRequest, match="'a' is taken by another item") as caught:
        labels(*given)
    assert caught.value.path == "items[2].itemId"


NO_TEXT: Any = ["O1"]
WRONG = attrs.evolve(new_item(OFFERING), item_id=NO_TEXT)


@pytest.mark.parametrize("items", [[5, 5], [None, None], [WRONG], "text", None, {}])
def test_what_is_no_item_is_left_for_who_writes_it_down(items: Any) -> None:
    assert numbered(items) == items
