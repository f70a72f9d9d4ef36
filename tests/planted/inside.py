"""Bugs of what runs inside a call: closing there, tasks that go on, groups, and hooks."""

from __future__ import annotations

from tests.planted.bug import Bug

_RUNTIME = "src/commerce_sdk/runtime/"
_CONNECTION = "src/commerce_sdk/runtime/pipeline.py"
_CLOSING = "tests/runtime/test_closing_inside.py"
_CUT = f"{_CLOSING}::test_the_call_that_closes_its_client_is_cut_and_tells_the_truth"
_TASKS = "tests/runtime/test_middleware_tasks.py"
_LATE = f"{_TASKS}::test_nothing_is_sent_or_told_once_the_attempt_is_over"
_GROUP = f"{_TASKS}::test_a_middleware_whose_task_fails_as_the_call_is_cut_failed"
_HOOK = "tests/runtime/call/test_events.py::test_whatever_a_hook_raises_breaks_nothing"

PLANTED = [
    # -- closing
    Bug(
        "closing waits for the call that it is called in",
        _CONNECTION,
        "self._left_out = frozenset(what for _, what in _AROUND.get())",
        "self._left_out = frozenset()",
        (_CUT,),
    ),
    Bug(
        "closing waits for a call around the one that it is called in",
        _CONNECTION,
        "_AROUND.set((*around, (self, scope)))",
        "_AROUND.set(((self, scope),))",
        (f"{_CLOSING}::test_a_call_in_a_call_closes_the_client_of_both",),
    ),
    Bug(
        "a call that has closed its client goes on",
        _CONNECTION,
        "            await anyio.lowlevel.checkpoint_if_cancelled()  # the call that did this ends here\n",
        "            pass\n",
        (_CUT,),
    ),
    Bug(
        "closing inside of a call waits for no other",
        _CONNECTION,
        "        while not self._under_way <= self._left_out:\n",
        "        while not self._under_way & self._left_out and self._under_way:\n",
        (f"{_CLOSING}::test_the_other_calls_are_waited_for_all_the_same",),
    ),
    Bug(
        "a task remembers every call that led to it",
        _CONNECTION,
        "if pair[1] in pair[0]._under_way)",
        "if pair)",
        (f"{_CLOSING}::test_a_task_that_outlives_its_call_is_in_no_call_more",),
    ),
    # -- tasks that go on
    Bug(
        "what waited for a credential is sent after its attempt",
        "src/commerce_sdk/runtime/retries/writes.py",
        "        if call.evidence.is_over:\n            return WITHDRAWN\n",
        "",
        (f"{_LATE}[asyncio-token]", f"{_LATE}[trio-token]"),
    ),
    Bug(
        "what waited for a connection is sent after its attempt",
        "src/commerce_sdk/runtime/http/transport.py",
        "        call.evidence.begin(call.context.deadline)\n",
        "        call.evidence.begun = True\n",
        # Where a transport tells how far it came, that is looked at once more.
        (f"{_TASKS}::test_a_transport_is_not_asked_once_the_attempt_is_over",),
    ),
    Bug(
        "what was connecting is sent after its attempt",
        "src/commerce_sdk/runtime/call/exchange.py",
        "            self.check()\n            # What asks",
        "            # What asks",
        (f"{_LATE}[asyncio-connect]", f"{_LATE}[trio-connect]"),
    ),
    Bug(
        "an answer is told after the end of its attempt",
        "src/commerce_sdk/runtime/call/observe.py",
        "is not None and not call.evidence.is_over:\n",
        "is not None:\n",
        (f"{_LATE}[asyncio-answer]",),
    ),
    # -- groups, and hooks
    Bug(
        "a group of a cancellation and a failure leaves the call as it is",
        "src/commerce_sdk/runtime/middleware.py",
        "        fault = without_cancellation(fault)\n",
        "",
        (_GROUP,),
    ),
    Bug(
        "a token's group of a cancellation and a failure leaves the call as it is",
        "src/commerce_sdk/runtime/credentials/auth.py",
        "    fault = without_cancellation(fault)\n",
        "",
        (f"{_TASKS}::test_a_token_whose_task_fails_as_the_call_is_cut_failed",),
    ),
    Bug(
        "a hook that raises a cancellation breaks the call",
        "src/commerce_sdk/runtime/call/events.py",
        "    except BaseException:  # no",
        "    except Exception:  # no",
        (_HOOK,),
    ),
]
