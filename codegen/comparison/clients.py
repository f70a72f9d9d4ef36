"""What changed of what a client is set up with: tenants and credentials."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.comparison.change import Change, of_fields, said
from codegen.comparison.version_view import VersionView
from codegen.reading.security import Scheme
from codegen.views.parts import OperationView
from codegen.views.tenants import TenantView

UNSEEN: dict[type, dict[str, str]] = {
    TenantView: {"name": "it is told by its name"},
}


def of_tenants(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    """Differences of the tenants that a call is made for."""
    was, now = ({each.name: each for each in view.tenants} for view in (old, new))
    for tenant in was.keys() - now.keys():
        what = f"is no longer sent for the client's {tenant}"
        yield Change(name, "changed", what, False)
    for tenant in now.keys() - was.keys():
        needed = now[tenant].required
        has = "has to be" if needed else "may be"
        yield Change(name, "changed", f"the client {has} set up with {tenant}", needed)
    for tenant in was.keys() & now.keys():
        yield from of_tenant(name, was[tenant], now[tenant])


def of_tenant(name: str, old: TenantView, new: TenantView) -> Iterator[Change]:
    """Differences between two views of what a client fills."""
    rules = {
        "place": said("place", f"the client's {new.name} is sent in the", "was in the"),
        "wire": said("wire", f"the client's {new.name} is sent as", "was sent as"),
        "required": _of_need,
        "written": said("written", f"the client's {new.name} is written as", "was written as"),
    }
    yield from of_fields(name, old, new, rules, UNSEEN[TenantView])


def _of_need(name: str, _: TenantView, new: TenantView) -> Iterator[Change]:
    has = "has to be" if new.required else "no longer has to be"
    yield Change(name, "changed", f"the client {has} set up with {new.name}", new.required)


def of_credentials(name: str, before: VersionView, after: VersionView) -> Iterator[Change]:
    """Where nothing was said of credentials, what is said now is no news to a caller."""
    said_before, said_now = (version.credentials[name] for version in (before, after))
    was, now = _schemes(before, said_before), _schemes(after, said_now)
    if was.keys() != now.keys() or (said_before is None) != (said_now is None):
        # Who sends a credential to what takes none any more goes on as before.
        breaks = said_before is not None and bool(now) and (not was or not was.keys() <= now.keys())
        took, takes = (
            "something unsaid" if said is None else ", ".join(kinds) or "no credential"
            for said, kinds in ((said_before, was), (said_now, now))
        )
        yield Change(name, "changed", f"took {took}, takes {takes}", breaks)
    for kind in was.keys() & now.keys():
        yield from of_scheme(name, was[kind], now[kind])


def _schemes(version: VersionView, taken: tuple[str, ...] | None) -> dict[str, Scheme]:
    """The schemes by the kind of their credential; one that nobody describes is a kind."""
    known = {each.name: each for each in version.platform.schemes}
    found = (known.get(name, Scheme(name, name, "", "")) for name in taken or ())
    return {each.kind: each for each in found}


def of_scheme(name: str, old: Scheme, new: Scheme) -> Iterator[Change]:
    """Differences between two schemes of one kind of credential."""
    texts = [f"in {each.header}, a 401 means {each.unauthenticated}" for each in (old, new)]
    if texts[0] != texts[1]:
        yield Change(name, "changed", f"{new.kind} was {texts[0]}, is {texts[1]}", False)
    hosts = [each.token_url or "no token host" for each in (old, new)]
    if hosts[0] != hosts[1]:
        # Who gives a client's id and secret, and no address, has none to send them to.
        what = f"a client's secret goes to {hosts[1]}, went to {hosts[0]}"
        yield Change(name, "changed", what, new.token_url is None)
    asked = [f"as {each.token_request}, within {_windows(each)}" for each in (old, new)]
    if asked[0] != asked[1]:
        what = f"a client's token is asked for {asked[1]}; was {asked[0]}"
        yield Change(name, "changed", what, False)


def _windows(scheme: Scheme) -> str:
    found = [f"{limit} in {seconds} s" for limit, seconds in scheme.token_limits]
    return ", ".join(found) or "no limit"
