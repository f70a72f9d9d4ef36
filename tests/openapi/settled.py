"""Facts of several sources laid upon each other, and what a document says otherwise, and why."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Facts = dict[str, dict[str, Any]]


class Otherwise(NamedTuple):
    """What a document says otherwise than the facts, wherever a pattern of places fits in whole."""

    why: str
    at: str
    says: Mapping[str, Any] = {}
    """By keyword: what it says; None for nothing; a function of what the facts say."""
    where: Mapping[str, Any] = {}
    """Only at places of which the facts say this; None for nothing."""
    below: Mapping[str, Mapping[str, Any]] = {}
    """Places that the facts do not have, as they go on from the one that fits."""


def laid_over(facts: Facts, more: Mapping[str, Mapping[str, Any]]) -> Facts:
    """The facts, with more of them; `*` in a place stands for any text. Nothing may be said twice
    in two ways, nor of no place."""
    facts = copy.deepcopy(facts)
    for pattern, said in more.items():
        shape = re.compile(".*".join(map(re.escape, pattern.split("*"))))
        found = [place for place in facts if shape.fullmatch(place)]
        if not found:
            raise ValueError(f"{pattern}: no such place")
        for place in found:
            for key, value in said.items():
                if facts[place].setdefault(key, value) != value:
                    raise ValueError(f"{place}: {key} is {facts[place][key]!r} and {value!r}")
    return facts


def settled(facts: Facts, decisions: Sequence[Otherwise]) -> tuple[Facts, list[str]]:
    """What the document has to say, and a line for each decision that changes nothing or has no
    reason."""
    facts = copy.deepcopy(facts)
    idle = []
    for decision in decisions:
        if not _settle(facts, decision):
            idle.append(f"never needed: {decision.why or decision}")
        if not decision.why.strip():
            idle.append(f"without a reason: {decision.at}")
    return facts, idle


def _settle(facts: Facts, decision: Otherwise) -> bool:
    shape = re.compile(decision.at)
    changed = False
    for place in [each for each in facts if shape.fullmatch(each)]:
        said = facts[place]
        if any(said.get(key) != value for key, value in decision.where.items()):
            continue
        before = dict(said)
        for key, value in decision.says.items():
            new = value(said[key]) if callable(value) else value
            said.pop(key, None)
            said.update({} if new is None else {key: new})
        for further, more in decision.below.items():
            if place + further in facts:
                raise ValueError(f"{place}{further} is among the facts")
            facts[place + further] = dict(more)
        changed = changed or said != before or bool(decision.below)
    return changed


def differences(ours: Facts, theirs: Facts) -> list[str]:
    """One line for each difference; of what is missing whole only its outermost place. Examples
    count where the facts have one."""
    lines = []
    for place in [*theirs, *(each for each in ours if each not in theirs)]:
        here, there = ours.get(place), theirs.get(place)
        if here is None or there is None:
            side = ours if here is None else theirs
            around = place.rpartition(" > ")[0]
            if not around or around in side:
                lines.append(f"{place}: {'not in the document' if here is None else 'not a fact'}")
            continue
        for key in [*there, *(each for each in here if each not in there)]:
            if key in there and here.get(key) != there[key]:
                lines.append(f"{place}: {key} (facts {there[key]!r}, ours {here.get(key)!r})")
            elif key not in there and key != "example":
                lines.append(f"{place}: {key} (no fact, ours {here[key]!r})")
    return lines
