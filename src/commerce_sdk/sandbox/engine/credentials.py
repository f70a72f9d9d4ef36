"""Which credentials a platform knows, and which of them a request came with."""

from __future__ import annotations

import base64
import binascii
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from commerce_sdk.sandbox.engine.clock import Clock
from commerce_sdk.sandbox.engine.parameters import sent_in
from commerce_sdk.sandbox.engine.refusal import Refusal

Known = Iterable[str] | Mapping[str, str]
"""Credentials, or the account of each."""


@dataclass(frozen=True)
class Credential:
    """What a request came with: a token, a key, or `user:password`; and whose account it is of."""

    scheme: str
    value: str
    account: str


class Credentials:
    """The credentials of a platform, by the security scheme that they come by.

    Behaviour may add some, `call.credentials.issue("bearer", token, seconds=60)`, and revoke them.
    `sent` counts what requests had for an `Authorization`, known or not.
    """

    def __init__(
        self, schemes: Mapping[str, Mapping[str, Any]], known: Mapping[str, Known], clock: Clock
    ) -> None:
        self._schemes = schemes
        self._clock = clock
        self.sent: Counter[str] = Counter()
        self._known: dict[tuple[str, str], tuple[str, float | None]] = {}
        for scheme, values in known.items():
            accounts = values if isinstance(values, Mapping) else {each: each for each in values}
            for value, account in accounts.items():
                self.issue(scheme, value, account=account)

    def issue(
        self, scheme: str, value: str, *, account: str | None = None, seconds: float | None = None
    ) -> None:
        """Let a credential in, for so many seconds. Credentials of one account count together in
        limits of that scope. Raises `ValueError` for a scheme that the document does not have."""
        if scheme not in self._schemes:
            known = ", ".join(self._schemes) or "none"
            raise ValueError(f"credentials: {scheme!r} is no security scheme; there are {known}")
        ends = None if seconds is None else self._clock.time() + seconds
        self._known[scheme, value] = (value if account is None else account, ends)

    def revoke(self, scheme: str, value: str) -> None:
        """Let a credential in no more."""
        self._known.pop((scheme, value), None)

    def knows(self, scheme: str, value: str) -> bool:
        """Is a credential let in now?"""
        _, ends = self._known.get((scheme, value), (None, 0.0))
        return ends is None or self._clock.time() < ends

    def of(self, request: Request, security: Sequence[Sequence[str]]) -> Credential | None:
        """What a request came with: of the first entry all of whose schemes it has, the first; None
        where nothing is needed. Raises `Refusal` 401."""
        if "authorization" in request.headers:
            self.sent[request.headers["authorization"]] += 1
        for entry in filter(None, security):
            sent = [(scheme, _sent(request, self._schemes[scheme])) for scheme in entry]
            if all(self.knows(*each) for each in sent):
                return Credential(*sent[0], self._known[sent[0]][0])
        if not security or not all(security):
            return None
        raise self.refusal(security)

    def refusal(self, security: Sequence[Sequence[str]]) -> Refusal:
        """What says that none was let in; behaviour may raise it too, for what an owner may not."""
        challenge = _kind(self._schemes[security[0][0]]).capitalize()
        headers = {"WWW-Authenticate": challenge} if challenge else {}
        return Refusal(401, "unauthenticated", "A known credential is required.", headers=headers)


def _kind(scheme: Mapping[str, Any]) -> str:
    """How a scheme is called in the Authorization header; nothing where it has one of its own. The
    token of a client's credentials goes as a bearer's; who gives it is another host."""
    return "bearer" if scheme["type"] == "oauth2" else str(scheme.get("scheme", "")).lower()


def _sent(request: Request, scheme: Mapping[str, Any]) -> str:
    """What stands where a scheme has its credential; nothing where that cannot be read."""
    if scheme["type"] == "apiKey":
        return sent_in(scheme["in"], request).get(scheme["name"], "")
    kind, _, value = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != _kind(scheme):
        return ""
    if kind.lower() != "basic":
        return value
    try:
        return base64.b64decode(value, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
