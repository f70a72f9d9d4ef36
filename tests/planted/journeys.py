"""Bugs in a journey: in its time to order, in what it looks up, and in what happens once only."""

from __future__ import annotations

from tests.planted.bug import Bug

_JOURNEYS = "src/commerce_sdk/journeys"
_RUNNING = f"{_JOURNEYS}/running.py"
_WINDOW = f"{_JOURNEYS}/window.py"
_OF_WINDOW = "tests/journeys/test_window.py::test_"
_OF_CLOCKS = "tests/journeys/test_clocks.py::test_"
_OF_RESUME = "tests/journeys/test_resume.py::test_"
_OF_SITES = "tests/journeys/test_sites.py::test_"

PLANTED = [
    # -- the time to order
    Bug(
        "an order is sent until the platform gives up what it is for",
        _WINDOW,
        "MARGIN = 15.0",
        "MARGIN = 0.0",
        (f"{_OF_WINDOW}nothing_is_sent_within_the_margin",),
    ),
    Bug(
        "a suspended process has longer to order",
        _WINDOW,
        "min(by_date, self._ends_here - self._clock.monotonic())",
        "self._ends_here - self._clock.monotonic()",
        (f"{_OF_CLOCKS}suspended_before_the_provisioning",),
    ),
    Bug(
        "a date that is set back gives longer to order",
        _WINDOW,
        "min(by_date, self._ends_here - self._clock.monotonic())",
        "by_date",
        (f"{_OF_CLOCKS}a_date_that_is_set_back_gives_no_more",),
    ),
    Bug(
        "an order is looked for until it is too late to tell",
        _WINDOW,
        "TELLING = 5.0",
        "TELLING = -60.0",
        (f"{_OF_WINDOW}cut_at_the_closing_and_not_there",),
    ),
    Bug(
        "a look-up costs time to order",
        _RUNNING,
        "        self._provisioning = handle\n",
        "        self._provisioning = handle\n        await self._look_up()\n",
        (f"{_OF_SITES}every_look_up_comes_before_the_provisioning",),
    ),
    # -- once only
    Bug(
        "an order that is gone on with is not looked for",
        _RUNNING,
        "fresh, rounds, has_looked = self._is_fresh, 0, False",
        "fresh, rounds, has_looked = True, 0, False",
        (f"{_OF_RESUME}by_an_old_token_nothing_happens_twice",),
    ),
    Bug(
        "an order that may have been sent is taken for a new one",
        _RUNNING,
        "fresh = fresh and error.maybe_applied is False",
        "fresh = fresh or error.maybe_applied is not False",
        (f"{_OF_WINDOW}an_outage_of_minutes", f"{_OF_WINDOW}orders_that_are_never_answered"),
    ),
    Bug(
        "by an old token it is provisioned twice",
        _RUNNING,
        "await self._keep(stage)\n        ordered = await self._ordered_before(stage)",
        "await self._keep(stage)\n        ordered = None",
        (f"{_OF_RESUME}by_an_old_token_nothing_happens_twice",),
    ),
    Bug(
        "a journey provisions in one world and orders in the other",
        f"{_JOURNEYS}/start.py",
        "if admin.origin != commerce.origin and not",
        "if False and not",
        ("tests/journeys/test_origins.py::test_two_servers",),
    ),
    # -- what is meant
    Bug(
        "a site has the workspaces of those with longer names",
        f"{_JOURNEYS}/sites.py",
        'name_of(each).casefold() in (site.casefold(), "")',
        "name_of(each).casefold().startswith(site.casefold())",
        (f"{_OF_SITES}a_search_may_find_longer_names_too",),
    ),
    Bug(
        "a sandbox is taken for the site",
        f"{_JOURNEYS}/sites.py",
        "for is_right in (_is_online, _is_no_sandbox):",
        "for is_right in (_is_online,):",
        (f"{_OF_SITES}what_is_offline_or_a_sandbox_stands_back",),
    ),
    Bug(
        "an app is installed on the first product of several",
        f"{_JOURNEYS}/looking.py",
        "if len(right) > 1:",
        "if False:",
        ("tests/journeys/test_apps.py::test_several_that_may_be_meant",),
    ),
    Bug(
        "each product of the Jira family gets a container of its own",
        f"{_JOURNEYS}/items.py",
        "                if container is None:\n",
        "                if True:\n",
        (f"{_OF_SITES}a_site_with_only_confluence_gets_one_container_for_all",),
    ),
    # -- the end
    Bug(
        "money spent without a product is a success",
        f"{_JOURNEYS}/journey.py",
        "if provisioning.result is None:",
        "if False:",
        ("tests/journeys/test_ends.py::test_the_provisioning_fails_and_the_order_is_carried_out",),
    ),
]
