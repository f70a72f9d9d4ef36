"""What the namespaces of the client have in common."""

from __future__ import annotations

from commerce_sdk.runtime.client import Core
from commerce_sdk.runtime.keywords import in_keywords

ACCOUNT_ADVICE = "set it on the client, or COMMERCE_TRANSACTION_ACCOUNT where from_env() makes it"

_ALIASES = {
    "status_filter": "status",
    "activation_reason_code": "activation_reasons",
    "type": "relationship",
}
"""What the document calls some of the keywords."""


class Namespace:
    """A group of operations on the connections of a client."""

    def __init_subclass__(cls) -> None:
        for name, method in list(vars(cls).items()):
            if not name.startswith("_"):
                setattr(cls, name, in_keywords(method, _ALIASES))

    def __init__(self, core: Core) -> None:
        self._core = core
