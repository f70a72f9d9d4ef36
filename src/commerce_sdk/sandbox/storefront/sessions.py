"""Sessions of the storefront: access tokens that expire, and refresh tokens that are good once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from commerce_sdk.sandbox.engine.call import Call, Json
from commerce_sdk.sandbox.engine.refusal import Refusal
from commerce_sdk.sandbox.engine.world import World
from commerce_sdk.sandbox.storefront.users import StorefrontUser, Users

_HOUR, _DAY = 3600.0, 86_400.0


@dataclass
class StorefrontSwitches:
    """What can be changed while the storefront runs. Times are in seconds of its clock, and hold
    for tokens that are given from then on.

    `on_reuse` is what a refresh token brings that was used before: the end of its whole session, or
    only a refusal.
    """

    access_token: float = _HOUR
    refresh_token: float = _DAY
    remembered: float = 30 * _DAY
    on_reuse: Literal["end", "refuse"] = "end"


@dataclass
class Session:
    """One login, and what followed from it. `refresh` is the token that it is gone on with; empty
    once it is over."""

    user: StorefrontUser
    remember: bool
    access: list[str] = field(default_factory=list)
    refresh: str = ""
    ends: float = 0.0


class Sessions:
    """All sessions of the storefront."""

    def __init__(self, world: World, users: Users) -> None:
        self._clock = world.clock
        self._chance = world.chance
        self._users = users
        self.switches: StorefrontSwitches = StorefrontSwitches()
        self._by_access: dict[str, Session] = {}
        self._by_refresh: dict[str, Session] = {}

    def log_in(self, call: Call) -> Json:
        user = self._users.known(call.body["email"], call.body["password"])
        if user is None:
            raise Refusal(401, "LOGIN_REFUSED", "The e-mail address or the password is wrong.")
        return self._tokens(call, Session(user, call.body.get("remember", False)))

    def refresh_login(self, call: Call) -> Json:
        token = call.body["refreshToken"]
        session = self._by_refresh.get(token)
        if session is not None and token == session.refresh:
            if self._clock.time() < session.ends:
                return self._tokens(call, session)
        elif session is not None and self.switches.on_reuse == "end":
            self._end(call, session)
        raise Refusal(401, "SESSION_OVER", "The refresh token is good for nothing any more.")

    def log_out(self, call: Call) -> None:
        token = call.credential.value if call.credential else ""
        call.credentials.revoke("bearer", token)
        # One that was issued from outside is of no session.
        if token in self._by_access:
            self._end(call, self._by_access[token])

    def open_sessions(self) -> int:
        """How many can be gone on with."""
        now = self._clock.time()
        return sum(
            token == session.refresh and now < session.ends
            for token, session in self._by_refresh.items()
        )

    def _tokens(self, call: Call, session: Session) -> Json:
        switches = self.switches
        access, refresh = (f"{self._chance.getrandbits(256):064x}" for _ in range(2))
        life = switches.remembered if session.remember else switches.refresh_token
        session.access.append(access)
        session.refresh, session.ends = refresh, self._clock.time() + life
        self._by_access[access] = self._by_refresh[refresh] = session
        seconds = switches.access_token
        call.credentials.issue("bearer", access, account=session.user.id, seconds=seconds)
        return {
            "accessToken": access,
            "tokenType": "Bearer",
            "expiresIn": int(seconds),
            "refreshToken": refresh,
        }

    def _end(self, call: Call, session: Session) -> None:
        for token in session.access:
            call.credentials.revoke("bearer", token)
        session.refresh = ""
