"""The errors that only the Commerce platform has: what was followed to its end, and ended badly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from commerce_sdk.errors import CommerceError, Problem

if TYPE_CHECKING:
    from commerce_sdk_api.commerce.models import (
        CouplingViolation,
        GraphViolation,
        Order,
        OrderState,
        PricingChange,
    )


class OrderFailed(CommerceError):
    """The order ended, and not in success.

    `order` is the order where it could be read, `state` the v4 answer, `problems` every finding;
    `coupling_violations` and `graph_violations` are the typed reasons of a rejected order.
    """

    def __init__(
        self,
        message: str,
        *,
        order_id: str,
        order: Order | None = None,
        state: OrderState | None = None,
        problems: Sequence[Problem] = (),
        coupling_violations: Sequence[CouplingViolation] = (),
        graph_violations: Sequence[GraphViolation] = (),
    ) -> None:
        super().__init__(message)
        self.order_id: str = order_id
        self.order = order
        self.state = state
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.coupling_violations: tuple[CouplingViolation, ...] = tuple(coupling_violations)
        self.graph_violations: tuple[GraphViolation, ...] = tuple(graph_violations)

    def _text(self) -> str:
        lines = [self._words()]
        lines += [f"  - {problem}" for problem in self.problems]
        return "\n".join(lines)


class PricingChangeFailed(CommerceError):
    """The pricing change ended, and not in success. `change` is its last state; the platform does
    not say why."""

    def __init__(self, pricing_change_id: str, change: PricingChange) -> None:
        super().__init__(f"pricing change {pricing_change_id} ended as FAILED")
        self.pricing_change_id = pricing_change_id
        self.change = change
