"""What the namespaces of the client have in common."""

from __future__ import annotations

from commerce_sdk.runtime.client import Core


class Namespace:
    """A group of operations on the connections of a client."""

    def __init__(self, core: Core) -> None:
        self._core = core
