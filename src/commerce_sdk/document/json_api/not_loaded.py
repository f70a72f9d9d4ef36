"""What an answer did not bring."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from commerce_sdk.value import Value

_ADVICE = (
    "what was not loaded is neither there nor missing: ask for it with include, or look by "
    "isinstance(…, NotLoaded) first"
)


class NotLoaded(Value, frozen=True):
    """A relationship whose resources an answer did not bring: neither none (that is None, or an
    empty list) nor there. Ask for it with `include`.

    `ids` are those of all that it links to, where the answer said so; None where it did not.
    """

    ids: tuple[str, ...] | None = None

    def __bool__(self) -> NoReturn:
        raise TypeError(_ADVICE)

    if not TYPE_CHECKING:  # a type checker says so by itself, where it sees neither

        def __iter__(self) -> NoReturn:
            raise TypeError(_ADVICE)

        def __getattr__(self, name: str) -> NoReturn:
            raise AttributeError(f"NotLoaded has no {name}: {_ADVICE}", name=name, obj=self)
