"""The statuses of an order, and which may follow which. The steps are not published: the table says
of each what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from commerce_sdk.sandbox.engine.refusal import Problem, Refusal


@dataclass(frozen=True)
class Step:
    """A step from one status to another: `inferred` from what the statuses mean, or `unknown`; and
    whether it is accepted here."""

    begin: str
    end: str
    standing: Literal["inferred", "unknown"]
    is_accepted: bool


STEPS = (
    Step("pending", "confirmed", "inferred", True),
    Step("confirmed", "shipped", "inferred", True),
    Step("shipped", "delivered", "inferred", True),
    Step("pending", "cancelled", "inferred", True),
    Step("confirmed", "cancelled", "inferred", True),
    Step("delivered", "refunded", "unknown", True),
    Step("shipped", "cancelled", "unknown", False),
    Step("confirmed", "refunded", "unknown", False),
    Step("cancelled", "refunded", "unknown", False),
)
"""No other step is accepted, nor one to the same status: a guess, as what is unknown is."""

ACCEPTED = frozenset((step.begin, step.end) for step in STEPS if step.is_accepted)
WITH_REASON = ("cancelled", "refunded")
"""What takes a reason: published."""


def check_step(begin: str, end: str, reason: str | None) -> None:
    """Raises `Refusal`: 400 without a reason where one is needed, 422 for a step that is not
    accepted."""
    if end in WITH_REASON and not (reason or "").strip():
        problem = Problem(f"is required for {end}", "REQUIRED", field="reason")
        detail = "To cancel and to refund take a reason."
        raise Refusal(400, "REASON_REQUIRED", detail, problems=[problem])
    if (begin, end) not in ACCEPTED:
        problem = Problem(f"does not follow {begin}", "ILLEGAL_TRANSITION", field="status")
        detail = f"An order that is {begin} cannot be {end}."
        raise Refusal(422, "ILLEGAL_TRANSITION", detail, problems=[problem])
