"""Bugs that nobody must be able to write unnoticed, to plant and see the tests turn red."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from msgspec.structs import replace

from commerce_sdk import CommerceError
from commerce_sdk.operation import Request
from commerce_sdk.runtime.client import Core
from commerce_sdk.runtime.deadline import Deadline
from commerce_sdk.runtime.keyed import KeyedWrite

_once = Core.once


async def _a_new_id_for_each_attempt(
    core: Core, request: Request[Any], deadline: Deadline, number: int, confirm: Any = None
) -> Any:
    if request.body is not None and number > 1:
        fresh = f'"orderId":"{number:08d}'.encode()
        request = replace(request, body=request.body[:1] + fresh + request.body[20:])
    return await _once(core, request, deadline, number, confirm)


async def _blind(write: KeyedWrite[Any, Any]) -> None:
    return None


async def _raised_at_once(write: KeyedWrite[Any, Any], error: CommerceError) -> None:
    raise write._certain(error)


def _sure(write: KeyedWrite[Any, Any], error: CommerceError) -> CommerceError:
    error.maybe_applied = False
    return error


@attrs.frozen
class Planted:
    """A bug, where it is planted, and what of it is noticed."""

    name: str
    where: type
    method: str
    bug: Any
    noticed: str

    def plant(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(self.where, self.method, self.bug)


PLANTED = [
    Planted("a new id each time", Core, "once", _a_new_id_for_each_attempt, "same bytes"),
    Planted("no look", KeyedWrite, "_look", _blind, "nothing is sent again|could have been found"),
    Planted(
        "a 409 raised at once",
        KeyedWrite,
        "_there_or_in_work",
        _raised_at_once,
        "called unplaced|could have been found",
    ),
    Planted("called unplaced", KeyedWrite, "_certain", _sure, "called unplaced"),
]
