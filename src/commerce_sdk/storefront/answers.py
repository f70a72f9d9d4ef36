"""What an answer has to say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from commerce_sdk.errors import WrongAnswer


def named(attribute: str) -> Callable[[Any], None]:
    """What checks that an answer names what was made: any success counts, whatever sent it."""

    def check(answer: Any) -> None:
        if not isinstance(getattr(answer, attribute), str):
            raise WrongAnswer("the answer does not name what was made", path=f"$.{attribute}")

    return check
