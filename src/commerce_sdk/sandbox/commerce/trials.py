"""Trials: a time in which an offering may be used without being billed. Instants are in ms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commerce_sdk.sandbox.commerce.plans import Plan

Json = Mapping[str, Any]
TRIAL_DAYS = 14
"""How long a trial lasts of which the order names no end."""

_DAY = 86_400_000


@dataclass(frozen=True)
class Trial:
    """One trial. `plan` is what follows when it becomes paid."""

    start: int
    end: int
    offering: str
    plan: Plan
    at_end: str
    order_id: str
    order_item_id: str


def trial_intent(item: Json) -> Json | None:
    """What an item says about a trial; None where it says nothing."""
    intent: Json | None = (item.get("optedUsageOptions") or {}).get("trial")
    return intent


def is_skipped(intent: Json | None) -> bool:
    """Whether a trial is asked to be left out, or ended where one runs."""
    return intent is not None and intent.get("skipTrial") is True


def begun_trial(
    intent: Json | None, plan: Plan, moment: int, order_id: str, order_item_id: str
) -> Trial | None:
    """The trial that an item begins, or None where it asks for none."""
    if intent is None or is_skipped(intent):
        return None
    start = _given(intent.get("startTimestamp"), moment)
    return Trial(
        start=start,
        end=max(moment, _given(intent.get("endTimestamp"), start + TRIAL_DAYS * _DAY)),
        offering=str(intent.get("offeringId") or plan.offering).lower(),
        plan=plan,
        at_end=intent.get("behaviourAtEndOfTrial") or "CONVERT_TO_PAID",
        order_id=order_id,
        order_item_id=order_item_id,
    )


def _given(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value
