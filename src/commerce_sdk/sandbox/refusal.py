"""An answer that says no, in the platform's Orders error shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


class Refusal(Exception):
    """Raised by behaviour, answered by the application."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        items: Sequence[Mapping[str, Any]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.headers = dict(headers or {})
        self.body: dict[str, Any] = {
            "title": code.replace("_", " ").capitalize(),
            "code": code,
            "detail": detail,
            "status": str(status),
        }
        if items:
            self.body["items"] = list(items)

    @classmethod
    def of_item(cls, item_id: str, field: str, message: str) -> Refusal:
        """A refusal over one field of one item."""
        error = {
            "errorCode": "PARAMETER_INVALID",
            "errorName": "parameter_invalid",
            "message": message,
            "field": field,
        }
        return cls(
            422,
            "parameter_invalid",
            f"{field} of item {item_id} {message}",
            items=[{"itemId": item_id, "errors": [error]}],
        )
