"""Errors forget where they came from, and with that the bytes that those frames hold."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from commerce_sdk.runtime.call.redaction import forget_frames


def raised(error: BaseException, *, while_handling: BaseException | None = None) -> BaseException:
    """The error, with the frames of where it was raised."""
    try:
        try:
            if while_handling is not None:
                raise while_handling
        finally:
            raise error
    except BaseException as caught:
        return caught


def related_to(error: BaseException) -> Iterator[BaseException]:
    """All errors that lead on from one, itself among them."""
    found, left = set[int](), [error]
    while left:
        one = left.pop()
        if id(one) not in found:
            found.add(id(one))
            yield one
            left += [each for each in (one.__cause__, one.__context__) if each is not None]


def caused() -> tuple[BaseException, list[str]]:
    error = raised(OSError("above"), while_handling=ValueError("of no interest"))
    error.__cause__ = raised(KeyError("its cause"), while_handling=TypeError("below"))
    return error, ["above", "'its cause'", "below"]


def met_while_handling() -> tuple[BaseException, list[str]]:
    below = raised(ValueError("below"), while_handling=TypeError("lowest"))
    return raised(OSError("above"), while_handling=below), ["above", "below", "lowest"]


def from_none() -> tuple[BaseException, list[str]]:
    error = raised(OSError("above"), while_handling=ValueError("of no interest"))
    error.__cause__ = None
    assert error.__suppress_context__
    return error, ["above"]


def in_a_circle() -> tuple[BaseException, list[str]]:
    error, other = raised(OSError("above")), raised(ValueError("below"))
    error.__context__, other.__context__ = other, error
    return error, ["above", "below"]


@pytest.mark.parametrize("make", [caused, met_while_handling, from_none, in_a_circle])
def test_an_error_keeps_what_it_says_of_its_causes_and_no_frame(make: object) -> None:
    assert callable(make)
    error, says = make()
    forget_frames(error)
    assert [str(each) for each in related_to(error)] == says
    assert [each.__traceback__ for each in related_to(error)] == [None] * len(says)
