"""What the platforms of one server have in common."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any, TypeVar

from commerce_sdk.sandbox.engine.clock import Clock

Shared = TypeVar("Shared")


class World:
    """The world of a server's platforms, until the server is reset.

    `clock` is their time in seconds; what `chance` draws, the server's seed decides.
    """

    def __init__(self, clock: Clock, seed: int = 0) -> None:
        self.clock = clock
        self.chance = random.Random(seed)
        self._shared: dict[Any, Any] = {}

    def shared(self, kind: Callable[[World], Shared]) -> Shared:
        """The one `kind` of this world, made by `kind(world)` when somebody first asks for it."""
        if kind not in self._shared:
            self._shared[kind] = kind(self)
        made: Shared = self._shared[kind]
        return made
