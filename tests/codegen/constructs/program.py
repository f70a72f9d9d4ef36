"""The calls of a construct as a program, which is type-checked strictly and then run."""

from __future__ import annotations

from tests.codegen.constructs.table import Call

_HEAD = """from __future__ import annotations

import datetime
import inspect
from decimal import Decimal
from typing import Any

from commerce_sdk import UNSET, ApiError, CommerceError, Money
from commerce_sdk.document.operation import RateLimit, Request
from commerce_sdk.document.reading import UnknownVariant

from {package} import PLATFORM, models
{imports}
"""
_BUILD = """

def build_{number}() -> Request[{type}]:
    return {build}
"""
_READS = """

def reads_{number}({name}: {type}) -> bool:
    return bool({reads})
"""


def program(package: str, calls: tuple[Call, ...]) -> str:
    """A module with `build_N`, which makes the request of the Nth call, and `reads_N`, which says
    whether its answer is the right one."""
    imports = sorted({f"from {package}.api.{each.tag} import {each.operation}" for each in calls})
    parts = [_HEAD.format(package=package, imports="\n".join(imports))]
    for number, call in enumerate(calls):
        parts.append(_BUILD.format(number=number, type=call.type, build=call.build))
        name, type = "answer", call.type
        if call.refused is not None:
            name, type = "refused", "CommerceError"
        elif call.status >= 400:
            name, type = "fault", "ApiError"
        parts.append(_READS.format(number=number, name=name, type=type, reads=call.reads))
    return "".join(parts)
