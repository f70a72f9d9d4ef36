"""At the edges: what reporters evaluate, wrong types, what tests patch, other processes."""

from __future__ import annotations

from tests.planted.bug import Bug

_HERE, _RUNTIME = "src/commerce_sdk/", "src/commerce_sdk/runtime/"
_EVERYWHERE = "tests/runtime/test_secrets_everywhere.py"
_SETTINGS = (f"{_EVERYWHERE}::test_no_credential_comes_out_of_a_refused_setting",)
_TYPES = ("tests/commerce/test_wrong_types.py",)
_SAME = ("tests/runtime/test_same_namespace.py",)
_CARRIED = (
    "tests/ground/test_carried.py::test_what_lives_in_one_process_says_what_to_carry",
    "tests/ground/test_carried.py::test_a_handle_says_that_its_token_travels",
)
_HALF = ("tests/runtime/test_half_built.py",)

PLANTED = [
    # -- what reporters evaluate
    Bug(
        "what an answer may echo stands in an attribute",
        "src/commerce_sdk/runtime/call/redaction.py",
        "tuple(Secret(word) for word in longest_first)",
        "tuple(str(word) for word in longest_first)",
        (f"{_EVERYWHERE}::test_no_credential_comes_out_of_a_call_that_is_broken_off",),
    ),
    Bug(
        "a keyword that nobody knows stands in a frame",
        _RUNTIME + "platform_client.py",
        "            arguments, given = (), {}\n",
        "            arguments = ()\n",
        _SETTINGS,
    ),
    Bug(
        "only texts are hidden",
        _HERE + "secret.py",
        "isinstance(given, bytes | bytearray) else Hidden(given)",
        "isinstance(given, bytes | bytearray) else given",
        _SETTINGS,
    ),
    Bug(
        "a refused Basic shows its other half",
        "src/commerce_sdk/runtime/credentials/auth.py",
        "            force_setattr(self, name, hide(getattr(self, name)))\n",
        "            pass\n",
        _SETTINGS,
    ),
    Bug(
        "a server with a password stands in the frame that refuses it",
        "src/commerce_sdk/runtime/http/pool.py",
        "    base_url = hide(base_url)  # what is refused may have a password in it\n",
        "    base_url = str(base_url)\n",
        _SETTINGS,
    ),
    Bug(
        "what a function gave is not named",
        "src/commerce_sdk/runtime/credentials/token_cache.py",
        "token source gave {type_name(given)}; expected",
        "token source gave something; expected",
        (f"{_EVERYWHERE}::test_a_source_that_gives_what_is_no_token_is_told_so_without_it",),
    ),
    Bug(
        "redis-py shows the password that it logs in with",
        "src/commerce_sdk/runtime/limits/redis/connection.py",
        "login |= {name: hide(login.get(name)) for",
        "login |= {name: login.get(name) for",
        (f"{_EVERYWHERE}::test_no_password_of_a_limiters_server_comes_out",),
    ),
    Bug(
        "a cache that was refused breaks who shows it",
        "src/commerce_sdk/runtime/credentials/token_cache.py",
        'name = vars(self).get("name")',
        "name = self.name",
        _HALF,
    ),
    # -- wrong types
    Bug(
        "each letter of a code is a code",
        "src/commerce_sdk/commerce/orders/items.py",
        "isinstance(given, str | bytes | Mapping) or not",
        "isinstance(given, Mapping) or not",
        _TYPES,
    ),
    Bug(
        "what is no list of handles breaks",
        "src/commerce_sdk/runtime/following/wait_all.py",
        "if isinstance(handles, Iterable) else None",
        "if handles is not None else None",
        _TYPES,
    ),
    Bug(
        "a label of any type is looked up",
        "src/commerce_sdk/commerce/orders/numbering.py",
        "for label in given if isinstance(label, str)}",
        "for label in given}",
        _TYPES,
    ),
    Bug(
        "kept bytes are called an answer",
        "src/commerce_sdk/commerce/orders/prepared.py",
        'parse_json(body, "it")',
        "parse_json(body)",
        ("tests/commerce/orders/test_requests.py",),
    ),
    # -- what tests patch, and other processes
    Bug(
        "a namespace is made anew each time",
        _RUNTIME + "platform_client.py",
        "return kept.setdefault(self._name, super().__get__(client, owner))",
        "return super().__get__(client, owner)",
        _SAME,
    ),
    Bug(
        "a clone works on the namespaces of its first client",
        _RUNTIME + "platform_client.py",
        "        vars(clone).pop(_KEPT, None)\n",
        "",
        _SAME,
    ),
    Bug(
        "what lives in one process says nothing of what travels",
        _HERE + "value.py",
        "which lives in this process: {self._instead}",
        "which lives in this process",
        _CARRIED,
    ),
]
