"""Of surroundings: environments, closing, archives, the sandbox's doors."""

from __future__ import annotations

from tests.planted.bug import Bug

PROXIES = "src/commerce_sdk/runtime/http/proxies.py"
CLIENT = "src/commerce_sdk/runtime/platform_client.py"
LANES = "src/commerce_sdk/runtime/http/pool.py"
CONNECTION = "src/commerce_sdk/runtime/pipeline.py"
DOWNLOADS = "src/commerce_sdk/runtime/downloads.py"

TRY_PROXIES = "tests/runtime/http/test_proxies.py"
CREDENTIALS = "tests/runtime/credentials/test_credentials.py"
CLOSING = "tests/runtime/test_closing.py"
ODD = "tests/sandbox/commerce/test_odd_bodies.py"

PLANTED = [
    Bug(
        "a proxy without a scheme is not understood",
        PROXIES,
        "proxy if _SCHEME.match(proxy) else f\"http://{proxy.removeprefix('//')}\"",
        "proxy",
        (f"{TRY_PROXIES}::test_a_proxy_without_a_scheme_is_an_http_one",),
    ),
    Bug(
        "the port of an exclusion is not looked at",
        PROXIES,
        "if named_port is not None and int(named_port) != port:",
        "if False:",
        (f"{TRY_PROXIES}::test_an_exclusion_means_what_people_mean_by_it",),
    ),
    Bug(
        "a network is not excluded",
        PROXIES,
        "and address.network_address in network",
        "and address == network",
        (f"{TRY_PROXIES}::test_an_exclusion_means_what_people_mean_by_it",),
    ),
    Bug(
        "an empty variable of a proxy hides the one in upper case",
        PROXIES,
        'if value and name.lower().endswith("_proxy"):',
        'if name.lower().endswith("_proxy"):',
        (f"{TRY_PROXIES}::test_an_empty_variable_of_a_proxy_is_one_that_is_not_set",),
    ),
    Bug(
        "an empty variable of ours is a setting",
        CLIENT,
        "            if value := hide(os.environ.get(name)):",
        "            if (value := hide(os.environ.get(name))) is not None:",
        (f"{CREDENTIALS}::test_an_empty_variable_is_one_that_is_not_set",),
    ),
    Bug(
        "Basic takes ASCII only",
        "src/commerce_sdk/runtime/credentials/auth.py",
        "text = credential_text(getattr(self, name), name, in_header=False)",
        "text = credential_text(getattr(self, name), name)",
        (f"{CREDENTIALS}::test_basic_and_bearer_stand_in_the_header",),
    ),
    Bug(
        "an offset without its colon is not read",
        "src/commerce_sdk/document/instants.py",
        "(?::?{_MINUTES})?",
        "(?::{_MINUTES})",
        ("tests/document/test_instants.py::test_rfc_3339_text_is_read",),
    ),
    Bug(
        "a clone has lost what a subclass added",
        CLIENT,
        "        clone = copy(self)",
        "        clone = object.__new__(type(self))",
        ("tests/runtime/call/test_calls.py::test_what_a_subclass_has_added_stays_with_its_clones",),
    ),
    Bug(
        "a shared transport is closed by the first of its clients",
        LANES,
        "        if self._given is not None and self._is_its_last():",
        "        if self._given is not None:",
        (f"{CLOSING}::test_closing_one_of_two_clients_never_cuts_the_call_of_the_other",),
    ),
    Bug(
        "a given transport is closed by nobody",
        LANES,
        "            connections.append(self._given)",
        "            pass",
        (f"{CLOSING}::test_closing_one_of_two_clients_never_cuts_the_call_of_the_other",),
    ),
    Bug(
        "a file that is open is not waited for",
        DOWNLOADS,
        "        core.pipeline.begin(self)",
        "        pass",
        (f"{CLOSING}::test_closing_waits_for_a_file_that_is_open",),
    ),
    Bug(
        "a file that was cut between two parts is read on",
        DOWNLOADS,
        "        self._is_cut = True",
        "        pass",
        (f"{CLOSING}::test_a_file_that_stays_open_too_long_is_cut",),
    ),
    Bug(
        "a file that begins to open while closing waits is cut",
        CONNECTION,
        "        while not self._under_way <= self._left_out:",
        "        if not self._under_way <= self._left_out:",
        (f"{CLOSING}::test_a_file_that_begins_to_open_while_closing_waits_is_waited_for_too",),
    ),
    Bug(
        "closing in another event loop closes half",
        CONNECTION,
        "        self.check_loop()\n        self.closed = True",
        "        self.closed = True",
        (f"{CLOSING}::test_closing_in_another_event_loop_says_so_and_closes_nothing",),
    ),
    Bug(
        "a public name is missing where there is no stub",
        "src/commerce_sdk/_names.py",
        '    "Money": "commerce_sdk.money",\n',
        "",
        (
            "tests/structure/test_house.py::"
            "test_the_names_that_front_doors_know_are_those_of_their_stubs",
        ),
    ),
    Bug(
        "the sandbox keeps what it cannot show",
        "src/commerce_sdk/sandbox/engine/bodies.py",
        "        json.dumps(value, allow_nan=False, ensure_ascii=False).encode()",
        "        pass",
        (f"{ODD}::test_an_odd_value_anywhere_in_an_order_is_answered",),
    ),
    Bug(
        "a switch of the sandbox takes anything",
        "src/commerce_sdk/sandbox/engine/control.py",
        "                _check_switch(switches, name, value)",
        "                pass",
        (f"{ODD}::test_an_odd_value_changes_nothing",),
    ),
    Bug(
        "the client has an option that no page names",
        CLIENT,
        "        max_connections: int = defaults.MAX_CONNECTIONS,",
        "        max_connections: int = 10,",
        ("tests/commerce/test_options.py::test_the_table_of_options_is_the_signature",),
    ),
]
