"""Trials: a time in which an offering may be used without being billed. Instants are in ms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commerce_sdk.sandbox.commerce.plans import Plan, Terms

Json = Mapping[str, Any]
TRIAL_DAYS = 14
"""How long a trial lasts of which the order names no end."""

_DAY = 86_400_000


@dataclass(frozen=True)
class Trial:
    """One trial. `plan` and `terms` are what follows when it becomes paid."""

    start: int
    end: int
    offering: str
    plan: Plan
    terms: Terms
    at_end: str

    @property
    def becomes_paid(self) -> bool:
        return self.at_end == "CONVERT_TO_PAID"


def begun_trial(item: Json, plan: Plan, terms: Terms, moment: int) -> Trial | None:
    """The trial that an item begins, or None where it asks for none."""
    intent = _intent(item)
    if intent is None or skips_trial(item):
        return None
    start = _given(intent.get("startTimestamp"), moment)
    return Trial(
        start=start,
        end=max(moment, _given(intent.get("endTimestamp"), start + TRIAL_DAYS * _DAY)),
        offering=str(intent.get("offeringId") or plan.offering).lower(),
        plan=plan,
        terms=terms,
        at_end=intent.get("behaviourAtEndOfTrial") or "CONVERT_TO_PAID",
    )


def skips_trial(item: Json) -> bool:
    """Whether an item asks for no trial, or for the end of the one that runs."""
    return (_intent(item) or {}).get("skipTrial") is True


def _intent(item: Json) -> Json | None:
    intent: Json | None = (item.get("optedUsageOptions") or {}).get("trial")
    return intent


def _given(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value
