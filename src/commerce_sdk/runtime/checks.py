"""What a setting may be, said once."""

from __future__ import annotations

import inspect
from datetime import UTC, datetime

from commerce_sdk.document.kinds import refuse
from commerce_sdk.document.text import header_value
from commerce_sdk.errors import InvalidRequest


def seconds(value: object, path: str, *, or_none: str = "") -> None:
    """Raises `InvalidRequest` unless it is a time that can be waited for."""
    try:
        fits = not isinstance(value, bool) and isinstance(value, int | float) and float(value) > 0
    except OverflowError:
        fits = False
    if not fits:
        raise InvalidRequest(f"must be seconds above zero{or_none}", path=path)


def seconds_or_none(value: object, path: str) -> None:
    """The same, where None stands for no limit."""
    if value is not None:
        seconds(value, path, or_none=", or None")


def instant_or_none(value: object, path: str) -> float | None:
    """An aware datetime in seconds since the epoch; None stays None. Raises `InvalidRequest` for
    anything else."""
    if value is None:
        return None
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise InvalidRequest("must be a datetime with a time zone, or None", path=path)
    try:
        return value.astimezone(UTC).timestamp()
    except OverflowError:
        raise InvalidRequest("must be within the years 1 to 9999 in UTC", path=path) from None


def grace_or_none(value: object, path: str) -> None:
    """The same, where no time at all is one, too."""
    if value != 0 or isinstance(value, bool):
        seconds_or_none(value, path)


def count(value: object, path: str) -> None:
    """Raises `InvalidRequest` unless it is a number of things, one at least."""
    if type(value) is not int or value < 1:
        raise InvalidRequest("must be a whole number above zero", path=path)


def account(value: object, path: str) -> None:
    """Raises `InvalidRequest` unless it is an account's id that a header can carry, or None."""
    if value is None:
        return
    if not isinstance(value, str):
        raise refuse("an account's id as text", value, path)
    if value.strip() in ("", ".", ".."):
        raise InvalidRequest("may not be empty, '.' or '..'", path=path)
    header_value(value.strip(" "), path)  # the blanks are not sent


def checked_clock(value: object, path: str = "clock") -> None:
    """Raises `InvalidRequest` unless it is what the SDK asks for the time."""
    name = type(value).__name__
    methods = {each: getattr(value, each, None) for each in ("monotonic", "time", "sleep")}
    lacking = [each for each, method in methods.items() if not callable(method)]
    if isinstance(value, type):
        wrong = f"{value.__name__} is a class; make one: {value.__name__}()"
    elif lacking:
        wrong = f"{name} has no {lacking[0]}"
    elif inspect.isbuiltin(methods["sleep"]):  # that of the module `time` blocks
        wrong = f"the sleep of {name} is no async function"
    else:
        return
    needs = "must be a Clock, with monotonic(), time() and async sleep(seconds)"
    raise InvalidRequest(f"{needs}; {wrong}", path=path)


def limit_or_none(value: object, path: str) -> None:
    """The same, where nothing at all is a number too, and None stands for no limit."""
    if value is not None and (type(value) is not int or value < 0):
        raise InvalidRequest("must be a whole number from zero on, or None", path=path)
