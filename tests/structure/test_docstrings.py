"""What a public method raises, and what its keywords are, its `help()` says."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import commerce_sdk
from codegen.api_page.docstrings import arguments, attributes
from codegen.api_page.signatures import keys
from codegen.api_page.subjects import clients, is_member, methods, names, namespaces, own_members
from commerce_sdk import CommerceClient, journeys
from commerce_sdk.commerce.orders.namespace import OrderParts

RUNTIME = ("Download", "Handle", "Paginator", "WaitAll", "OrderHandle", "Provisioning")
"""What calls give that is asked further."""


def public() -> Iterator[tuple[str, Callable[..., Any]]]:
    for kind in clients():
        yield kind.__name__, kind
        for name, member in own_members(kind):
            yield f"{kind.__name__}.{name}", member
        for space, namespace in namespaces(kind):
            for name, function in methods(namespace):
                yield f"{kind.platform.name}.{space}.{name}", function
    followed = {name: getattr(commerce_sdk, name) for name in RUNTIME}
    for name, owner in {**followed, "journeys.Journey": journeys.Journey}.items():
        for each in inspect.getmro(owner):
            for member, value in vars(each).items():
                if is_member(value) and not member.startswith("_"):
                    yield f"{name}.{member}", value
    for name, value in [*names(), *((name, getattr(journeys, name)) for name in journeys.__all__)]:
        if inspect.isfunction(value):
            yield name, value


EVERY = {
    name: getattr(value, "__func__", value)
    for name, value in public()
    if not isinstance(value, property)
}
_GIVES = re.compile(r"^(Paginator|Download|Pages|Prefetch|Updates|Steps|WaitAll|Handle)\b")


def asks(function: Callable[..., Any]) -> bool:
    """Does it call the platform, or give what does?"""
    kind = str(inspect.signature(function).return_annotation)
    return inspect.iscoroutinefunction(function) or bool(_GIVES.match(kind))


ASKING = [
    name for name, function in EVERY.items() if not inspect.isclass(function) and asks(function)
]


def test_all_are_walked() -> None:
    assert len(ASKING) > 130
    assert {"commerce_layer.roles.list", "commerce.quotes.download", "resume"} < {*ASKING}
    assert {"Paginator.collect", "Download.save", "journeys.Journey.steps"} < {*ASKING}


@pytest.mark.parametrize("name", ASKING)
def test_what_asks_the_platform_says_what_it_raises(name: str) -> None:
    assert re.search(r"\b[Rr]aises?\b", EVERY[name].__doc__ or "")


def test_no_docstring_tells_of_a_keyword_that_there_is_not() -> None:
    wrong = [
        f"{name}: {keyword}"
        for name, function in EVERY.items()
        for keyword in arguments(function)
        if keyword not in {*inspect.signature(function).parameters, *OrderParts.__annotations__}
    ]
    assert wrong == []


def test_a_docstring_that_tells_of_keywords_tells_of_all() -> None:
    missing = [
        f"{name}: {keyword}"
        for name, function in EVERY.items()
        if (told := arguments(function))
        for keyword, each in inspect.signature(function).parameters.items()
        if keyword not in told
        and each.kind in (each.KEYWORD_ONLY, each.POSITIONAL_OR_KEYWORD)
        and keyword not in ("self", "cls")
        and f"`{keyword}`" not in (function.__doc__ or "")
    ]
    assert missing == []


def test_seconds_are_called_seconds() -> None:
    told = [
        arguments(function)[keyword]
        for function in EVERY.values()
        for keyword in ("deadline", "poll_interval", "attempt_timeout")
        if keyword in arguments(function)
    ]
    assert len(told) > 20
    assert [each for each in told if not each.startswith("Seconds")] == []


def test_help_says_what_placing_takes() -> None:
    told = arguments(CommerceClient(token="t").orders.place)
    assert {*keys(OrderParts)} < told.keys()
    assert {each: told[each] for each in keys(OrderParts)} == attributes(OrderParts)
