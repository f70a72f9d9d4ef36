"""What each operation of a document does: the method that is named like its id."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator
from typing import Any

from commerce_sdk.sandbox.engine.call import Call

Act = Callable[[Call], Any]


class BehaviourError(ValueError):
    """Behaviour and document do not fit: each operation needs one method of its name."""


class WrongAnswer(Exception):
    """Behaviour answered what its document does not allow. Names the operation and the place."""


def acts(behaviour: object, operations: Collection[str]) -> dict[str, Act]:
    """What each operation does, found on a behaviour or, where it has `parts`, on those.

    Raises `BehaviourError` for operations without a method, with several, and for public methods
    that take a `call` and are named like no operation.
    """
    parts = getattr(behaviour, "parts", (behaviour,))
    found: dict[str, list[Act]] = {each: [] for each in operations}
    strangers = []
    for part in parts:
        kind = type(part).__name__
        for name, method in _methods(part):
            if name in found:
                found[name].append(method)
            elif _takes_call(method):
                strangers.append(f"{kind}.{name}")
    missing = [name for name, each in found.items() if not each]
    twice = [name for name, each in found.items() if len(each) > 1]
    complaints = (
        ("no method is named like the operations", missing),
        ("several are named like", twice),
        ("the document has no operation for", strangers),
    )
    said = [f"{what} {', '.join(names)}" for what, names in complaints if names]
    if said:
        kind = type(behaviour).__name__
        raise BehaviourError(f"{kind} does not fit its document: {'; '.join(said)}")
    return {name: each[0] for name, each in found.items()}


def _methods(part: object) -> Iterator[tuple[str, Act]]:
    for name in dir(part):
        if name.startswith("_") or isinstance(getattr(type(part), name, None), property):
            continue
        method = getattr(part, name)
        if inspect.isroutine(method):
            yield name, method


def _takes_call(method: Callable[..., Any]) -> bool:
    return list(inspect.signature(method).parameters) == ["call"]
