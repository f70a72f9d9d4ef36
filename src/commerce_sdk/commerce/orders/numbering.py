"""Labels of the items of an order, by which they relate to each other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs
from msgspec import UNSET

from commerce_sdk.commerce.orders.items import NUMBERED_LATER, RelationToItem
from commerce_sdk.errors import InvalidRequest
from commerce_sdk_api.commerce.models.order_item_relation_input import OrderItemRelationInput


def numbered(items: Any) -> Any:
    """The items, each with a label of its own, and their relations to each other by those labels.

    Raises `InvalidRequest` for a label that is taken, or a relation to an item that is not there.
    """
    if not isinstance(items, list | tuple):
        return items  # writing it will say what is wrong
    given = (getattr(item, "item_id", None) for item in items)
    taken = {label for label in given if isinstance(label, str)}
    free = (label for label in (f"O{n}" for n in itertools.count(1)) if label not in taken)
    labelled = [_with_label(item, free) for item in items]
    labels: list[str | None] = [getattr(item, "item_id", None) for item in labelled]
    for index, label in enumerate(labels):
        if label is not None and label in labels[:index]:
            place = f"items[{index}].itemId"
            raise InvalidRequest(f"{label!r} is taken by another item", path=place)
    labels_of = {id(item): label for item, label in zip(items, labels, strict=True)}
    return [_linked(item, labels_of, index) for index, item in enumerate(labelled)]


def _with_label(item: Any, free: Iterator[str]) -> Any:
    if getattr(item, "item_id", None) == NUMBERED_LATER:
        return attrs.evolve(item, item_id=next(free))
    return item


def _linked(item: Any, labels_of: Mapping[int, str | None], index: int) -> Any:
    relations = getattr(item, "relates_from_entitlements", UNSET)
    if not isinstance(relations, Sequence):
        return item
    linked = []
    for position, relation in enumerate(relations):
        if isinstance(relation, RelationToItem):
            label = labels_of.get(id(relation.target))
            if label is None:
                raise InvalidRequest(
                    "relates to an item that is not in this order",
                    path=f"items[{index}].relatesFromEntitlements[{position}]",
                )
            relation = OrderItemRelationInput(
                relationship_type=relation.relationship_type, item_id=label
            )
        linked.append(relation)
    return attrs.evolve(item, relates_from_entitlements=linked)
