"""What of an error comes before somebody's eyes: its texts, and what crash reporters record of it."""

from __future__ import annotations

import inspect
import json
import linecache
import logging
import os
import re
import traceback
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

import sentry_sdk
import sentry_sdk.envelope
import sentry_sdk.transport
import sentry_sdk.utils
from rich.pretty import pretty_repr
from rich.traceback import Traceback

from tests.conftest import ROOT


def of_value(value: Any) -> Iterator[tuple[str, str]]:
    """A value as text, and as it is printed."""
    yield "str", str(value)
    yield "repr", repr(value)
    yield "rich", pretty_repr(value)


def of_error(error: BaseException) -> Iterator[tuple[str, str]]:
    """An error, each cause and context of it (also those that a traceback leaves out), and the
    local variables of every frame."""
    for each in chain(error):
        yield from of_value(each)
        yield "attributes", repr(vars(each))
        told = traceback.TracebackException.from_exception(each, capture_locals=True)
        yield "traceback", "".join(told.format())
        yield from _by_evaluation(each)
    yield "rich traceback", _by_rich(error)
    yield "sentry", _by_sentry(error)


def chain(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        each = waiting.pop()
        if each is not None and each not in found:
            found.append(each)
            waiting += [each.__cause__, each.__context__]
            waiting += each.exceptions if isinstance(each, BaseExceptionGroup) else ()
    return found


def _by_evaluation(error: BaseException) -> Iterator[tuple[str, str]]:
    """What loguru and cgitb print: every name and attribute on the lines that a traceback shows,
    evaluated. Of a frame of the SDK also those of its locals anywhere in the function, and all that
    `self` has, for another of its lines may be the one that fails."""
    for frame, line in traceback.walk_tb(error.__traceback__):
        code = frame.f_code
        if Path(code.co_filename).is_relative_to(ROOT / "tests"):
            continue  # what a caller's own lines name is the caller's to hide
        shown = _dotted(linecache.getline(code.co_filename, line))
        everywhere: set[tuple[str, ...]] = set()
        if f"{os.sep}commerce_sdk{os.sep}" in code.co_filename:
            own = frame.f_locals.get("self")
            names = (*getattr(own, "__dict__", ()), *getattr(own, "__struct_fields__", ()))
            everywhere = {("self", name) for name in names} | _dotted(_source(code))
        told = [f"{code.co_qualname}, line {line}"]
        for names, known in (
            *((names, {**frame.f_globals, **frame.f_locals}) for names in shown),
            *((names, frame.f_locals) for names in everywhere),
        ):
            try:
                value = known[names[0]]
                for name in names[1:]:
                    value = getattr(value, name)
                told.append(f"{'.'.join(names)} = {value!r}")
            except Exception:  # not there, or not yet
                continue
        yield "evaluated", "\n".join(told)


@cache
def _source(code: CodeType) -> str:
    return "".join(inspect.getsourcelines(code)[0])


@cache
def _dotted(source: str) -> frozenset[tuple[str, ...]]:
    """Each name in a text, and each attribute of it, as a path."""
    paths = [tuple(found.split(".")) for found in re.findall(r"[^\W\d]\w*(?:\.\w+)*", source)]
    return frozenset(path[:end] for path in paths for end in range(1, len(path) + 1))


def _by_rich(error: BaseException) -> str:
    # What it would print, without the colours, which take a second.
    told = Traceback.extract(type(error), error, error.__traceback__, show_locals=True)
    shown = [f"{stack.exc_type}: {stack.exc_value}" for stack in told.stacks]
    for stack in told.stacks:
        for frame in stack.frames:
            shown += [f"{name} = {node}" for name, node in (frame.locals or {}).items()]
    return "\n".join(shown)


class _Captured(sentry_sdk.transport.Transport):
    def __init__(self) -> None:
        super().__init__()
        self.events: list[Any] = []

    def capture_envelope(self, envelope: sentry_sdk.envelope.Envelope) -> None:
        self.events.append(envelope.get_event())


_CAPTURED = _Captured()


@cache
def _sentry() -> sentry_sdk.Client:
    # Its integrations would patch this whole process; what an error is told as is not theirs.
    return sentry_sdk.Client(
        dsn="https://public@sentry.invalid/1", transport=_CAPTURED, default_integrations=False
    )


def _by_sentry(error: BaseException) -> str:
    event, hint = sentry_sdk.utils.event_from_exception(error, client_options=_sentry().options)
    assert _sentry().capture_event(event, hint) is not None
    return json.dumps(_CAPTURED.events.pop(), default=repr, ensure_ascii=False)


class EveryLogger(logging.Handler):
    """Hears every logger at DEBUG while it is entered."""

    NAMES = ("", "commerce_sdk", "httpx", "httpcore", "aiohttp", "asyncio", "anyio", "trio", "h11")

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.heard: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = logging.Formatter().format(record)
        self.heard.append((f"log of {record.name}", text))

    def __enter__(self) -> EveryLogger:
        self._levels = {name: logging.getLogger(name).level for name in self.NAMES}
        for name in self.NAMES:
            logging.getLogger(name).setLevel(logging.DEBUG)
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)
        for name, level in self._levels.items():
            logging.getLogger(name).setLevel(level)
