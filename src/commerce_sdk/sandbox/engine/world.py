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
        self.chance: random.Random = random.Random(seed)
        self._seed = seed
        self._name = ""
        self._shared: dict[Any, Any] = {}
        self._offers: dict[str, Any] = {}
        self._waiting: dict[str, list[Callable[[Any], None]]] = {}

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

    def offer(self, name: str, thing: object) -> bool:
        """Let the platforms beside have something of one's own, by a name that they know. Of
        several by one name the first counts; gives whether this is it."""
        if name in self._offers:
            return False
        self._offers[name] = thing
        for act in self._waiting.pop(name, ()):
            act(thing)
        return True

    def meet(self, name: str, act: Callable[[Any], None]) -> None:
        """Call `act` with what a platform offers by a name: now, or as soon as it does; not at all
        where none does."""
        if name in self._offers:
            act(self._offers[name])
        else:
            self._waiting.setdefault(name, []).append(act)

    def _named(self, name: str) -> World:
        world = World(self.clock, self._seed)
        world._name, world._shared = name, self._shared
        world._offers, world._waiting = self._offers, self._waiting
        if name:
            world.chance = random.Random(f"{self._seed} {name}")
        return world
