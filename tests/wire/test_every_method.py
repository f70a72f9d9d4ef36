"""Every method of every client has a wire test, and every wire test is of a method."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.api_page.subjects import clients
from tests.wire.every_method import every_method, every_test, faults, folders, wire


def test_every_platform_has_wire_tests() -> None:
    assert set(folders()) == {client.platform.name for client in clients()}


@pytest.mark.parametrize("platform", folders())
def test_every_method_has_one(platform: str) -> None:
    assert faults(every_method(platform), every_test(platform)) == []


def test_the_methods_are_those_of_clients_namespaces_and_what_they_give() -> None:
    known = every_method("commerce")
    assert known >= {
        "commerce.from_env",
        "commerce.with_options",
        "commerce.orders.place",
        "commerce.OrderHandle.result",
        "commerce.Paginator.first",
        "commerce.Download.save",
    }
    assert not any(part.startswith("_") for name in known for part in name.split("."))


def test_a_new_method_needs_a_wire_test() -> None:
    @wire("florist.bills.get")
    async def test_get() -> None:
        await florist.bills.get("7")

    known = {"florist.bills.get", "florist.bills.list"}
    assert faults(known, {"test_bills.test_get": test_get}) == ["florist.bills.list: no wire test"]


def test_a_wire_test_names_the_method_that_it_calls() -> None:
    @wire("florist.bills.get", "florist.bills.burn")
    async def test_list() -> None:
        await florist.bills.list()

    async def test_nothing() -> None:
        await florist.bills.list()

    @wire("florist.bills.list")
    async def get() -> None:
        await florist.bills.list()

    tests = {"test_bills.test_list": test_list, "test_bills.test_nothing": test_nothing}
    known = {"florist.bills.get", "florist.bills.list"}
    assert faults(known, {**tests, "test_bills.get": get}) == [
        "test_bills.test_list: does not call florist.bills.get",
        "test_bills.test_list: there is no florist.bills.burn",
        "test_bills.test_nothing: names no method",
        "test_bills.get: does not run",
    ]


florist: Any = None
"""A client of no platform: the tests above that name it are read, and never run."""
