"""What changed of the platform as a whole: its server, and how its errors are read."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.comparison.change import Change, of_fields, said
from codegen.comparison.version_view import VersionView
from codegen.views.platforms import FamilyView, PlatformView

UNSEEN: dict[type, dict[str, str]] = {
    PlatformView: {
        "name": "the name of the file",
        "schemes": "compared as the credentials of each operation",
        "security": "compared as the credentials of each operation",
    },
    FamilyView: {"name": "it is told by its name"},
}


def of_platforms(before: VersionView, after: VersionView) -> Iterator[Change]:
    """Every difference of the platform."""
    yield from of_platform("base_url", before.platform, after.platform)
    yield from _of_spare_schemes(before, after)


def of_platform(place: str, old: PlatformView, new: PlatformView) -> Iterator[Change]:
    """Differences between two views of a platform."""
    rules = {"server": _of_server, "families": _of_families, "tiers": _of_tiers}
    yield from of_fields(place, old, new, rules, UNSEEN[PlatformView])


def _of_server(place: str, old: PlatformView, new: PlatformView) -> Iterator[Change]:
    what = f"requests go to {new.server}, went to {old.server or 'none that was named'}"
    if new.server is None:
        what = f"has to be given, was {old.server}"
    yield Change(place, "changed", what, new.server is None)


def _of_tiers(_: str, old: PlatformView, new: PlatformView) -> Iterator[Change]:
    """A caller may have given the client any of them; who gave none has the first."""
    both = {*old.tiers} & {*new.tiers}
    for tier in sorted({*old.tiers} - both):
        yield Change("tier", "removed", f"a client of {tier} is refused", True)
    for tier in sorted({*new.tiers} - both):
        yield Change("tier", "added", f"a client may be of {tier}", False)
    was, now = ([each for each in view.tiers if each in both] for view in (old, new))
    if was != now or old.tiers[:1] != new.tiers[:1]:
        texts = [", ".join(view.tiers) or "none" for view in (new, old)]
        what = f"they are {texts[0]}, the usual one first; were {texts[1]}"
        yield Change("tier", "changed", what, False)


def _of_spare_schemes(before: VersionView, after: VersionView) -> Iterator[Change]:
    """What no operation takes, no caller has a credential for."""
    was, now = ({each.name: each for each in seen.platform.schemes} for seen in (before, after))
    for name in (was.keys() | now.keys()) - before.taken() - after.taken():
        if was.get(name) != now.get(name):
            what = "a credential that no operation takes is described otherwise"
            yield Change(f"securitySchemes/{name}", "changed", what, False)


def _of_families(_: str, old: PlatformView, new: PlatformView) -> Iterator[Change]:
    """How errors are read: a caller sees other texts and findings, under the same names."""
    was, now = ({each.name: each for each in view.families} for view in (old, new))
    for name in was.keys() - now.keys():
        place = f"x-error-families/{name}"
        yield Change(place, "removed", "how its errors are read", False)
    for name in now.keys() - was.keys():
        place = f"x-error-families/{name}"
        yield Change(place, "added", "how its errors are read", False)
    for name in was.keys() & now.keys():
        yield from of_family(f"x-error-families/{name}", was[name], now[name])
    if was == now:
        what = f"errors are looked through as those of {', '.join(now)}, in this order"
        yield Change("x-error-families", "changed", what, False)


def of_family(place: str, old: FamilyView, new: FamilyView) -> Iterator[Change]:
    """Differences between two views of one family."""
    rules = {
        "model": said("model", "the body of its errors is", "was", breaking=True),
        "places": _of_places,
        "problems": said("problems", "its findings are read from", "were from"),
    }
    yield from of_fields(place, old, new, rules, UNSEEN[FamilyView])


def _of_places(place: str, old: FamilyView, new: FamilyView) -> Iterator[Change]:
    for key in sorted(old.places.keys() | new.places.keys()):
        was, now = (", ".join(view.places.get(key, ())) or "nothing" for view in (old, new))
        if was != now:
            yield Change(f"{place}.{key}", "changed", f"is read from {now}, was from {was}", False)
