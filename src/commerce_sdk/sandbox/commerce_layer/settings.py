"""Who is known, and what can be changed while the platform runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_DAY = 86_400.0


@dataclass(frozen=True)
class CommerceLayerPerson:
    """A person who has an account at Commerce Layer."""

    email: str
    first_name: str
    last_name: str


COMMERCE_LAYER_USER = CommerceLayerPerson("owner@example.com", "Olive", "Owner")
"""Whose credential it is, and who owns the organization that is there from the beginning."""
COMMERCE_LAYER_COLLEAGUE = CommerceLayerPerson("colleague@example.com", "Carl", "Colleague")
"""Somebody else who has an account."""
COMMERCE_LAYER_CLIENT_ID = "sandbox-client"
COMMERCE_LAYER_CLIENT_SECRET = "sandbox-client-secret"


@dataclass
class CommerceLayerSwitches:
    """What can be changed while the platform runs. Times are in seconds of its clock.

    `accept_after` is from an invitation to its acceptance, `verify_after` from an identity provider
    to its `verification`: both for what is added from then on. A token that is given from then on
    is good for `token_life`. What is `forbidden`, by the ids of operations with commas between, the
    owner of the credential may not do.
    """

    accept_after: float = _DAY
    verify_after: float = 3600.0
    verification: Literal["verified", "error"] = "verified"
    token_life: float = 7200.0
    forbidden: str = ""
