"""Of the network: ways, loops, proxies, reasons, forks and clocks that are another's."""

from __future__ import annotations

from tests.planted.bug import Bug

_RUNTIME = "src/commerce_sdk/runtime/"
AIOHTTP = "src/commerce_sdk/runtime/http/aiohttp_transport.py"
LANE = "src/commerce_sdk/runtime/http/connection.py"
LANES = "src/commerce_sdk/runtime/http/pool.py"
LIMITS = "src/commerce_sdk/runtime/limits/local.py"
PROXIES = "src/commerce_sdk/runtime/http/proxies.py"

SHARED = "tests/runtime/http/test_shared_transports.py"
TRY_PROXIES = "tests/runtime/http/test_proxies.py"
REASONS = "tests/runtime/http/test_reasons.py"
FORKS = "tests/runtime/test_forks.py"

PLANTED = [
    Bug(
        "over aiohttp, the first origin's way is everybody's",
        AIOHTTP,
        "origin = request.url.raw_scheme, request.url.raw_host, request.url.port",
        'origin = b"", b"", None',
        (f"{SHARED}::test_over_aiohttp_each_origin_has_its_own_way",),
    ),
    Bug(
        "a shared transport is used in any event loop",
        LANES,
        "_LOOPS.setdefault(transport, here) != here",
        "False",
        (f"{SHARED}::test_in_another_loop_it_says_so_and_nothing_is_sent_or_cut",),
    ),
    Bug(
        "whoever was refused a shared transport keeps it open",
        LANES,
        "                _SHARING.discard(self)  # it",
        "                pass  # it",
        (f"{SHARED}::test_whoever_was_refused_keeps_nothing_open",),
    ),
    Bug(
        "a shared transport is closed in another event loop",
        LANES,
        "if _LOOPS.get(self._given, here) != here:",
        "if False:",
        (f"{SHARED}::test_the_last_one_does_not_close_what_another_loop_has_used",),
    ),
    Bug(
        "a shared transport that was closed stays in its event loop",
        LANES,
        "                _LOOPS.pop(self._given, None)",
        "                pass",
        (f"{SHARED}::test_once_closed_it_may_be_used_in_the_next_loop",),
    ),
    Bug(
        "over aiohttp, the head of an answer is eight KiB",
        AIOHTTP,
        "            **self._connections.HEAD,\n",
        "",
        (f"{REASONS}::test_a_long_head_is_read",),
    ),
    Bug(
        "over aiohttp, a SOCKS proxy is spoken to in HTTP",
        AIOHTTP,
        "checked_proxy(proxy, _PROXY_SCHEMES)",
        "checked_proxy(proxy)",
        (f"{TRY_PROXIES}::test_a_proxy_that_cannot_be_used_is_refused_at_once_and_alike",),
    ),
    Bug(
        "a proxy needs no host",
        PROXIES,
        "    if not host:\n",
        "    if False:\n",
        (f"{TRY_PROXIES}::test_a_proxy_that_cannot_be_used_is_refused_at_once_and_alike",),
    ),
    Bug(
        "a password that cannot be read is not the one to blame",
        PROXIES,
        'if "@" in user or "@" in rest.removeprefix(authority):',
        "if False:",
        (f"{TRY_PROXIES}::test_a_proxy_that_cannot_be_used_is_refused_at_once_and_alike",),
    ),
    Bug(
        "an exclusion is compared as it was written",
        PROXIES,
        '_ascii(entry.removeprefix("*").strip("."))',
        'entry.lower().removeprefix("*").strip(".")',
        (f"{TRY_PROXIES}::test_an_exclusion_means_what_people_mean_by_it",),
    ),
    Bug(
        "a host is compared with exclusions as it was written",
        PROXIES,
        'host = _ascii(parts.hostname or "")',
        'host = parts.hostname or ""',
        (f"{TRY_PROXIES}::test_an_exclusion_means_what_people_mean_by_it",),
    ),
    Bug(
        "a proxy is asked for an IPv6 address without brackets",
        LANE,
        "if self._by_tunnel and",
        "if False and",
        (f"{TRY_PROXIES}::test_a_proxy_is_asked_for_an_ipv6_address_in_brackets",),
    ),
    Bug(
        "a connection that broke says no reason",
        "src/commerce_sdk/runtime/http/transport.py",
        "return text or reason(fault) or type",
        "return text or type",
        (f"{REASONS}::test_a_reset_is_called_one",),
    ),
    Bug(
        "a proxy that refuses has no name",
        "src/commerce_sdk/runtime/http/transport.py",
        'named = f" (the proxy is {proxy})" if proxy else ""',
        'named = ""',
        (f"{REASONS}::test_a_proxy_has_a_name",),
    ),
    Bug(
        "over aiohttp, nobody knows whom it connected to",
        AIOHTTP,
        'await trace("connection.connect_tcp.started", to)',
        'await trace("connection.connect_tcp.started", {})',
        (f"{REASONS}::test_a_proxy_has_a_name",),
    ),
    Bug(
        "a file that is left early leaves a generator",
        LANE,
        "response.stream = _Content(response.stream)\n",
        "pass\n",
        ("tests/runtime/test_half_read.py::test_left_after_its_first_part",),
    ),
    Bug(
        "the parts of a file have the time that was left when it was opened",
        "src/commerce_sdk/runtime/http/transport.py",
        '        response.request.extensions["timeout"]["read"] = None\n',
        "",
        ("tests/runtime/test_half_read.py::test_each_part_has_a_time_of_its_own",),
    ),
    Bug(
        "a forked child waits for the lock of a thread that it has not",
        LIMITS,
        "    os.register_at_fork(after_in_child=_go_on_in_child)",
        "    pass",
        (f"{FORKS}::test_a_child_gets_past_the_limiter",),
    ),
    Bug(
        "the book of transports stays locked in a forked child",
        LANES,
        "    os.register_at_fork(after_in_child=_unlock_in_child)",
        "    pass",
        (f"{FORKS}::test_a_child_gets_past_the_book_of_transports",),
    ),
    Bug(
        "the store of sessions stays locked in a forked child",
        "src/commerce_sdk/runtime/credentials/stores.py",
        "    os.register_at_fork(after_in_child=_unlock_in_child)",
        "    pass",
        (f"{FORKS}::test_a_child_gets_past_the_store_of_sessions",),
    ),
    Bug(
        "a child that is forked while much is read never collects a cycle",
        "src/commerce_sdk/document/collecting.py",
        "    os.register_at_fork(after_in_child=_go_on_in_child)",
        "    pass",
        (f"{FORKS}::test_a_child_of_a_process_that_reads_much_collects_its_cycles",),
    ),
    Bug(
        "the calls of the parent take the places of a forked child",
        LIMITS,
        "            log.under_way = 0",
        "            pass",
        (f"{FORKS}::test_calls_that_were_under_way_take_no_place_from_the_child",),
    ),
    Bug(
        "a server's date is measured by our clock",
        "src/commerce_sdk/runtime/call/exchange.py",
        "return now if said is None else said",
        "return now",
        (
            "tests/runtime/retries/test_retry.py::"
            "test_a_date_is_measured_by_the_clock_of_the_server_that_gave_it",
        ),
    ),
    Bug(
        "an instant in RateLimit-Reset is measured by our clock",
        "src/commerce_sdk/runtime/call/exchange.py",
        "here = self.server_time(now)",
        "here = now",
        (
            "tests/runtime/limits/test_limits.py::test_headers_that_say_that_nothing_is_left_are_believed",
        ),
    ),
]
