"""The cursors that lists gave: each stays good while rows come and go, until the platform begins
anew."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from commerce_sdk.sandbox.engine.call import Call

MOST_LISTINGS = 1000
"""Of more, those that nobody asked for the longest are forgotten."""


@dataclass
class Listing:
    """One list as it was asked for, over all of its pages, and which row of it each row followed.

    A row that is gone still leads to the one before it, so that a cursor finds its place.
    """

    name: str
    _asked: str
    _before: dict[str, str | None] = field(default_factory=dict)

    def is_of(self, call: Call) -> bool:
        """May a call ask for it, whatever the call has for a body?"""
        return _name(call, self._asked) == self.name

    @property
    def body(self) -> Any:
        """The body that it was asked for with, whatever behaviour did to that."""
        return json.loads(self._asked)

    def showed(self, keys: Sequence[str]) -> None:
        """Remember the rows of a list up to where a page ended."""
        self._before.update(zip(keys, (None, *keys), strict=False))

    def at(self, key: str, keys: Sequence[str]) -> int | None:
        """Where a page begins with a row; where that is gone, behind the nearest one before it
        that is still there. None for a row that neither is there nor was."""
        return keys.index(key) if key in keys else self.after(key, keys)

    def after(self, key: str, keys: Sequence[str]) -> int | None:
        """Where a page begins behind a row, or the nearest one before it that is still there.
        None for a row that neither is there nor was."""
        places = {each: n for n, each in enumerate(keys)}
        if key not in places and key not in self._before:
            return None
        # It ends: what a row followed was there, and remembered, at least as late as the row.
        still: str | None = key
        while still is not None and still not in places:
            still = self._before.get(still)
        return 0 if still is None else places[still] + 1


class Cursors:
    """The lists that were asked for."""

    def __init__(self) -> None:
        self._listings: dict[str, Listing] = {}

    def listing(self, call: Call) -> Listing:
        """The list that a call asks for, whichever page of it. Raises `RecursionError` for a body
        that is nested too deeply."""
        asked = json.dumps(call.body, sort_keys=True)
        name = _name(call, asked)
        listing = self._listings.pop(name, None) or Listing(name, asked)
        self._listings[name] = listing
        if len(self._listings) > MOST_LISTINGS:
            del self._listings[next(iter(self._listings))]
        return listing

    def named(self, name: str, call: Call) -> Listing | None:
        """The list of a name, if a call may ask for it; whatever the call has for a body."""
        listing = self._listings.get(name)
        return listing if listing and listing.is_of(call) else None


def _name(call: Call, asked: str) -> str:
    """What tells a list from every other: all that its rows may depend on, but for the place and
    the size of a page; `asked` is its body. Headers may differ from call to call; tenants are told
    without case."""
    operation = call.operation
    moves = {name for way in operation.paging for name in (way.cursor, way.size)}
    told = [
        operation.id,
        call.credential.account if call.credential else None,
        sorted((kind, tenant.lower()) for kind, tenant in call.tenants.items()),
        {
            each.name: call.values[each.name]
            for each in operation.parameters
            if each.name in call.values.keys() - moves
            and each.place != "header"
            and each.tenant is None
        },
        asked,
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:32]
