"""Bugs in what a middleware may do, and in what is told of an attempt's end."""

from __future__ import annotations

from tests.planted.bug import Bug

_RUNTIME = "src/commerce_sdk/runtime/"
_LAYER, _CALLS = "src/commerce_sdk/runtime/middleware.py", "src/commerce_sdk/runtime/core.py"
_CONTRACT, _EVENTS = "tests/runtime/test_middleware.py", "tests/runtime/call/test_events.py"
_EVERYWHERE = "tests/runtime/test_secrets_everywhere.py"
_OUT = f"{_EVERYWHERE}::test_no_credential_comes_out[direct-Bearer-asyncio]"
_BROKEN = f"{_CONTRACT}::test_what_breaks_the_contract_sends_once_and_tells_the_truth"
_ASTRAY = f"{_CONTRACT}::test_one_that_leaves_the_sending_to_a_task_leaves_nothing_behind"
_HEADER = f"{_CONTRACT}::test_a_header_that_is_not_its_to_set_is_refused"
_CLOSED = f"{_EVENTS}::test_of_ten_thousand_calls_every_one_closes"

PLANTED = [
    # -- what it may do
    Bug(
        "a middleware can send twice",
        _LAYER,
        "            if self._begun:\n",
        "            if self._begun and self._over:\n",
        (_BROKEN,),
    ),
    Bug(
        "a middleware stands below the credential",
        "src/commerce_sdk/runtime/pipeline.py",
        "= credential\n"
        "        if middleware != ():\n"
        "            from commerce_sdk.runtime.middleware import around  # most clients have none\n"
        "\n"
        "            keys = {scheme.header.lower() for scheme in platform.schemes}\n"
        '            self.layers = around(middleware, self.layers, frozenset({"authorization", *keys}))\n',
        "= Confirm(Observe(hooks, transport))\n"
        "        if middleware != ():\n"
        "            from commerce_sdk.runtime.middleware import around\n"
        "\n"
        "            self.layers = around(middleware, self.layers, frozenset())\n"
        "        self.layers = Authenticate(auth, platform, clock, self.layers)\n",
        (f"{_CONTRACT}::test_the_credential_is_nowhere_in_it",),
    ),
    Bug(
        "a middleware sees the credential that an answer echoes",
        _LAYER,
        "unechoed_content(self._reply.content, self._reply.secrets)",
        "self._reply.content",
        (f"{_CONTRACT}::test_the_credential_is_nowhere_in_it", _OUT),
    ),
    Bug(
        "a middleware sets a header of the credential",
        _LAYER,
        "Around(each, where, below, _RESERVED | credential)",
        "Around(each, where, below, _RESERVED)",
        (_HEADER,),
    ),
    Bug(
        "a middleware takes the place of a header of the call",
        _LAYER,
        "taken = {name.lower() for name, _ in there} | self._reserved",
        "taken = {*self._reserved}",
        (_HEADER,),
    ),
    Bug(
        "a middleware is given cookies",
        "src/commerce_sdk/runtime/http/transport.py",
        'if name.lower() != "set-cookie"',
        "if name",
        (f"{_CONTRACT}::test_the_credential_is_nowhere_in_it",),
    ),
    Bug(
        "a middleware changes the headers that came",
        _LAYER,
        "return MappingProxyType(headers if",
        "return (headers if",
        (f"{_CONTRACT}::test_neither_the_call_nor_the_answer_can_be_changed",),
    ),
    Bug(
        "the last middleware of the list is outermost",
        _LAYER,
        "for where, each in reversed(places):",
        "for where, each in places:",
        (f"{_CONTRACT}::test_the_first_of_the_list_is_outermost",),
    ),
    Bug(
        "a middleware without the second argument is taken",
        _LAYER,
        'inspect.signature(middleware).bind("call", "call_next")',
        "inspect.signature(middleware)",
        (f"{_CONTRACT}::test_what_is_no_middleware_is_refused_with_its_place",),
    ),
    # -- what is known then
    Bug(
        "a middleware that failed after sending is said to have sent nothing",
        _LAYER,
        'f"{self._where} {what}", sent=sent)',
        'f"{self._where} {what}", sent=False)',
        (_BROKEN,),
    ),
    Bug(
        "a write whose middleware failed after sending is said not to be applied",
        "src/commerce_sdk/runtime/retries/certainty.py",
        "    if not sent or isinstance(error, InvalidRequest | AuthenticationFailed):",
        "    if type(error).__name__ == 'MiddlewareFailed' or not sent or isinstance(\n"
        "        error, InvalidRequest | AuthenticationFailed\n    ):",
        (
            _BROKEN,
            f"{_CONTRACT}::test_an_order_whose_middleware_failed_after_sending_is_placed_once",
        ),
    ),
    Bug(
        "an error of a middleware's own is taken for the platform's",
        _LAYER,
        "        if inner is self.raised:\n",
        "        if isinstance(inner, MiddlewareFailed.__base__):\n",
        (_BROKEN,),
    ),
    Bug(
        "an error from before it was sent is taken for what became of it",
        _LAYER,
        "self._begun, self.raised = True, None",
        "self._begun = True",
        (_BROKEN,),
    ),
    Bug(
        "a write goes on after a middleware failed",
        "src/commerce_sdk/runtime/retries/writes.py",
        "elif isinstance(error, MiddlewareFailed) and not self.state.over:",
        "elif isinstance(error, MiddlewareFailed) and self.state.sends:",
        (f"{_CONTRACT}::test_a_failure_is_told_whatever_a_look_would_find",),
    ),
    Bug(
        "a write is tried again after a middleware failed",
        "src/commerce_sdk/runtime/retries/writes.py",
        "            self._to(Event.ENOUGH)  # its author",
        "            pass  # its author",
        (_BROKEN,),
    ),
    Bug(
        "what a middleware left to a task goes on",
        _LAYER,
        "            self._under_way.cancel()\n",
        "            pass\n",
        (_ASTRAY,),
    ),
    Bug(
        "what a middleware left to a task is said not to be sent",
        _LAYER,
        "            self._call.evidence.doubt()\n",
        "            self._call.evidence.begun = False\n",
        (_ASTRAY,),
    ),
    Bug(
        "a middleware begins after its end",
        _LAYER,
        "            if self._over:\n                raise",
        "            if self._over and self._begun:\n                raise",
        (_ASTRAY,),
    ),
    Bug(
        "a middleware that hangs outlives the deadline",
        _LAYER,
        "anyio.move_on_after(deadline.remaining()) as",
        "anyio.move_on_after(6.0) as",
        (f"{_CONTRACT}::test_a_middleware_has_the_deadline_of_the_call",),
    ),
    Bug(
        "a file is kept open when a middleware fails",
        _LAYER,
        "            await _let_go(self.reply.body)\n\n    def _failure",
        "            pass\n\n    def _failure",
        (f"{_CONTRACT}::test_a_file_that_nobody_is_given_is_let_go",),
    ),
    # -- what is told
    Bug(
        "an attempt that breaks has no end",
        "src/commerce_sdk/runtime/call/observe.py",
        "    if call.hooks.end is not None:\n",
        "    if call.hooks.end is not None and error is None:\n",
        (f"{_EVENTS}::test_an_attempt_that_breaks_ends_too", _CLOSED),
    ),
    Bug(
        "an attempt that is cancelled has no end",
        _CALLS,
        "        finally:\n            close(",
        '        finally:\n            "Cancel" in (failed or "") or close(',
        (f"{_EVENTS}::test_a_call_that_is_cancelled_or_cut_by_closing_ends_too", _CLOSED),
    ),
    Bug(
        "each event has an id of its own",
        "src/commerce_sdk/runtime/call/exchange.py",
        "        if self._call_id is None:\n",
        "        if True:\n",
        (f"{_EVENTS}::test_a_good_answer_ends_its_attempt",),
    ),
    Bug(
        "an id is made that nobody asks for",
        "src/commerce_sdk/runtime/call/exchange.py",
        "    _call_id: str | None = None",
        "    _call_id: str | None = field(default_factory=lambda: os.urandom(16).hex())",
        (f"{_EVENTS}::test_an_id_is_made_only_for_those_who_ask",),
    ),
]
