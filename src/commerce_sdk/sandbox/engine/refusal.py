"""An answer that says no, before it has the shape that the document gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commerce_sdk.sandbox.engine.given import expect


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: with which item, and with which field of the body (of the item,
    where there is one) or which parameter. Without a `title` it has that of its refusal."""

    message: str
    code: str = "parameter_invalid"
    item: str | None = None
    field: str | None = None
    parameter: str | None = None
    title: str | None = None


class Refusal(Exception):
    """Raised by behaviour and by the checks of a request, answered as the document says.

        raise Refusal(404, "rack_not_found", "There is no such rack.")

    The status is one from 400 to 599, or another that the document names as an error of the
    operation. Raises `TypeError` for arguments that changed places.
    """

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        problems: Sequence[Problem] = (),
        headers: Mapping[str, str] | None = None,
        title: str | None = None,
    ) -> None:
        for name, value, kind in (
            ("status", status, int),
            ("code", code, str),
            ("detail", detail, str),
        ):
            expect(f"Refusal(status, code, detail): {name}", value, kind)
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.headers: dict[str, str] = dict(headers or {})
        self.title: str = title or code.replace("_", " ").capitalize()

    @classmethod
    def of_item(cls, item: str, field: str, message: str) -> Refusal:
        """A refusal over one field of one item."""
        detail = f"{field} of item {item} {message}"
        problem = Problem(message, item=item, field=field)
        return cls(422, "parameter_invalid", detail, problems=[problem])
