"""Everything that the organization administration has, and how it is served."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from commerce_sdk.sandbox.admin.catalogue import ORGANIZATION, SITES, Site
from commerce_sdk.sandbox.admin.document import admin_document, limited
from commerce_sdk.sandbox.admin.organization import Installed, Provisionings
from commerce_sdk.sandbox.admin.requests import AdminSwitches, Requests
from commerce_sdk.sandbox.admin.workspaces import Workspaces
from commerce_sdk.sandbox.engine.document import Document
from commerce_sdk.sandbox.engine.errors import Codes, Statuses
from commerce_sdk.sandbox.engine.given import expect, texts
from commerce_sdk.sandbox.engine.limits import Standing
from commerce_sdk.sandbox.engine.platform import Platform
from commerce_sdk.sandbox.engine.refusal import Refusal
from commerce_sdk.sandbox.engine.world import World

TOKEN = "sandbox-token"
ADMIN_EMAIL = "admin@example.com"
_PAGE = 20
_BY_CODE = {"cursor_invalid": "ADMIN-400-1", "tenant_forbidden": "ADMIN-404-2"}
_BY_STATUS = {400: "ADMIN-400-24", 403: "ADMIN-403-3", 409: "ADMIN-409-28"}


def _code(refusal: Refusal) -> str:
    """The administration's word for a refusal: published ones, and one like them for others."""
    by_status = _BY_STATUS.get(refusal.status, f"ADMIN-{refusal.status}-1")
    return _BY_CODE.get(refusal.code, by_status)


ERROR_CODES: Codes = {"admin": _code}
ERROR_STATUSES: Statuses = {"admin": {"tenant_forbidden": 404}}


def _limit_headers(standings: Sequence[Standing]) -> Mapping[str, str]:
    if not standings:
        return {}
    first = standings[0]
    return {
        "X-RateLimit-Limit": str(first.limit),
        "X-RateLimit-Remaining": str(first.remaining),
        "X-RateLimit-Reset": datetime.fromtimestamp(first.reset, UTC).isoformat(),
    }


class Admin:
    """The state behind the platform: a group of behaviour for each part of it."""

    def __init__(self, world: World, document: Document, sites: Sequence[Site]) -> None:
        self.requests: Requests = Requests(world.clock)
        self.workspaces: Workspaces = Workspaces(world, self.requests, sites)
        self.provisionings: Provisionings = Provisionings(
            world, document, self.requests, self.workspaces
        )
        self.parts: tuple[object, ...] = (self.provisionings, Installed(document, self.workspaces))
        world.offer("provisionings", self.requests)
        world.meet("sales", self.requests.met)
        world.meet("sales", self.workspaces.met)

    @property
    def switches(self) -> AdminSwitches:
        """How provisioning behaves."""
        return self.requests.switches

    def state(self) -> Mapping[str, Any]:
        """What is shown from outside: how often something was asked for, every provisioning that
        was taken in, with the order that completes it and where it stands, and the resource names
        of the workspaces."""
        return {
            "received": dict(self.provisionings.received),
            "requests": {
                asked.id: {**asdict(asked), "status": self.requests.status(asked)}
                for asked in self.requests.held.values()
            },
            "workspaces": list(self.workspaces.held()),
        }


def admin_platform(
    *,
    organization: str = ORGANIZATION,
    tokens: Iterable[str] = (TOKEN, f"{ADMIN_EMAIL}:{TOKEN}"),
    sites: Iterable[Site] = SITES,
    limit: int | None = None,
    document: Document | None = None,
) -> Platform:
    """The organization administration, for a server of one's own.

        server = Server([commerce_platform(), admin_platform()], clock=ManualClock())

    Args:
        organization: The organization that it knows.
        tokens: The credentials that it knows: Bearer tokens, or `email:token` for Basic.
        sites: What the organization has from the beginning; it is there only beside a Commerce
            platform, which has sold it.
        limit: How many calls a credential has in a minute. None is published, and so there is none.
        document: The platform's document in another version.

    Raises `TypeError` for what is no `Site`, and `ValueError` for one text where several are given.
    """
    known, own = texts("tokens", tokens), tuple(sites)
    for site in own:
        expect("sites: a site", site, Site)
    served = document or admin_document()
    if limit is not None:
        served = limited(served, limit)
    return Platform(
        served,
        lambda world: Admin(world, served, own),
        credentials={
            "bearer": [each for each in known if ":" not in each],
            "basic": [each for each in known if ":" in each],
        },
        tenants={"organization": (organization,)},
        page_size=_PAGE,
        error_codes=ERROR_CODES,
        error_statuses=ERROR_STATUSES,
        limit_headers=_limit_headers,
    )
