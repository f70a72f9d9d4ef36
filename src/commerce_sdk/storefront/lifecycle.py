"""How the statuses of an order follow each other: data, and what follows from it.

The platform publishes the statuses and not the steps between them. So each step here says where it
is known from, and nothing is ever refused by them before it is sent: they only tell waiting when
its end has come. A step that is unknown counts as possible there, so that no wait ends too early.
"""

from __future__ import annotations

from enum import Enum

from commerce_sdk_api.storefront.models import OrderStatus


class Standing(Enum):
    """Where a step is known from."""

    DOCUMENTED = "the platform's page says so"
    INFERRED = "the words of the page leave hardly anything else"
    UNKNOWN = "the page leaves it open"


BEGINNING = OrderStatus.PENDING
"""Documented by its being no status to change to."""

STEPS: dict[OrderStatus, dict[OrderStatus, Standing]] = {
    OrderStatus.PENDING: {
        OrderStatus.CONFIRMED: Standing.INFERRED,
        OrderStatus.CANCELLED: Standing.INFERRED,
    },
    OrderStatus.CONFIRMED: {
        OrderStatus.SHIPPED: Standing.INFERRED,
        OrderStatus.CANCELLED: Standing.INFERRED,
        OrderStatus.REFUNDED: Standing.UNKNOWN,
    },
    OrderStatus.SHIPPED: {
        OrderStatus.DELIVERED: Standing.INFERRED,
        OrderStatus.CANCELLED: Standing.UNKNOWN,
    },
    OrderStatus.DELIVERED: {
        OrderStatus.REFUNDED: Standing.UNKNOWN,
    },
    OrderStatus.CANCELLED: {
        OrderStatus.REFUNDED: Standing.UNKNOWN,
    },
    OrderStatus.REFUNDED: {},
}
"""Which statuses may follow each. No step is documented; that nothing follows `refunded`, and
nothing but a refund `cancelled`, is inferred as well."""


def is_known(status: object) -> bool:
    """Is it a status that the steps tell of? Models give values as they came, of whatever type."""
    return isinstance(status, str) and status in STEPS


def may_come(status: str, until: str) -> bool:
    """May an order that has this status still come to the other, or be there? A status that is not
    known may lead anywhere."""
    return not is_known(status) or until in _from(status)


def has_been(status: str, until: str) -> bool:
    """Is an order of this status surely at the other, or past it? Surely past it is where every
    way from the beginning goes through it; of a status that is not known nothing is sure."""
    if status == until:
        return True
    return is_known(status) and status not in _from(BEGINNING, without=until)


def _from(status: str, *, without: str | None = None) -> set[str]:
    """The statuses that can be come to, this one included, by no way through `without`."""
    found: set[str] = set()
    ahead = [status]
    while ahead:
        each = ahead.pop()
        if each not in found and each != without:
            found.add(each)
            ahead += STEPS[OrderStatus(each)]
    return found
