"""Bugs in errors as values, in what they say, and in a few facts of the document."""

from __future__ import annotations

from tests.planted.bug import Bug

_SDK, _RUNTIME, _COMMERCE = (
    "src/commerce_sdk/",
    "src/commerce_sdk/runtime/",
    "src/commerce_sdk/commerce/",
)
_MODELS = "generated/commerce_sdk_api/commerce/models/"
_CARRIED = "tests/ground/test_carried.py"
_SAID = "tests/runtime/call/test_said.py"
_KEYWORDS = "tests/commerce/test_keywords.py"
_SHORT = _SAID + "::test_a_refused_connection_is_told_in_one_line_and_a_short_traceback"
_NAMED = _KEYWORDS + "::test_an_error_names_the_keyword_that_was_given"

PLANTED = [
    # -- elsewhere
    Bug(
        "elsewhere, an error is made anew from its text",
        _SDK + "errors.py",
        "return _remade, (type(self), self.args), vars(self)",
        "return type(self), self.args, vars(self)",
        (_CARRIED + "::test_an_error_is_the_same_elsewhere",),
    ),
    Bug(
        "elsewhere, what an error carries is gone",
        _SDK + "errors.py",
        "return _remade, (type(self), self.args), vars(self)",
        "return _remade, (type(self), self.args)",
        (_CARRIED + "::test_errors_come_out_of_a_pool_of_processes",),
    ),
    Bug(
        "elsewhere, the words of an error are gone",
        _SDK + "errors.py",
        "    error.args = args\n",
        "",
        (_CARRIED + "::test_an_error_that_somebody_derived_too",),
    ),
    # -- what an error says
    Bug(
        "a repr without the server's words",
        _SDK + "errors.py",
        "({self._words()[:_REPR_LENGTH]!r}{''.join(facts)})",
        "({self.args!r}{''.join(facts)})",
        (_SAID + "::test_a_repr_says_what_the_server_said",),
    ),
    Bug(
        "a repr without the request's id",
        _SDK + "errors.py",
        '_SHOWN = ("status", "code", "request_id", ',
        '_SHOWN = ("status", "code", ',
        (_SAID + "::test_a_repr_says_what_the_server_said",),
    ),
    Bug(
        "a refused connection without its port",
        "src/commerce_sdk/runtime/http/transport.py",
        "if proxy and unsent else _with_port(request.url)",
        "if proxy and unsent else host",
        (_SHORT,),
    ),
    Bug(
        "a host without the port that was asked",
        "src/commerce_sdk/runtime/http/transport.py",
        'port = "" if url.port else ":443" if url.scheme == "https" else ":80"',
        'port = ""',
        (_SAID + "::test_a_host_without_a_port_is_named_with_the_one_that_was_asked",),
    ),
    Bug(
        "looks count as attempts to place",
        _SDK + "errors.py",
        "made = sum(attempt.operation == self.operation for attempt in self.attempts)",
        "made = len(self.attempts)",
        (
            "tests/commerce/orders/test_pauses.py::test_only_attempts_of_the_operation_count_and_doubt_is_told",
        ),
    ),
    Bug(
        "each event loop words a refused connection in its own way",
        "src/commerce_sdk/runtime/http/connection.py",
        "raise httpcore.ConnectError(reason(fault) or str(fault)) from fault",
        "raise",
        (_SHORT,),
    ),
    Bug(
        "a traceback through all the libraries below",
        "src/commerce_sdk/runtime/http/transport.py",
        "raise ConnectionFailed(why, sent=self._evidence.may_have_sent) from None",
        "raise ConnectionFailed(why, sent=self._evidence.may_have_sent)",
        (_SHORT,),
    ),
    Bug(
        "a traceback through all the layers",
        "src/commerce_sdk/runtime/core.py",
        "                error.__traceback__ = None\n",
        "                pass\n",
        (_SHORT,),
    ),
    # -- keywords
    Bug(
        "a wrong part of an order is found deep inside",
        _RUNTIME + "keywords.py",
        "cast(Any, method).more_keywords = [*parts.__annotations__]",
        "pass",
        (_KEYWORDS + "::test_a_keyword_that_no_method_takes_is_refused_by_name",),
    ),
    Bug(
        "a wrong keyword is Python's to refuse",
        _RUNTIME + "keywords.py",
        "    if known is not None:",
        "    if False:",
        (_KEYWORDS + "::test_a_keyword_that_no_method_takes_is_refused_by_name",),
    ),
    Bug(
        "a wrong keyword of from_env hides behind a missing token",
        _RUNTIME + "platform_client.py",
        'check_keywords(cls.__init__, [*given], f"{cls.__name__}()")',
        "pass",
        (_KEYWORDS + "::test_the_nearest_right_one_is_named",),
    ),
    Bug(
        "nothing near is named",
        _RUNTIME + "keywords.py",
        "get_close_matches(name, known, 1, 0.5)",
        "get_close_matches(name, known, 1, 1.0)",
        (_KEYWORDS + "::test_the_nearest_right_one_is_named",),
    ),
    Bug(
        "errors name the wire's words",
        _RUNTIME + "keywords.py",
        "            error.at(own)\n",
        "            pass\n",
        (_NAMED,),
    ),
    Bug(
        "a filter keeps the document's name",
        _COMMERCE + "namespace.py",
        '    "status_filter": "status",\n',
        "",
        (_NAMED,),
    ),
    Bug(
        "a model's places are renamed too",
        _RUNTIME + "keywords.py",
        "(*names[:arguments], *given)",
        "(*names, *given, 'invoice_group_id')",
        (_KEYWORDS + "::test_a_model_keeps_the_documents_words",),
    ),
    Bug(
        "a list waits with its refusal for its first page",
        _RUNTIME + "lists/listing.py",
        "    core.tenants.fill(first)\n",
        "",
        ("tests/runtime/test_tenants.py",),
    ),
    Bug(
        "an account that is no text is taken",
        _RUNTIME + "tenants.py",
        "                account(self.given[name], setting.keyword)",
        "                pass",
        (_KEYWORDS + "::test_an_account_that_cannot_be_right_is_refused_when_it_is_given",),
    ),
    Bug(
        "a missing account names no variable",
        "src/commerce_sdk/commerce/client.py",
        ', "COMMERCE_TRANSACTION_ACCOUNT"',
        "",
        (_KEYWORDS + "::test_a_missing_account_names_the_variable",),
    ),
    Bug(
        "an id given as a UUID gets no advice",
        "src/commerce_sdk/document/kinds.py",
        'if got == "UUID":',
        'if got == "uuid":',
        (_KEYWORDS + "::test_an_id_given_as_a_uuid_is_told_how_to_pass_it",),
    ),
    Bug(
        "an order's id that is no text breaks its own refusal",
        "src/commerce_sdk/commerce/orders/prepared.py",
        "chosen if isinstance(chosen, str) else None",
        "chosen",
        (_KEYWORDS + "::test_so_is_one_in_an_order",),
    ),
    # -- the document
    Bug(
        "a cohort does not know DEFAULT",
        _MODELS + "pricing_cohort_type.py",
        '    DEFAULT = "DEFAULT"\n',
        "",
        (
            "tests/openapi/test_words.py"
            "::test_an_answer_may_leave_out_how_customers_are_chosen_or_say_default",
        ),
    ),
    Bug(
        "a request chooses customers by what no request may say",
        _MODELS + "pricing_cohort_input_type.py",
        '    SUBSCRIPTIONS_BY_TIER = "SUBSCRIPTIONS_BY_TIER"\n',
        '    DEFAULT = "DEFAULT"\n    SUBSCRIPTIONS_BY_TIER = "SUBSCRIPTIONS_BY_TIER"\n',
        ("tests/openapi/test_words.py::test_a_request_chooses_customers_by_tier_only",),
    ),
]
