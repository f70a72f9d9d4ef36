"""Of Commerce Layer in the sandbox: what a fake that falls behind the platform would let pass."""

from __future__ import annotations

from tests.planted.bug import Bug

_HERE = "src/commerce_sdk/sandbox/commerce_layer"
_ENGINE = "src/commerce_sdk/sandbox/engine"
_TESTS = "tests/sandbox/commerce_layer"
_LISTS = f"{_TESTS}/test_lists.py::test_"
_DOCUMENTS = f"{_TESTS}/test_documents.py::test_"
_WRITES = f"{_TESTS}/test_writes.py::test_"
_GOES_ON = f"{_TESTS}/test_consequences.py::test_"
_TOKENS = f"{_TESTS}/test_tokens.py::test_"
_LIMITS = f"{_TESTS}/test_limits.py::test_"

PLANTED = [
    Bug(
        "the sandbox says whom every relationship leads to",
        f"{_HERE}/showing.py",
        "if name in self._linked[record]:",
        "if True:",
        (f"{_DOCUMENTS}relationships_have_links_alone_unless_they_come_along",),
    ),
    Bug(
        "the sandbox lets come along what is not among the fields",
        f"{_HERE}/showing.py",
        "if self._has(row, name):",
        "if True:",
        (f"{_DOCUMENTS}fields_are_of_attributes_and_relationships",),
    ),
    Bug(
        "the sandbox repeats in `included` what it was asked for",
        f"{_HERE}/showing.py",
        "list(self._linked)[self._own :]",
        "list(self._linked)",
        (f"{_DOCUMENTS}what_comes_along_comes_once_also_in_circles",),
    ),
    Bug(
        "the sandbox draws ids that sort by age",
        f"{_HERE}/records.py",
        "while (id := self.text()) in self._held[type]:",
        "while (id := f'{len(self._held[type]):010}') in self._held[type]:",
        (f"{_DOCUMENTS}ids_are_short_opaque_and_drawn_anew_in_the_same_way",),
    ),
    Bug(
        "the sandbox names a next page after the last",
        f"{_HERE}/asking.py",
        "if 1 <= each <= max(pages, 1)",
        "if 1 <= each",
        (f"{_LISTS}pages_have_numbers_counts_and_links_that_lead_on",),
    ),
    Bug(
        "the sandbox counts what a filter leaves out",
        f"{_HERE}/asking.py",
        '"record_count": len(found)',
        '"record_count": len([*rows])',
        (f"{_LISTS}pages_have_numbers_counts_and_links_that_lead_on",),
    ),
    Bug(
        "the sandbox passes over an id to go on after",
        f"{_HERE}/asking.py",
        "return {**values.get(_FILTER, {}), **alone}",
        "return values.get(_FILTER, {})",
        (f"{_LISTS}a_walk_by_ids_brings_each_row_that_stays_once",),
    ),
    Bug(
        "the sandbox passes over a parameter that it does not know",
        f"{_HERE}/resources.py",
        "    check_names(call)\n",
        "    pass\n",
        (f"{_LISTS}what_cannot_be_asked_is_a_bad_request",),
    ),
    Bug(
        "nothing is unlike something in the sandbox",
        f"{_HERE}/filters.py",
        'return matcher.endswith("_or_null")',
        'return matcher.endswith("_or_null") or matcher.startswith("not_")',
        (f"{_LISTS}every_matcher_finds_what_it_says",),
    ),
    Bug(
        "the sandbox clears nothing by an empty list",
        f"{_HERE}/writing.py",
        "if sorted(known) != sorted(set(ids)):",
        "if ids and sorted(known) != sorted(set(ids)):",
        (f"{_WRITES}a_change_is_of_what_is_given_alone",),
    ),
    Bug(
        "the sandbox takes what a request has no place for",
        f"{_HERE}/writing.py",
        "    if strangers:",
        "    if False:",
        (f"{_WRITES}what_a_request_has_no_place_for_is_refused",),
    ),
    Bug(
        "the sandbox links to another organization's",
        f"{_HERE}/writing.py",
        "        elif own and any(",
        "        elif False and any(",
        (f"{_WRITES}links_lead_to_what_is_there_and_of_the_same_organization",),
    ),
    Bug(
        "the sandbox takes away what others depend on",
        f"{_HERE}/resources.py",
        "if not why and any(self._store.depending(record)):",
        "if False:",
        (f"{_WRITES}what_others_depend_on_is_locked",),
    ),
    Bug(
        "the sandbox reads plain JSON",
        f"{_HERE}/resources.py",
        "if body is not None and kind not in body.media_types:",
        "if False:",
        (f"{_WRITES}both_sides_speak_json_api",),
    ),
    Bug(
        "the sandbox has no limits of a plan",
        f"{_HERE}/plans.py",
        "< most:",
        "< most + 1:",
        (f"{_GOES_ON}the_plan_says_how_much_there_may_be",),
    ),
    Bug(
        "a person of the sandbox accepts when somebody looks",
        f"{_HERE}/memberships.py",
        "self.accept(id, moment)",
        "self.accept(id)",
        (f"{_GOES_ON}a_person_accepts_after_a_while",),
    ),
    Bug(
        "the sandbox has two owners",
        f"{_HERE}/memberships.py",
        "self._own(owner, owns=False)",
        "self._own(owner, owns=True)",
        (f"{_GOES_ON}an_owner_leaves_once_another_owns",),
    ),
    Bug(
        "the sandbox gives a new token at each call",
        f"{_HERE}/tokens.py",
        "if token is None or token.ends - now <= _AHEAD:",
        "if True:",
        (f"{_TOKENS}a_token_is_good_for_what_it_says_and_one_alone_until_shortly_before_its_end",),
    ),
    Bug(
        "the host of the sandbox's tokens takes the API's token",
        f"{_HERE}/tokens.py",
        'if "authorization" in call.headers or not secret or',
        "if not secret or",
        (f"{_TOKENS}a_token_beside_a_client_is_refused",),
    ),
    Bug(
        "the sandbox forgets what it refuses",
        f"{_ENGINE}/limits.py",
        "if full is None or self._refused_count:",
        "if full is None:",
        (
            f"{_LIMITS}who_goes_on_stays_blocked_until_the_rate_has_fallen",
            "tests/sandbox/engine/test_strict_limits.py",
        ),
    ),
    Bug(
        "a further origin of the sandbox is told by a header",
        f"{_ENGINE}/server.py",
        'host, port = request.scope.get("server") or ("", None)',
        'host, port = request.headers.get("host", "").partition(":")[::2]',
        ("tests/sandbox/engine/test_origins.py",),
    ),
]
