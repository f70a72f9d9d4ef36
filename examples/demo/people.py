"""A person joins an organization: its reference, its roles, an invitation, the members by id."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import httpx

from commerce_sdk import CommerceLayerClient, Unprocessable
from commerce_sdk.commerce_layer.models import Organization, Role
from commerce_sdk.sandbox import (
    COMMERCE_LAYER_CLIENT_ID,
    COMMERCE_LAYER_CLIENT_SECRET,
    commerce_layer_platform,
)
from commerce_sdk.sandbox.engine import Server
from examples.demo.clock import FastClock, Stopwatch
from examples.demo.screen import COLOURS, Row, say, title

NAME, REFERENCE = "The Green Brand", "brand-7"
PERSON = "jane@example.com"
MEMBERS_BEFORE = 30
ACCEPTS_AFTER = 240.0


@asynccontextmanager
async def the_platform(clock: FastClock) -> AsyncGenerator[CommerceLayerClient]:
    """The platform and the host of its tokens, without a socket, and a client of both."""
    platform = commerce_layer_platform()
    server = Server(platform, clock=clock)
    platform.behaviour.switches.accept_after = ACCEPTS_AFTER
    platform.behaviour.seed("memberships", MEMBERS_BEFORE)
    async with CommerceLayerClient(
        client_id=COMMERCE_LAYER_CLIENT_ID,
        client_secret=COMMERCE_LAYER_CLIENT_SECRET,
        base_url=f"http://127.0.0.1{platform.document.base_path}",
        token_url="https://commerce-layer-auth/oauth/token",
        transport=httpx.ASGITransport(app=server),
        clock=clock,
        # At this pace a moment's pause of the machine is half a minute.
        deadline=None,
        attempt_timeout=None,
    ) as layer:
        yield layer


async def make_once(layer: CommerceLayerClient) -> Organization:
    """Make an organization by its reference, twice."""
    made, again = [
        await layer.organizations.create(name=NAME, reference=REFERENCE) for _ in range(2)
    ]
    there = await layer.organizations.count(where={"reference_eq": REFERENCE})
    say(f"{NAME}, reference {REFERENCE}: {made.id}; asked for again: {again.id}")
    say(f"organizations with this reference: {there}")
    if (again.id, there) != (made.id, 1):
        raise SystemExit("the organization was not made exactly once")
    return made


async def be_refused(layer: CommerceLayerClient, organization: Organization, role: Role) -> None:
    """Invite nobody, and be told what was wrong."""
    try:
        await layer.memberships.create(
            user_email="jane.example.com", organization=organization, role=role
        )
    except Unprocessable as refused:
        for problem in refused.problems:
            say(f"· refused: {problem}", "31")
        return
    raise SystemExit("the invitation should have been refused")


async def invite(layer: CommerceLayerClient, watch: Stopwatch, to: Organization, role: Role) -> str:
    """Invite a person, and wait until they have accepted."""
    watch.start()
    invited = await layer.memberships.create(user_email=PERSON, organization=to, role=role)
    waiting = await layer.memberships.wait_active(invited.id)
    async for member in waiting.updates(poll_interval=20):
        status = str(member.status)
        watch.say(f"{member.user_email} as {role.name}: {status}", COLOURS.get(status))
    member = await waiting.result()
    return str(member.status)


async def add_a_person() -> Row:
    title(8, "A person is invited into an organization, and accepts")
    watch = Stopwatch(FastClock())
    async with the_platform(watch.clock) as layer:
        organization = await make_once(layer)
        roles = await layer.organizations.roles(organization.id, sort=["name"]).collect()
        say(f"its roles: {', '.join(str(role.name) for role in roles)}")
        await be_refused(layer, organization, roles[-1])
        status = await invite(layer, watch, organization, roles[-1])
        pages = members = 0
        async for page in layer.memberships.list(by="id", page_size=25).pages():
            pages, members = pages + 1, members + len(page.items)
            first, last = page.items[0], page.items[-1]
            say(f"page {pages} by id: {len(page.items):>2} members, {first.id} … {last.id}")
    return "a new member", "-", status, f"{members} members on {pages} pages"
