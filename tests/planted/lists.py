"""Bugs in how lists page."""

from __future__ import annotations

from tests.planted.bug import Bug

_STRATEGIES = "src/commerce_sdk/runtime/lists/strategies.py"
_PAGES = "src/commerce_sdk/runtime/lists/pages.py"
_LISTING = "src/commerce_sdk/runtime/lists/listing.py"
_TESTS = "tests/runtime/lists/test_strategies.py"
_UNIQUE = "tests/runtime/lists/test_unique.py"
_NUMBERS = "tests/runtime/lists/test_numbers.py"
_TO_THE_END = _TESTS + "::test_a_list_is_read_to_its_end"
_KINDS = _TESTS + "::test_what_is_of_another_kind_neither_ends_a_list_nor_crashes"
_WRONG = _TESTS + "::test_a_wrong_cursor_is_refused_by_name_before_anything_is_sent"
_ELSEWHERE = _TESTS + "::test_an_address_elsewhere_is_never_asked"

PLANTED = [
    Bug(
        "a list that cannot be followed does not say how its page was asked for",
        _PAGES,
        "error.attempts = tuple(context.attempts) if context is not None else ()",
        "pass",
        (_KINDS,),
    ),
    Bug(
        "a strategy that documents may name is not written",
        _STRATEGIES,
        '    "link": ByLink,\n',
        "",
        (_TESTS + "::test_every_strategy_of_the_documents_is_written_and_no_other",),
    ),
    Bug(
        "page 2 is skipped",
        _STRATEGIES,
        "answer, number) else str(number + 1)",
        "answer, number) else str(number + 2)",
        (_TO_THE_END,),
    ),
    Bug(
        "a cursor goes out in the body with its filter",
        _STRATEGIES,
        "return replace(first, body=msgspec.json.encode({self.paging.cursor: cursor}))",
        "return replace(first, body=msgspec.json.encode("
        "{**msgspec.json.decode(first.body), self.paging.cursor: cursor}))",
        (_TESTS + "::test_a_cursor_in_the_body_goes_out_alone",),
    ),
    Bug(
        "an address of another host or path is taken",
        _STRATEGIES,
        "        if not is_ours:\n",
        "        if False:\n",
        (_ELSEWHERE,),
    ),
    Bug(
        "an address of another port is taken",
        _STRATEGIES,
        'origin_of(f"{parts.scheme}://{parts.netloc}")',
        'origin_of(f"{parts.scheme}://{parts.hostname}")',
        (_ELSEWHERE,),
    ),
    Bug(
        "an address with nothing in it begins anew",
        _STRATEGIES,
        "        if not query:\n",
        "        if False:\n",
        (_ELSEWHERE,),
    ),
    Bug(
        "an address says whom a call is for",
        _STRATEGIES,
        "if pair[0] not in own",
        "if own is not None",
        (_TESTS + "::test_an_address_does_not_say_whom_a_call_is_for",),
    ),
    Bug(
        "a page is short by what was asked for, not by what the server gives",
        _STRATEGIES,
        "    if named is not None:\n",
        "    if False:\n",
        (_TESTS + "::test_a_server_that_gives_less_than_is_asked_for_loses_nothing",),
    ),
    Bug(
        "nulls make a page short",
        "src/commerce_sdk/document/model.py",
        "return len(stored) if isinstance(stored, list) else 0",
        "return len([e for e in stored if e is not None]) if isinstance(stored, list) else 0",
        (_TESTS + "::test_nulls_in_a_page_do_not_make_it_short",),
    ),
    Bug(
        "an empty page ends a list that goes on",
        _STRATEGIES,
        'if paging.ends_by == "pages" and told is not None:',
        'if paging.ends_by == "pages" and told is not None and came:',
        (_TESTS + "::test_an_empty_page_that_leads_on_is_not_the_end",),
    ),
    Bug(
        "a list that says no end goes on for ever, or stops at once",
        _STRATEGIES,
        "    return came == 0\n",
        "    return True\n",
        (_TESTS + "::test_where_nobody_says_the_end_an_empty_page_is_it",),
    ),
    Bug(
        "a last item without an id ends the list",
        _STRATEGIES,
        'what = "an empty text" if last == "" else json_kind(last)',
        "return None",
        (_KINDS,),
    ),
    Bug(
        "a number of pages that is none ends the list",
        _STRATEGIES,
        "if type(value) is int and value >= 0:",
        "if isinstance(value, int):",
        (_KINDS,),
    ),
    Bug(
        "any text is the number of a page",
        _STRATEGIES,
        "if not _NUMBER.fullmatch(cursor):",
        "if not cursor.isdecimal():",
        (_WRONG,),
    ),
    Bug(
        "a kept cursor is looked at when its page is fetched",
        "src/commerce_sdk/runtime/lists/paginator.py",
        "            self._check(after)\n",
        "            pass\n",
        (_WRONG,),
    ),
    Bug(
        "the first of two strategies is always taken",
        _LISTING,
        "        if paging.strategy == by:",
        "        if paging.strategy:",
        (_TESTS + "::test_of_two_strategies_the_caller_chooses_one",),
    ),
    Bug(
        "items that lie deeper are read as a whole",
        "src/commerce_sdk/runtime/call/slices.py",
        "    for step in place:\n",
        "    for step in place[:1]:\n",
        (_TESTS + "::test_items_that_lie_deeper_are_read_in_slices_too",),
    ),
    # -- the number that a page names
    Bug(
        "any page is the one that was asked for",
        _STRATEGIES,
        'if came is not None and _count(came, "the number of a page") != number:',
        'if came is not None and _count(came, "the number of a page") < 0:',
        (
            _NUMBERS + "::test_a_server_that_does_not_know_the_parameter_is_not_followed",
            _NUMBERS + "::test_nothing_of_another_page_is_passed_on",
        ),
    ),
    Bug(
        "a page that names no number is another one",
        _STRATEGIES,
        'if came is not None and _count(came, "the number of a page") != number:',
        "if self.paging.number and came != number:",
        (
            _NUMBERS + "::test_a_page_that_does_not_name_its_number_is_the_one_that_was_asked_for",
            _NUMBERS + "::test_a_number_that_is_none_is_an_error",
        ),
    ),
    # -- each id once
    Bug(
        "what came on an earlier page comes again",
        _PAGES,
        "if found in self._seen or found in seen:",
        "if found in seen:",
        (_UNIQUE + "::test_what_came_before_is_left_out",),
    ),
    Bug(
        "what came on the same page comes again",
        _PAGES,
        "if found in self._seen or found in seen:",
        "if found in self._seen:",
        (_UNIQUE + "::test_the_first_items_are_counted_without_what_came_before",),
    ),
    Bug(
        "of items without an id only one is kept",
        _PAGES,
        'if isinstance(found, str | int) and not isinstance(found, bool) and found != "":',
        "if True:",
        (_UNIQUE + "::test_items_without_an_id_are_always_kept",),
    ),
    Bug(
        "True is 1",
        _PAGES,
        "if isinstance(found, str | int) and not isinstance(found, bool) and found",
        "if isinstance(found, str | int) and found",
        (_UNIQUE + "::test_only_a_text_or_a_whole_number_is_an_id",),
    ),
    Bug(
        "a page that was not handed out counts as seen",
        _PAGES,
        "                seen.add(found)",
        "                self._seen.add(found)",
        (_UNIQUE + "::test_a_page_that_cannot_be_read_whole_is_whole_when_it_comes_again",),
    ),
    Bug(
        "from id to id nothing tells items",
        _STRATEGIES,
        "        return self.paging.next\n",
        "        return self.paging.item_id\n",
        (_UNIQUE + "::test_what_came_before_is_left_out",),
    ),
]
