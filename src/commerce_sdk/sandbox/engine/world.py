"""What the platforms of one server have in common."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any, TypeVar

from commerce_sdk.sandbox.engine.clock import Clock

Shared = TypeVar("Shared")


class World:
    """The world of a server's platforms, until the server is reset.

    `clock` is their time in seconds; what `chance` draws, the server's seed and the platform's
    prefix decide, so that another platform beside it changes nothing.
    """

    def __init__(self, clock: Clock, seed: int = 0) -> None:
        self.clock = clock
        self.chance = random.Random(seed)
        self._seed = seed
        self._name = ""
        self._shared: dict[Any, Any] = {}

    def drawing(self, name: str) -> World:
        """The same world, whose `chance` is drawn for a name within this one's."""
        return self._named(self._name + name)

    def shared(self, kind: Callable[[World], Shared]) -> Shared:
        """The one `kind` of this world, made by `kind(world)` when somebody first asks for it."""
        if kind not in self._shared:
            name = getattr(kind, "__qualname__", type(kind).__qualname__)
            self._shared[kind] = kind(self._named(name))
        made: Shared = self._shared[kind]
        return made

    def _named(self, name: str) -> World:
        world = World(self.clock, self._seed)
        world._name, world._shared = name, self._shared
        if name:
            world.chance = random.Random(f"{self._seed} {name}")
        return world
