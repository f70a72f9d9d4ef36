"""The models of the Commerce platform under plain names, each loaded when it is first used.

from commerce_sdk.models import Order, OrderState, OrderRequest
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from commerce_sdk_api.commerce.models import *  # noqa: F403


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from commerce_sdk_api.commerce import models

    try:
        return getattr(models, name)
    except AttributeError:
        raise AttributeError(f"module {__name__!r} has no model {name!r}") from None


def __dir__() -> list[str]:
    from commerce_sdk_api.commerce import models

    return dir(models)
