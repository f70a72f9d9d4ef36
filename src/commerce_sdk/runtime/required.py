"""What an answer may leave out and a program cannot do without."""

from __future__ import annotations

from typing import TypeVar

from msgspec import UNSET, UnsetType

from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.errors import CommerceError
from commerce_sdk.runtime.keywords import in_keywords

T = TypeVar("T")

_NONE = "an answer may leave it out or say null; where that is no surprise, look by `is None` first"
_UNSET = "nobody gave it a value; give it one, or look by `is UNSET` first"
_NOT_LOADED = (
    "ask for it with include=[…], or look by `isinstance(…, NotLoaded)` where it may stay behind"
)


class MissingValue(CommerceError, ValueError):
    """What `required` was given is not there. `name` is what the caller calls it, if it was said;
    `advice` is what to do. Values never stand in its text."""

    def __init__(self, message: str, *, name: str | None = None) -> None:
        super().__init__(message)
        self.name = name


@in_keywords
def required(value: T | NotLoaded | UnsetType | None, name: str | None = None) -> T:
    """The value, which has to be there; a type checker knows then that it is.

        for part in required(answer.parts, "answer.parts"): ...

    What is false is there: 0, an empty text or list, no money at all. So are values of enums and
    variants that this version does not know. `name` says in the error what was missing.

    Raises `MissingValue` for None, for `UNSET`, and for a relationship that is `NotLoaded`.
    """
    if value is None:
        said, advice = "it is None", _NONE
    elif value is UNSET:
        said, advice = "it is UNSET", _UNSET
    elif isinstance(value, NotLoaded):
        said, advice = "it was not loaded", _NOT_LOADED
    else:
        return value
    error = MissingValue(f"{name or 'a required value'} is missing: {said}", name=name)
    error.advice = advice
    raise error
