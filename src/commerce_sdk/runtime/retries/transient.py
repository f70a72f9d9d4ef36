"""What is passing and what is lasting, for whoever waits for something: one rule for handles, for
many at once, and for looks at what became of a write."""

from __future__ import annotations

from commerce_sdk import defaults
from commerce_sdk.errors import (
    AnswerTooLarge,
    ApiError,
    AuthenticationFailed,
    CommerceError,
    ConnectionFailed,
    DeadlineExceeded,
    DecodeError,
    ServerError,
    WrongAnswer,
)

_PASSING = frozenset({408, 409, 423, 425, 429})


def is_passing(error: CommerceError, *, seen: bool = False) -> bool:
    """May the next look fare better? `seen`: it was there before, or was taken in, so that a 404
    says no more than that it does not show just now."""
    match error:
        case ServerError():
            return True
        case ApiError():
            return error.status in _PASSING or (seen and error.status == 404)
        case AuthenticationFailed():
            return not error.refused
        case AnswerTooLarge() | WrongAnswer():
            return False
    return isinstance(error, ConnectionFailed | DecodeError | DeadlineExceeded)


def asked_pause(error: CommerceError | None) -> float:
    """Seconds for which the server asked not to be asked again, within reason; 0 for none."""
    asked = error.retry_after if isinstance(error, ApiError) else None
    return min(asked or 0.0, defaults.RETRY_AFTER_CAP)


def in_words(error: CommerceError) -> str:
    """What a look met, in one line."""
    return str(error).splitlines()[0] or type(error).__name__
