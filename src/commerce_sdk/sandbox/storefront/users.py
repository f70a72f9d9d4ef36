"""Who may do what at the storefront."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from commerce_sdk.sandbox.engine.call import Call
from commerce_sdk.sandbox.engine.given import expect
from commerce_sdk.sandbox.engine.refusal import Refusal


@dataclass(frozen=True)
class StorefrontUser:
    """A user of the storefront: a customer, whose `id` orders name, or an administrator, who has
    `products:write` and all orders."""

    id: str
    email: str
    password: str = field(repr=False)
    is_administrator: bool = False


STOREFRONT_ADMIN = StorefrontUser(
    "d1f0b8a6-3c52-4b7e-9a41-5e2c7f8d9b00", "admin@example.com", "adm1n-s3cr3t", True
)
STOREFRONT_CUSTOMER = StorefrontUser(
    "6f1c9c0e-53a4-4e5b-8a5b-0f6f8f0a2d11", "jane@example.com", "s3cr3t!"
)
STOREFRONT_OTHER_CUSTOMER = StorefrontUser(
    "a7e4d2c9-1b36-4f08-b5d3-9c6e0f7a8b22", "john@example.com", "j0hn-s3cr3t"
)
STOREFRONT_USERS = (STOREFRONT_ADMIN, STOREFRONT_CUSTOMER, STOREFRONT_OTHER_CUSTOMER)
STOREFRONT_API_KEY = "sandbox-api-key"

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SERVER = StorefrontUser("", "", "", is_administrator=True)
"""Who calls with an API key."""


class Users:
    """The users of the storefront, who do not change. Raises `TypeError` for what is no user,
    `ValueError` where two have one id or one address, and for an id that is no UUID."""

    def __init__(self, users: Iterable[StorefrontUser]) -> None:
        self._by_id: dict[str, StorefrontUser] = {}
        self._by_email: dict[str, StorefrontUser] = {}
        for user in users:
            expect("users: a user", user, StorefrontUser)
            if not _UUID.fullmatch(user.id):
                raise ValueError(f"users: {user.id!r} is no UUID in small letters")
            email = user.email.lower()
            if user.id in self._by_id or email in self._by_email:
                raise ValueError(f"users: {user.email} is there already, by its id or its address")
            self._by_id[user.id] = self._by_email[email] = user

    def known(self, email: str, password: str) -> StorefrontUser | None:
        """The user of an address, by whose password it is; case does not count in addresses."""
        user = self._by_email.get(email.lower())
        return user if user is not None and user.password == password else None

    def calling(self, call: Call) -> StorefrontUser:
        """Who calls; an API key is an administrator's. Raises `Refusal` 403 for a token that was
        issued from outside, and to no user."""
        credential = call.credential
        if credential is not None and credential.scheme == "apiKey":
            return _SERVER
        user = self._by_id.get(credential.account) if credential else None
        if user is None:
            raise Refusal(403, "FORBIDDEN", "The token is no user's.")
        return user

    def check_may_write_products(self, call: Call) -> None:
        if not self.calling(call).is_administrator:
            raise Refusal(403, "FORBIDDEN", "It takes the permission products:write.")
