"""What can go wrong with a connection, in your tests: the proxy of the sandbox, and its faults.

async with FaultProxy("127.0.0.1", port) as proxy:
    proxy.plan(CutAfterApplying(), method="POST")
    client = CommerceClient(base_url=proxy.url("/commerce/api"), ...)
"""

from commerce_sdk.sandbox.engine.faults import (
    Bomb,
    CloseWhileIdle,
    CutAfterApplying,
    CutBeforeApplying,
    CutChunked,
    CutInAnswer,
    CutWithoutLength,
    Drip,
    Exchange,
    Fault,
    FaultProxy,
    Garbage,
    HalfClose,
    ResetAtAccept,
    Silence,
    SlowAccept,
)

__all__ = [
    "Bomb",
    "CloseWhileIdle",
    "CutAfterApplying",
    "CutBeforeApplying",
    "CutChunked",
    "CutInAnswer",
    "CutWithoutLength",
    "Drip",
    "Exchange",
    "Fault",
    "FaultProxy",
    "Garbage",
    "HalfClose",
    "ResetAtAccept",
    "Silence",
    "SlowAccept",
]
