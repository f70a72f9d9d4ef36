"""Apps on a product: one platform provisions them, the other sells them, within ten minutes."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx

from commerce_sdk import AdminClient, CommerceClient, EndEvent, Hooks, journeys, required
from commerce_sdk.sandbox import (
    ACCOUNTS,
    ADMIN_EMAIL,
    ORGANIZATION,
    TOKEN,
    admin_platform,
    commerce_platform,
)
from commerce_sdk.sandbox.engine import Platform, Server
from examples.demo.clock import PACE, FastClock, Stopwatch
from examples.demo.screen import COLOURS, Row, say, title

APP = journeys.app(
    "3198373c-f623-445a-be6d-da924f4161d2",
    app_key="com.example.timesheets",
    quantities={"user": 100},
)
SITE, PRODUCT = "acme", "jira"
ORIGIN = "http://127.0.0.1"


@dataclass
class Watch(Stopwatch):
    """Tells every two minutes how often the journey's order was sent, too."""

    sent: int = 0
    told: int = field(default=0, repr=False)

    def start(self) -> None:
        super().start()
        self.sent, self.told = 0, 0

    def ended(self, event: EndEvent) -> None:
        """A hook, told of every attempt that is over."""
        if event.operation != "create_order":
            return
        self.sent += 1
        pairs_of_minutes = int(self.clock.time() - self.began) // 120
        if pairs_of_minutes > self.told:
            self.told = pairs_of_minutes
            self.say(f"sent {self.sent} times, and always answered {event.status}", "90")


@dataclass(frozen=True)
class Stage:
    """Both platforms in this process, a client of each, and the clock that all of them have."""

    watch: Watch
    platform: Platform
    admin: AdminClient
    commerce: CommerceClient

    async def install(self) -> journeys.Journey:
        """Install the app on the product."""
        self.watch.start()
        return await journeys.install_app(
            self.admin,
            self.commerce,
            app=APP,
            site=SITE,
            product=PRODUCT,
            admin_email=ADMIN_EMAIL,
            checkpoint=keep,
        )


async def keep(token: str) -> None:
    """A service keeps the token here, where a crash cannot take it."""


@asynccontextmanager
async def two_platforms() -> AsyncGenerator[Stage]:
    """The administration and Commerce as one server, without a socket."""
    clock = FastClock()
    watch = Watch(clock)
    sells, provisions = commerce_platform(limits=False), admin_platform()
    transport = httpx.ASGITransport(app=Server([sells, provisions], clock=clock))
    sells.behaviour.switches.pending, sells.behaviour.switches.processing = 15.0, 45.0
    provisions.behaviour.switches.provisioning = 30.0
    admin = AdminClient(
        token=TOKEN,
        organization=ORGANIZATION,
        base_url=f"{ORIGIN}{provisions.document.base_path}",
        transport=transport,
        clock=clock,
        limiter=None,
        # At this pace a moment's pause of the machine is half a minute.
        deadline=None,
        attempt_timeout=None,
    )
    commerce = CommerceClient(
        token=TOKEN,
        transaction_account=ACCOUNTS[0],
        base_url=f"{ORIGIN}{sells.document.base_path}",
        transport=transport,
        clock=clock,
        limiter=None,
        deadline=None,
        attempt_timeout=None,
        hooks=Hooks(end=watch.ended),
    )
    async with admin, commerce:
        yield Stage(watch, sells, admin, commerce)


def in_words(step: journeys.Step) -> tuple[str, str | None]:
    """What a step tells, and its colour."""
    match step:
        case journeys.SiteFound(site=site):
            return site, None
        case journeys.ProductFound(entitlement=entitlement):
            return f"{PRODUCT} of {SITE}, entitlement {entitlement}", None
        case journeys.ProvisioningBegun(request_id=request_id, order_by=order_by):
            return f"{request_id}, to be ordered by {order_by:%H:%M:%S} UTC", None
        case journeys.OrderPlaced(order_id=order_id):
            return order_id, None
        case journeys.OrderChanged(items=items):
            return coloured(", ".join(items))
        case journeys.ProvisioningChanged(state=provisioning):
            return coloured(str(provisioning.status))


def coloured(status: str) -> tuple[str, str | None]:
    return status, COLOURS.get(status)


async def install_in_time(stage: Stage) -> Row:
    title(6, "An app is provisioned on the product of a site, and ordered in time")
    say(f"the clock of sandbox and SDK runs {PACE:.0f} times as fast from here on")
    journey = await stage.install()
    async for step in journey.steps(poll_interval=5):
        told, colour = in_words(step)
        stage.watch.say(f"{type(step).__name__:<19}  {told}", colour, step.at.timestamp())
    done = await journey.result()
    (entitlement,) = done.entitlements
    say(f"its entitlement is {entitlement.entitlement}", "32")
    return f"app on {SITE}", str(done.order.slug), "SUCCESS", "provisioned, ordered"


async def fail_to_order(stage: Stage) -> Row:
    title(7, "Another is provisioned, and for ten minutes Commerce takes no order")
    stage.platform.fail_next("create_order", 429, times=1_000, headers={"Retry-After": "60"})
    try:
        await stage.install()
    except journeys.JourneyFailed as failed:
        stage.watch.say(str(failed), "31")
        begun, order_by = str(failed.provision_request_id), failed.order_by
    else:
        raise SystemExit("the order should not have been taken")
    given_up = required(order_by, "order_by").timestamp()
    await stage.watch.clock.sleep(given_up + 60 - stage.watch.clock.time())
    state = await stage.admin.provisioning.get(begun)
    stage.watch.say(f"asked of the sandbox itself: the provisioning is {state.status}")
    return "app, no order", "-", str(state.status), "not ordered in time"


async def take_journeys() -> list[Row]:
    """Both journeys."""
    async with two_platforms() as stage:
        return [await install_in_time(stage), await fail_to_order(stage)]
