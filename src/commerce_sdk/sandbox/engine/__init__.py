"""Serves a platform from its document and a behaviour; knows no platform."""

from commerce_sdk.sandbox.engine.behaviour import BehaviourError, WrongAnswer
from commerce_sdk.sandbox.engine.call import Answer, Call, Entries, Entry, File, PageInfo
from commerce_sdk.sandbox.engine.clock import Clock, ManualClock, SystemClock
from commerce_sdk.sandbox.engine.document import Document, DocumentError
from commerce_sdk.sandbox.engine.limits import Standing
from commerce_sdk.sandbox.engine.platform import Platform
from commerce_sdk.sandbox.engine.refusal import Problem, Refusal
from commerce_sdk.sandbox.engine.server import Server
from commerce_sdk.sandbox.engine.world import World

__all__ = [
    "Answer",
    "BehaviourError",
    "Call",
    "Clock",
    "Document",
    "DocumentError",
    "Entries",
    "Entry",
    "File",
    "ManualClock",
    "PageInfo",
    "Platform",
    "Problem",
    "Refusal",
    "Server",
    "Standing",
    "SystemClock",
    "World",
    "WrongAnswer",
]
