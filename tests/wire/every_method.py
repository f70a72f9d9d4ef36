"""Which method of which client a wire test is about, and which methods there are."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import commerce_sdk
from codegen.api_page.subjects import clients, methods, namespaces, own_members
from commerce_sdk.value import OfThisProcess

HERE = Path(__file__).parent
Test = TypeVar("Test", bound=Callable[..., Any])


def wire(*names: str) -> Callable[[Test], Test]:
    """Names the methods that a test is about: `commerce.orders.place`, `commerce.for_account`, or
    of what a method gives `commerce.OrderHandle.result`."""

    def named(test: Test) -> Test:
        test.wire = names  # type: ignore[attr-defined]
        return test

    return named


def folders() -> list[str]:
    """The platforms that have wire tests."""
    return sorted(path.parent.name for path in HERE.glob("*/__init__.py"))


def every_method(platform: str) -> set[str]:
    """The names of all methods of a platform's client, of its namespaces, and of what they give
    that asks further: lists, downloads, handles."""
    (client,) = (each for each in clients() if each.platform.name == platform)
    found = {name for name, member in own_members(client) if not isinstance(member, property)}
    for name, namespace in namespaces(client):
        for method, function in methods(namespace):
            found.add(f"{name}.{method}")
            found.update(_of_what_is_given(function))
    return {f"{platform}.{name}" for name in found}


def _of_what_is_given(function: Callable[..., Any]) -> Iterator[str]:
    named = str(inspect.signature(function).return_annotation).partition("[")[0]
    given = getattr(commerce_sdk, named, None)
    if inspect.isclass(given) and issubclass(given, OfThisProcess):
        for name, _ in inspect.getmembers(given, inspect.isfunction):
            if not name.startswith("_"):
                yield f"{named}.{name}"


def every_test(platform: str) -> dict[str, Callable[..., Any]]:
    """The wire tests of a platform, by their module and name."""
    found: dict[str, Callable[..., Any]] = {}
    for path in sorted((HERE / platform).glob("test_*.py")):
        module = import_module(f"{__package__}.{platform}.{path.stem}")
        for name, test in inspect.getmembers(module, inspect.isfunction):
            if test.__module__ == module.__name__ and (name.startswith("test") or _names(test)):
                found[f"{path.stem}.{name}"] = test
    return found


def faults(known: set[str], tests: Mapping[str, Callable[..., Any]]) -> list[str]:
    """One line for each method without a test, each test without a method, and each test that does
    not run or does not call what it names."""
    tested = {name for test in tests.values() for name in _names(test)}
    lines = [f"{name}: no wire test" for name in sorted(known - tested)]
    for place, test in tests.items():
        if not place.rpartition(".")[2].startswith("test_"):
            lines.append(f"{place}: does not run")
        if not _names(test):
            lines.append(f"{place}: names no method")
        for name in _names(test):
            if name not in known:
                lines.append(f"{place}: there is no {name}")
            elif f".{name.rpartition('.')[2]}(" not in inspect.getsource(test):
                lines.append(f"{place}: does not call {name}")
    return lines


def _names(test: Callable[..., Any]) -> tuple[str, ...]:
    return getattr(test, "wire", ())
