"""A user of the storefront, as a client is given one."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import force_setattr

from commerce_sdk.document.text import credential_text, encodable
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.credentials.stores import SessionStore
from commerce_sdk.secret import Secret, hide, revealed, type_name
from commerce_sdk.value import Value


class Login(Value, frozen=True):
    """An e-mail address with a password, for which the client keeps a session.

    It logs in with its first call, renews its token before that ends, and logs in again where a
    session cannot be gone on with.

    Args:
        email: The user's e-mail address.
        password: The user's password; how long it has to be is the platform's to say.
        remember: Whether the platform is asked to let the session be renewed for 30 days.
        store: Where the session is kept, for processes that share one, of this user alone: a
            session that another login left there is not used. Left out, in the memory of the
            client.
    """

    hidden: ClassVar[tuple[str, ...]] = ("email", "password", "store")

    email: str
    password: str
    remember: bool = False
    store: SessionStore | None = None

    def __post_init__(self) -> None:
        for name in ("email", "password"):  # before anything is refused
            force_setattr(self, name, hide(getattr(self, name)))
        remember: object = hide(self.remember)
        if not isinstance(revealed(remember), bool):
            force_setattr(self, "remember", remember)  # what was given in its place
            raise InvalidRequest("must be True or False", path="remember")
        force_setattr(self, "email", credential_text(self.email, "email", in_header=False))
        # It may be anything, blanks around it too.
        if not isinstance(self.password, Secret):
            what = f"must be a text, not {type_name(self.password)}"
            raise InvalidRequest(what, path="password")
        if not self.password:
            raise InvalidRequest("must be a text that is not empty", path="password")
        encodable(self.password, "password")
