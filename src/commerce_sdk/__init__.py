"""An async SDK for commerce platforms.

    from commerce_sdk import CommerceClient, new_item

    async with CommerceClient.from_env() as commerce:
        item = new_item("<offering id>", quantities={"user": 100})
        placed = await commerce.orders.place(items=[item])
        order = await placed.result(deadline=600)

Names are loaded when they are first used: importing the package itself costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from msgspec import UNSET

    from commerce_sdk._version import __version__
    from commerce_sdk.clock import Clock, SystemClock
    from commerce_sdk.commerce.client import CommerceClient
    from commerce_sdk.commerce.handle import OrderHandle
    from commerce_sdk.commerce.items import (
        amend_item,
        app_on,
        cancel_item,
        change_account_item,
        new_item,
        part_of_family,
        reactivate_item,
        relates,
        revert_trial_item,
        transition_item,
        under_enterprise,
    )
    from commerce_sdk.commerce.prepared import PreparedOrder
    from commerce_sdk.errors import (
        ApiError,
        Attempt,
        AuthenticationFailed,
        BadRequest,
        ClientClosed,
        CommerceError,
        Conflict,
        ConnectionFailed,
        CurrencyMismatch,
        DeadlineExceeded,
        DecodeError,
        InvalidRequest,
        Locked,
        NotFound,
        OrderFailed,
        PaginationError,
        PartialFailure,
        PermissionDenied,
        PricingChangeFailed,
        Problem,
        RateLimited,
        ServerError,
        Unauthenticated,
        Unprocessable,
        WrongEventLoop,
    )
    from commerce_sdk.money import Money
    from commerce_sdk.runtime.auth import Basic, Bearer
    from commerce_sdk.runtime.downloads import Download
    from commerce_sdk.runtime.handle import Handle
    from commerce_sdk.runtime.pages import Page, Paginator
    from commerce_sdk.runtime.retry import RetryPolicy
    from commerce_sdk.tolerant import UnknownVariant

_ERRORS = "commerce_sdk.errors"
_ITEMS = "commerce_sdk.commerce.items"
_MODULES = {
    "UNSET": "msgspec",
    "__version__": "commerce_sdk._version",
    "Clock": "commerce_sdk.clock",
    "SystemClock": "commerce_sdk.clock",
    "CommerceClient": "commerce_sdk.commerce.client",
    "OrderHandle": "commerce_sdk.commerce.handle",
    "PreparedOrder": "commerce_sdk.commerce.prepared",
    "Money": "commerce_sdk.money",
    "Basic": "commerce_sdk.runtime.auth",
    "Bearer": "commerce_sdk.runtime.auth",
    "Download": "commerce_sdk.runtime.downloads",
    "Handle": "commerce_sdk.runtime.handle",
    "Page": "commerce_sdk.runtime.pages",
    "Paginator": "commerce_sdk.runtime.pages",
    "RetryPolicy": "commerce_sdk.runtime.retry",
    "UnknownVariant": "commerce_sdk.tolerant",
    **dict.fromkeys(
        (
            "amend_item",
            "app_on",
            "cancel_item",
            "change_account_item",
            "new_item",
            "part_of_family",
            "reactivate_item",
            "relates",
            "revert_trial_item",
            "transition_item",
            "under_enterprise",
        ),
        _ITEMS,
    ),
    **dict.fromkeys(
        (
            "ApiError",
            "Attempt",
            "AuthenticationFailed",
            "BadRequest",
            "ClientClosed",
            "CommerceError",
            "Conflict",
            "ConnectionFailed",
            "CurrencyMismatch",
            "DeadlineExceeded",
            "DecodeError",
            "InvalidRequest",
            "Locked",
            "NotFound",
            "OrderFailed",
            "PaginationError",
            "PartialFailure",
            "PermissionDenied",
            "PricingChangeFailed",
            "Problem",
            "RateLimited",
            "ServerError",
            "Unauthenticated",
            "Unprocessable",
            "WrongEventLoop",
        ),
        _ERRORS,
    ),
}

__all__ = (
    "UNSET",
    "ApiError",
    "Attempt",
    "AuthenticationFailed",
    "BadRequest",
    "Basic",
    "Bearer",
    "ClientClosed",
    "Clock",
    "CommerceClient",
    "CommerceError",
    "Conflict",
    "ConnectionFailed",
    "CurrencyMismatch",
    "DeadlineExceeded",
    "DecodeError",
    "Download",
    "Handle",
    "InvalidRequest",
    "Locked",
    "Money",
    "NotFound",
    "OrderFailed",
    "OrderHandle",
    "Page",
    "PaginationError",
    "Paginator",
    "PartialFailure",
    "PermissionDenied",
    "PreparedOrder",
    "PricingChangeFailed",
    "Problem",
    "RateLimited",
    "RetryPolicy",
    "ServerError",
    "SystemClock",
    "Unauthenticated",
    "UnknownVariant",
    "Unprocessable",
    "WrongEventLoop",
    "__version__",
    "amend_item",
    "app_on",
    "cancel_item",
    "change_account_item",
    "new_item",
    "part_of_family",
    "reactivate_item",
    "relates",
    "revert_trial_item",
    "transition_item",
    "under_enterprise",
)


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
