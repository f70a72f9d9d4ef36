"""What each operation of a document does: the method that is named like its id."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator
from dataclasses import is_dataclass
from functools import lru_cache
from types import FunctionType, MethodType
from typing import Any

from commerce_sdk.sandbox.engine.call import Call
from commerce_sdk.sandbox.engine.given import a

Act = Callable[[Call], Any]


class BehaviourError(ValueError):
    """Behaviour and document do not fit: each operation needs one method of its name."""


class WrongAnswer(Exception):
    """Behaviour answered what its document does not allow. Names the operation and the place."""


def check_maker(make: Any) -> None:
    """Raises `BehaviourError` for what makes no behaviour in a world, before a world is there."""
    if not callable(make):
        kind = type(make).__name__
        raise BehaviourError(f"behaviour: an instance of {kind}; give the class, {kind}, itself")
    name = getattr(make, "__name__", type(make).__name__)
    if not _takes_one(make):
        raise BehaviourError(
            f"behaviour: {name} is called with a world; write def __init__(self, world)"
        )
    if _is_async(make):
        raise BehaviourError(f"behaviour: {name} is async; write a plain def")


def acts(behaviour: object, operations: Collection[str]) -> dict[str, Act]:
    """What each operation does, found on a behaviour or, where it has `parts`, on those.

    Raises `BehaviourError` for operations without a method, with several, or with one that is async
    or takes something else than a call; for public methods that take a `call` and are named like
    no operation; and for `parts`, `switches` and `state` of another kind.
    """
    parts = getattr(behaviour, "parts", (behaviour,))
    kind = type(behaviour).__name__
    if not isinstance(parts, Collection) or isinstance(parts, str):
        raise BehaviourError(f"{kind}.parts is {a(parts)}; write the objects in a tuple")
    found: dict[str, list[Act]] = {each: [] for each in operations}
    strangers, waiting, deaf = [], [], []
    for part in parts:
        for name, method in _methods(part):
            whole = f"{type(part).__name__}.{name}"
            if name not in found:
                strangers += [whole] * _takes_call(method)
                continue
            found[name].append(method)
            waiting += [whole] * _is_async(method)
            deaf += [whole] * (not _takes_one(method))
    missing = [name for name, each in found.items() if not each]
    twice = [name for name, each in found.items() if len(each) > 1]
    operation = "operation" if len(missing) == 1 else "operations"
    complaints = (
        (f"no method for the {operation}", missing, ""),
        ("several are named like", twice, ""),
        ("the document has no operation for", strangers, ""),
        ("async, write a plain def:", waiting, ""),
        ("with other arguments, write def", deaf, "(self, call)"),
    )
    said = [f"{what} {', '.join(names)}{end}" for what, names, end in complaints if names]
    said += _of_control(behaviour)
    if said:
        raise BehaviourError(f"{kind} does not fit its document: {'; '.join(said)}")
    return {name: each[0] for name, each in found.items()}


def _of_control(behaviour: object) -> Iterator[str]:
    """What is wrong with that which is looked into from outside."""
    switches = getattr(behaviour, "switches", None)
    if switches is not None and (not is_dataclass(switches) or isinstance(switches, type)):
        yield f"switches is {a(switches)}; make it an instance of a dataclass"
    state = getattr(behaviour, "state", dict)
    if not callable(state) or _is_async(state):
        yield f"state is {a(state)}; write a plain def state(self)"


def _methods(part: object) -> Iterator[tuple[str, Act]]:
    for name in dir(part):
        if name.startswith("_") or isinstance(getattr(type(part), name, None), property):
            continue
        method = getattr(part, name)
        if inspect.isroutine(method):
            yield name, method


def _kept(question: Callable[[Callable[..., Any]], bool]) -> Callable[[Callable[..., Any]], bool]:
    """A question about a method, whose answer is the same whatever the method is bound to. A
    sandbox may be made, and reset, for each of many tests."""

    @lru_cache(1024)
    def asked(function: FunctionType) -> bool:
        return question(MethodType(function, object()))

    def answered(method: Callable[..., Any]) -> bool:
        if isinstance(method, MethodType) and isinstance(method.__func__, FunctionType):
            return asked(method.__func__)
        return question(method)

    return answered


@_kept
def _takes_call(method: Callable[..., Any]) -> bool:
    return list(inspect.signature(method).parameters) == ["call"]


@_kept
def _takes_one(method: Callable[..., Any]) -> bool:
    """Can it be called with one argument?"""
    try:
        inspect.signature(method).bind(None)
    except TypeError:
        return False
    except ValueError:  # written in C, without a signature to see
        return True
    return True


@_kept
def _is_async(method: Callable[..., Any]) -> bool:
    return inspect.iscoroutinefunction(method) or inspect.isasyncgenfunction(method)
