"""Resources that nobody asked for, for long lists."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from commerce_sdk.sandbox.commerce_layer.records import Store


def seeded(store: Store, type: str, count: int, attributes: Mapping[str, Any]) -> list[str]:
    """Add resources of a type, like its examples and with a number in what tells them apart; each
    belongs to the first of whatever it has to belong to. Gives their ids."""
    table = store.tables[type]
    examples = {
        name: each.example for name, each in table.attributes.items() if each.read and each.example
    }
    links = {
        each.name: store.all(each.to)[0].id
        for each in table.relationships.values()
        if each.create == "required"
    }
    made = []
    for number in range(1, count + 1):
        numbered = {"name": f"Seeded {number}", "user_email": f"seeded-{number}@example.com"}
        own = {name: numbered.get(name, each) for name, each in deepcopy(examples).items()}
        made.append(store.add(type, {**own, **attributes}, links).id)
    return made
