"""A small TCP proxy on loopback that breaks connections on demand, and what it can break."""

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
