"""Resume tokens: small versioned JSON of ids, bound to platform and account. No URL, no secret."""

from __future__ import annotations

import json
from typing import Literal, cast, get_args

from commerce_sdk.errors import InvalidRequest
from commerce_sdk.value import Value

PLATFORM = "commerce"
VERSION = 1
Api = Literal["v2", "v4"]


class OrderToken(Value, frozen=True, kw_only=True):
    """What it takes to find an order again. `api` is the way it was placed by; None before it
    was sent, when either may come to be true."""

    account: str
    order_id: str
    api: Api | None = None

    def __str__(self) -> str:
        content = {
            "v": VERSION,
            "platform": PLATFORM,
            "account": self.account,
            "order": self.order_id,
            "api": self.api,
        }
        return json.dumps(content, separators=(",", ":"))

    @classmethod
    def read(cls, token: str, account: str | None) -> OrderToken:
        """Read a token back. Raises `InvalidRequest` saying why it cannot be used here."""
        try:
            content = json.loads(token)
        except (TypeError, ValueError, RecursionError):
            raise InvalidRequest("is not a resume token of this SDK", path="token") from None
        if not isinstance(content, dict) or content.get("platform") != PLATFORM:
            raise InvalidRequest(f"is not a resume token of the {PLATFORM} platform", path="token")
        if content.get("v") != VERSION:
            raise InvalidRequest(
                f"has version {content.get('v')!r:.60}, this release reads version {VERSION}",
                path="token",
            )
        order_id, owner, api = (content.get(name) for name in ("order", "account", "api"))
        if not isinstance(order_id, str) or not isinstance(owner, str) or not order_id:
            raise InvalidRequest("lacks its order or its account", path="token")
        if api is not None and api not in get_args(Api):
            raise InvalidRequest(f"names an unknown way of placing, {api!r:.60}", path="token")
        if account is not None and account.lower() != owner.lower():
            raise InvalidRequest(
                "belongs to another transaction account; use client.for_account(…)", path="token"
            )
        return cls(account=owner, order_id=order_id, api=cast("Api | None", api))
