"""An answer that says no, in the shape that the document gives the operation's errors."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]


class Refusal(Exception):
    """Raised by behaviour, answered by the application."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        items: Sequence[Json] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.items = list(items)
        self.headers = dict(headers or {})

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

    @property
    def title(self) -> str:
        return self.code.replace("_", " ").capitalize()

    def body(self, family: str | None, path: str = "", now: float = 0.0) -> Json:
        """The error document in the shape of a family (`x-error`)."""
        return _SHAPES.get(family or "", _general)(self, path, now)


def _general(refusal: Refusal, path: str, now: float) -> Json:
    return {
        "title": refusal.title,
        "code": refusal.code,
        "detail": refusal.detail,
        "status": str(refusal.status),
        **({"items": refusal.items} if refusal.items else {}),
    }


def _platform(refusal: Refusal, path: str, now: float) -> Json:
    return {name: value for name, value in _general(refusal, path, now).items() if name != "items"}


def _quotes(refusal: Refusal, path: str, now: float) -> Json:
    return {
        "status": str(refusal.status),
        "errorCode": refusal.code.upper(),
        "message": refusal.detail,
    }


def _catalog(refusal: Refusal, path: str, now: float) -> Json:
    return {
        "timestamp": _instant(now),
        "status": refusal.status,
        "code": refusal.code,
        "title": refusal.title,
        "detail": refusal.detail,
        "path": path,
        "errors": [{"code": refusal.code, "message": refusal.detail, "arguments": []}],
    }


def _invoices(refusal: Refusal, path: str, now: float) -> Json:
    keys = {404: "RESOURCE_NOT_FOUND", 429: "TOO_MANY_REQUESTS", 503: "SERVICE_UNAVAILABLE"}
    return {
        "errorKey": keys.get(refusal.status, "BAD_REQUEST"),
        "errorDetails": {"reason": refusal.detail},
    }


def _entitlements(refusal: Refusal, path: str, now: float) -> Json:
    return {
        "timestamp": _instant(now),
        "status": refusal.status,
        "error": refusal.title,
        "message": refusal.detail,
        "path": path,
        "code": refusal.code,
    }


def _gateway(refusal: Refusal, path: str, now: float) -> Json:
    return {
        "timestamp": _instant(now),
        "error": [{"code": refusal.status, "errorMessage": refusal.detail}],
        "message": refusal.detail,
        "path": path,
    }


def _instant(now: float) -> str:
    moment = datetime.datetime.fromtimestamp(now, datetime.UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


_SHAPES = {
    "orders": _general,
    "platform": _platform,
    "promotions": _platform,
    "quotes": _quotes,
    "catalog": _catalog,
    "invoices": _invoices,
    "entitlements": _entitlements,
    "gateway": _gateway,
}
