"""Of limits: what counts together, and for whom a pause is."""

from __future__ import annotations

from tests.planted.bug import Bug

LIMITS = "src/commerce_sdk/runtime/limits/local.py"
LINE = "src/commerce_sdk/runtime/limits/queue.py"
REDIS = "src/commerce_sdk/runtime/limits/redis/scripts.py"

BUCKETS = "tests/runtime/limits/test_buckets.py"
SHARED = "tests/runtime/limits/test_redis_buckets.py"
TOLD = "tests/runtime/limits/test_corrections.py"
TIERS = "tests/runtime/limits/test_tiers.py"

PLANTED = [
    Bug(
        "operations of one bucket count apart",
        "src/commerce_sdk/runtime/limits/layer.py",
        "limit.bucket or operation)",
        "f'{limit.bucket} {operation}')",
        (f"{BUCKETS}::test_two_windows_over_all_operations_and_one_of_each",),
    ),
    *(
        Bug(name, f"src/commerce_sdk/runtime/limits/{file}.py", old, new, (f"{TOLD}::{test}",))
        for name, file, old, new, test in (
            (
                "a client that was told more goes on as slowly",
                "corrections",
                "!= limit:",
                "is None and limit < buckets[of[0]][0].limit:",
                "test_the_servers_number_goes_before_the_published_one",
            ),
            (
                "what may be of two buckets is of the first",
                "corrections",
                "if len(of) == 1 and",
                "if of and",
                "test_what_may_be_of_several_buckets_is_of_none_and_a_last_word_counts",
            ),
            (
                "who waits is not held to what is learned",
                "layer",
                "self._correct([self._known[each] for each in self._with.get(key, ())], [key])",
                "pass",
                "test_who_waits_already_is_held_to_what_is_learned",
            ),
            (
                "a limit of any length is believed",
                "corrections",
                " and len(text) <= defaults.LIMIT_DIGITS",
                "",
                "test_what_says_nothing_of_a_window_changes_nothing",
            ),
            (
                "an address that is refused comes back in a second",
                "layer",
                "asked = asked or blocked or 0.0",
                "asked = asked or 0.0",
                "test_an_address_that_is_refused_backs_off_as_a_whole",
            ),
        )
    ),
    Bug(
        "a client keeps the windows of every tier",
        "src/commerce_sdk/runtime/limits/layer.py",
        "for each in limits if each.tier in (None, tier))",
        "for each in limits)",
        (f"{TIERS}::test_a_client_keeps_the_windows_of_its_tier",),
    ),
    Bug(
        "a window of another length begins with nothing",
        LIMITS,
        "            del ended[:over]\n",
        "            ended.clear()\n",
        (f"{TIERS}::test_what_a_longer_window_of_another_tier_counts_is_not_forgotten",),
    ),
    Bug(
        "accounts that are not used any more are remembered",
        LIMITS,
        "        if self._next <= now:\n",
        "        if False:\n",
        (
            "tests/runtime/limits/test_forgetting.py::"
            "test_a_hundred_thousand_accounts_are_forgotten_with_their_window",
        ),
    ),
    Bug(
        "who waits for the window of a tier holds up those of others",
        LIMITS,
        "keys = tuple(buckets.items())",
        "keys = tuple(buckets)",
        (f"{TIERS}::test_who_waits_for_the_window_of_a_tier_holds_up_no_other",),
    ),
    Bug(
        "Redis forgets what only a longer window counts",
        REDIS,
        "-bucket.longest, 'longest', ",
        "",
        (f"{SHARED}::test_calls_of_two_tiers_count_together_each_to_its_own_windows",),
    ),
    Bug(
        "a bucket per account counts by the credential",
        "src/commerce_sdk/runtime/limits/layer.py",
        '"account": account or credential,',
        '"account": credential,',
        (f"{BUCKETS}::test_account_next_to_credential_next_to_address",),
    ),
    Bug(
        "a place is kept in one bucket while waiting for another",
        LIMITS,
        "                waits.append(log.wait(limits, now))\n",
        "                waits.append(log.wait(limits, now))\n"
        "                log.under_way += not waits[-1]\n",
        (f"{BUCKETS}::test_who_waits_for_a_scarce_bucket_keeps_nobody_from_going",),
    ),
    Bug(
        "who waits for a scarce bucket is waited for",
        LINE,
        "return any(\n            self._full",
        "return False and any(\n            self._full",
        (f"{BUCKETS}::test_who_waits_for_a_scarce_bucket_keeps_nobody_from_going",),
    ),
    Bug(
        "whoever asks goes before those who wait for the same bucket",
        LINE,
        "if not self._can_be_passed(here, firsts[place].queue, waiter.queue, now):",
        "if False:",
        (f"{BUCKETS}::test_who_came_first_goes_first_whatever_it_asks",),
    ),
    Bug(
        "who is due is passed",
        LINE,
        "self._full.get((here, key), now) > now for",
        "(here, key) in self._full for",
        (f"{BUCKETS}::test_nobody_slips_in_before_who_is_due",),
    ),
    Bug(
        "a pause reaches a bucket that has something left",
        "src/commerce_sdk/runtime/limits/layer.py",
        "            return found or buckets\n",
        "            return buckets\n",
        (f"{BUCKETS}::test_a_pause_is_for_who_counts_in_what_it_is_about",),
    ),
    Bug(
        "a pause holds back every operation",
        LIMITS,
        "            for log in self._logs.of(keys, now):\n                log.paused_until",
        "            for log in self._logs:\n                log.paused_until",
        (f"{BUCKETS}::test_without_a_published_limit_a_refusal_pauses_the_operation",),
    ),
    Bug(
        "an instant of a reset is not read",
        "src/commerce_sdk/runtime/call/exchange.py",
        "read = datetime.fromisoformat(text)",
        "read = datetime.fromisoformat('')",
        (
            "tests/runtime/limits/test_limits.py::test_headers_that_say_that_nothing_is_left_are_believed",
        ),
    ),
    Bug(
        "Redis takes a place in those buckets that have one",
        REDIS,
        "  bucket.free, bucket.wait = room(bucket)\n",
        "  bucket.free, bucket.wait = room(bucket)\n"
        "  if bucket.free > 0 then redis.call('ZADD', bucket.calls, now + lease, place) end\n",
        (f"{SHARED}::test_places_are_taken_in_all_buckets_or_in_none",),
    ),
    Bug(
        "Redis keeps a pause where nobody looks",
        REDIS,
        "      'SET', bucket.pause, whole(now + length)",
        "      'SET', bucket.pause .. 'x', whole(now + length)",
        (f"{SHARED}::test_a_pause_is_for_its_buckets_in_every_process",),
    ),
    Bug(
        "Redis frees a place in the first bucket only",
        REDIS,
        "      redis.call('ZREM', bucket.calls, place)",
        "      redis.call('ZREM', buckets[1].calls, place)",
        (f"{SHARED}::test_places_are_taken_in_all_buckets_or_in_none",),
    ),
    *(
        Bug(
            name,
            f"src/commerce_sdk/runtime/limits/redis/{file}.py",
            old,
            new,
            (f"tests/runtime/limits/redis/test_{test}",),
        )
        for name, file, old, new, test in (
            (
                "what Redis did late stays done",
                "scripts",
                "if redis.call('EXISTS', KEYS[1]) == 1 then return {} end",
                "",
                "trouble.py::test_a_take_that_comes_after_it_was_undone_takes_nothing",
            ),
            (
                "a take that was given up keeps its places",
                "link",
                "        self.calls.void(place, keys, most)\n",
                "",
                "trouble.py::test_what_a_redis_that_hung_did_late_is_undone",
            ),
            (
                "a clock that was set back holds everybody up",
                "scripts",
                "if ahead > 0 then set_back(bucket, ahead) end",
                "",
                "trouble.py::test_a_clock_that_is_set_back_holds_nobody_up",
            ),
            (
                "the share begins with nothing",
                "lines",
                "self._share.count(buckets, clock)",
                "pass",
                "trouble.py::test_the_share_begins_with_what_this_process_let_go",
            ),
            (
                "who let nothing go takes a share of what all had",
                "availability",
                "return nobody_knows and now < self.lost + seconds",
                "return False",
                "trouble.py::test_right_after_it_is_lost_all_go_on_as_they_did",
            ),
            (
                "a Redis that comes back is not told what was let go meanwhile",
                "calls",
                "        self._news.calls = self._counting | self._news.calls\n",
                "        self._news = News()\n",
                "trouble.py::test_who_began_to_wait_without_redis_asks_it_once_it_is_back",
            ),
            (
                "a connection that ends is an outage",
                "availability",
                "if cut.cuts == defaults.LIMITER_CUTS else",
                "if cut.cuts else",
                "trouble.py::test_a_connection_that_ends_is_no_outage",
            ),
            (
                "a missing right is an outage",
                "faults",
                "case exceptions.NoPermissionError():",
                "case exceptions.NoPermissionError() if False:",
                "trouble.py::test_a_login_that_is_refused_is_no_outage",
            ),
            (
                "a server of TLS is an outage",
                "connection",
                "None if address.has_worked else await _wrong_protocol(raw, fault)",
                "None",
                "trouble.py::test_tls_where_there_is_none_and_none_where_there_is_tls",
            ),
            (
                "each of a line asks for itself",
                "lines",
                "most or max(1, len(line.waiting))",
                "1",
                "lines.py::test_a_line_is_brought_its_places_by_few_questions",
            ),
            (
                "what was brought for who is gone is kept",
                "lines",
                "                del self._lines[keys]\n                self._give_back(line, clock)\n",
                "                del self._lines[keys]\n",
                "lines.py::test_a_cancelled_take_sends_nothing_and_loses_no_place",
            ),
            (
                "a release opens a connection that nobody closes",
                "link",
                "self._telling.done()) and not self._has_ended:",
                "self._telling.done()):\n            self._has_ended = False",
                "lines.py::test_a_release_after_closing_opens_no_connection",
            ),
        )
    ),
]
