"""Looking in from outside, for a server in a process of its own: the routes under `/_sandbox`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Literal, Protocol, get_args, get_origin, get_type_hints

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from commerce_sdk.sandbox.engine.answers import unwritable
from commerce_sdk.sandbox.engine.behaviour import WrongAnswer
from commerce_sdk.sandbox.engine.bodies import parsed
from commerce_sdk.sandbox.engine.clock import Clock, ManualClock
from commerce_sdk.sandbox.engine.failures import Failure
from commerce_sdk.sandbox.engine.given import a, a_kind
from commerce_sdk.sandbox.engine.refusal import Refusal

PATH = "/_sandbox"
_LONGEST = 100 * 365 * 86_400
"""Seconds; what comes after it is beyond the calendar before long."""

Respond = Callable[[Request], Any]


_FAILURE = {
    "operation_id": (str | None, "the id of an operation, or null for any"),
    "status": (int, "a number"),
    "times": (int, "a number"),
    "after_applying": (bool, "true or false"),
    "headers": (dict, "an object of texts"),
    "body": (str, "a text"),
}
"""What `fail_next` takes, and what each of it is in JSON."""


class Shown(Protocol):
    """A platform whose behaviour may have `switches` and `state()`, and whose answers can be
    scripted."""

    behaviour: Any

    @property
    def fail_next(self) -> Callable[..., None]: ...


def control_routes(
    platforms: Mapping[str, Shown], clock: Clock, reset: Callable[[], None]
) -> list[Route]:
    """`advance` and `reset` for all platforms, the others behind the prefix of each."""
    routes = [
        Route(f"{PATH}/advance", _advancing(clock), methods=["POST"]),
        Route(f"{PATH}/reset", _resetting(reset), methods=["POST"]),
    ]
    for prefix, platform in platforms.items():
        routes += [
            Route(f"{PATH}{prefix}/state", _showing(platform), methods=["GET"]),
            Route(f"{PATH}{prefix}/switches", _switching(platform), methods=["POST"]),
            Route(f"{PATH}{prefix}/fail-next", _failing(platform), methods=["POST"]),
        ]
    return routes


def _showing(platform: Shown) -> Respond:
    async def show(request: Request) -> Response:
        switches = getattr(platform.behaviour, "switches", None)
        try:
            state = _state(platform.behaviour)
        except Exception as fault:
            return Failure(f"{type(platform.behaviour).__name__}.state", fault)
        return JSONResponse({"switches": asdict(switches) if switches else {}, **state})

    return show


def _state(behaviour: object) -> Mapping[str, Any]:
    shown: object = getattr(behaviour, "state", dict)()
    whole = f"{type(behaviour).__name__}.state()"
    if not isinstance(shown, Mapping):
        raise WrongAnswer(f"{whole} gives {a(shown)}; write a dict")
    for finding in unwritable(dict(shown)):
        said = f"{finding.place}: {finding.message}"
        raise WrongAnswer(f"{whole} gives what JSON cannot carry: {said}")
    return shown


def _switching(platform: Shown) -> Respond:
    async def switch(request: Request) -> Response:
        switches = getattr(platform.behaviour, "switches", None)
        try:
            wanted = _object(await request.body())
            for name, value in wanted.items():
                _check_switch(switches, name, value)
        except Refusal as refusal:
            return _refused(refusal)
        for name, value in wanted.items():
            setattr(switches, name, value)
        return JSONResponse(asdict(switches) if switches else {})

    return switch


def _failing(platform: Shown) -> Respond:
    async def fail_next(request: Request) -> Response:
        try:
            wanted = _object(await request.body())
            for name in {"operation_id": None, **wanted}:
                _check_failure(name, wanted)
            if "body" in wanted:
                wanted["body"] = wanted["body"].encode()
            platform.fail_next(**wanted)
        except Refusal as refusal:
            return _refused(refusal)
        except ValueError as fault:
            return _refused(Refusal(400, "parameter_invalid", str(fault)))
        return Response(status_code=204)

    return fail_next


def _advancing(clock: Clock) -> Respond:
    async def advance(request: Request) -> Response:
        if not isinstance(clock, ManualClock):
            return JSONResponse({"detail": "the clock is the machine's"}, status_code=409)
        try:
            clock.advance(_seconds("seconds", _object(await request.body()).get("seconds")))
        except Refusal as refusal:
            return _refused(refusal)
        except ValueError as fault:
            return _refused(Refusal(400, "parameter_invalid", str(fault)))
        return JSONResponse({"time": clock.time()})

    return advance


def _resetting(reset: Callable[[], None]) -> Respond:
    async def begin_again(request: Request) -> Response:
        try:
            reset()
        except Exception as fault:
            return Failure("reset", fault)
        return Response(status_code=204)

    return begin_again


def _object(content: bytes) -> dict[str, Any]:
    value = parsed(content)
    if not isinstance(value, dict):
        raise Refusal(400, "body_malformed", "The body is a JSON object.")
    return value


def _seconds(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Refusal(400, "parameter_invalid", f"{name} is a number of seconds.")
    if not 0 <= value <= _LONGEST:
        raise Refusal(400, "parameter_invalid", f"{name} is from 0 to {_LONGEST} seconds.")
    return float(value)


def _check_switch(switches: object, name: str, value: Any) -> None:
    kinds = get_type_hints(type(switches)) if switches else {}
    if name not in kinds:
        detail = f"{name} is no switch; there are {', '.join(kinds) or 'none'}"
        raise Refusal(400, "parameter_invalid", detail)
    kind = kinds[name]
    if kind is float:
        _seconds(name, value)
    elif get_origin(kind) is Literal and value not in get_args(kind):
        detail = f"{name} is one of {', '.join(map(str, get_args(kind)))}."
        raise Refusal(400, "parameter_invalid", detail)
    elif isinstance(kind, type) and (
        not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool)
    ):
        raise Refusal(400, "parameter_invalid", f"{name} is {a_kind(kind)}.")


def _check_failure(name: str, wanted: Mapping[str, Any]) -> None:
    if name not in _FAILURE:
        detail = f"{name} is not known; there are {', '.join(_FAILURE)}"
        raise Refusal(400, "parameter_invalid", detail)
    if name not in wanted:
        raise Refusal(400, "parameter_invalid", f"{name} is required: {_FAILURE[name][1]}.")
    kind, words = _FAILURE[name]
    value = wanted[name]
    fits = isinstance(value, kind) and isinstance(value, bool) == (kind is bool)
    if not fits or (kind is dict and not all(isinstance(each, str) for each in value.values())):
        raise Refusal(400, "parameter_invalid", f"{name} is {words}.")


def _refused(refusal: Refusal) -> Response:
    return JSONResponse({"detail": refusal.detail}, refusal.status)
