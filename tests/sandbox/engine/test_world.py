"""What chance draws, by the seed and the place of a platform."""

from __future__ import annotations

from typing import Any

import pytest

from commerce_sdk.sandbox import ACCOUNTS, Sandbox
from commerce_sdk.sandbox.commerce import commerce_platform
from commerce_sdk.sandbox.engine import Call, ManualClock, Platform, Server, World
from tests.sandbox.engine.serving import Asked, a_document


class Draws:
    """Draws for itself, and has something drawn that all of its kind share."""

    def __init__(self, world: World) -> None:
        self.own = [world.chance.random() for _ in range(3)]
        self.shared = world.shared(Drawn).value

    def ask(self, call: Call) -> None:
        pass


class Drawn:
    def __init__(self, world: World) -> None:
        self.value = world.chance.random()


class Other(Draws):
    def __init__(self, world: World) -> None:
        world.shared(Another)
        super().__init__(world)


class Another(Drawn):
    pass


def drawn(*prefixes: str, seed: int = 1, kind: Any = Draws) -> dict[str, Draws]:
    platforms = {each: Platform(a_document("/a", {}), kind) for each in prefixes}
    Server(platforms, seed=seed)
    return {prefix: platform.behaviour for prefix, platform in platforms.items()}


def test_a_platform_beside_another_draws_what_it_draws_alone() -> None:
    alone = drawn("/a")["/a"]
    for others in (drawn("/a", "/b"), drawn("/b", "/a"), drawn("/b", "/a", kind=Other)):
        assert (others["/a"].own, others["/a"].shared) == (alone.own, alone.shared)
        assert others["/b"].own != alone.own
    assert drawn("/a", seed=2)["/a"].own != alone.own
    assert alone.shared not in alone.own


def test_the_sandbox_of_one_platform_draws_as_ever() -> None:
    sandbox = Sandbox(seed=7, clock=ManualClock())
    sandbox.orders.seed_finished(ACCOUNTS[0], 1, ACCOUNTS[0])
    assert list(sandbox.orders.held) == ["6513270e-269e-4d37-b2a7-4de452e6b438"]


def test_commerce_beside_another_platform_keeps_its_ids() -> None:
    ids = []
    for before in ({}, {"/a": Platform(a_document("/a", {}), Draws)}):
        commerce = commerce_platform()
        Server({**before, "/c": commerce}, clock=ManualClock(), seed=7)
        commerce.behaviour.orders.seed_finished(ACCOUNTS[0], 1, ACCOUNTS[0])
        ids.append(list(commerce.behaviour.orders.held))
    assert ids[0] == ids[1]


# --- a platform is of one world


def test_a_platform_is_served_once() -> None:
    clock = ManualClock(5.0)
    platform = Platform(a_document("/a", {}), lambda world: Asked())
    with pytest.raises(ValueError, match="a Platform is served once, in one place; make another"):
        Server({"/a": platform, "/b": platform}, clock=clock)
    Server(platform, clock=clock)
    behaviour = platform.behaviour
    with pytest.raises(ValueError, match="a Platform is served once, in one place; make another"):
        Server(platform)
    assert platform.behaviour is behaviour


@pytest.mark.parametrize("prefix", ["/a b", "/{a}", "/a//b", "/ä", "/a?b", "/a%20b"])
def test_what_no_path_begins_with_is_no_prefix(prefix: str) -> None:
    with pytest.raises(ValueError, match="is no prefix; write it like '/one'"):
        Server({prefix: Platform(a_document("/a", {}), lambda world: Asked())})


# --- what a platform offers to those beside


class Offers:
    def __init__(self, world: World) -> None:
        self.counts = world.offer("racks", self)

    def ask(self, call: Call) -> None:
        pass


class Meets:
    def __init__(self, world: World) -> None:
        self.met: list[Any] = []
        world.meet("racks", self.met.append)

    def ask(self, call: Call) -> None:
        pass


@pytest.mark.parametrize("kinds", [(Offers, Meets, Meets), (Meets, Offers, Meets)])
def test_platforms_meet_in_whichever_order_they_begin(kinds: Any) -> None:
    platforms = [Platform(a_document("/a", {}), kind) for kind in kinds]
    server = Server({f"/{number}": each for number, each in enumerate(platforms)})
    for _ in range(2):
        behaviours = [each.behaviour for each in platforms]
        (offers,) = [each for each in behaviours if isinstance(each, Offers)]
        assert offers.counts
        assert [each.met for each in behaviours if each is not offers] == [[offers], [offers]]
        server.reset()
        assert offers not in [each.behaviour for each in platforms]


def test_of_several_that_offer_the_first_counts() -> None:
    platforms = [Platform(a_document("/a", {}), kind) for kind in (Offers, Offers, Meets)]
    Server({f"/{number}": each for number, each in enumerate(platforms)})
    first, second, meets = (each.behaviour for each in platforms)
    assert (first.counts, second.counts) == (True, False)
    assert meets.met == [first]


def test_where_nobody_offers_nobody_is_met() -> None:
    platform = Platform(a_document("/a", {}), Meets)
    Server(platform)
    assert platform.behaviour.met == []
