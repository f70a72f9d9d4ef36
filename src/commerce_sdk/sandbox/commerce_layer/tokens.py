"""The host that gives tokens: one for each client, good for a while, and in its last quarter of an
hour a new one beside it."""

from __future__ import annotations

import base64
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from commerce_sdk.sandbox.commerce_layer.settings import CommerceLayerSwitches
from commerce_sdk.sandbox.engine.call import Call, Json
from commerce_sdk.sandbox.engine.refusal import Refusal
from commerce_sdk.sandbox.engine.world import World

_AHEAD = 900.0
_SCOPE = "provisioning-api"


@dataclass(frozen=True)
class Api:
    """What the host knows of the API: how long its tokens are good for, and how it is told of
    one, with its client and its seconds."""

    switches: Callable[[], CommerceLayerSwitches]
    issue: Callable[[str, str, float], None]


@dataclass(frozen=True)
class _Token:
    text: str
    given: float
    ends: float


class Tokens:
    """The tokens that were given. `received` counts the secrets that were shown here."""

    def __init__(self, world: World, clients: Mapping[str, str], api: Api) -> None:
        self._world = world
        self._clients = clients
        self._api = api
        self._newest: dict[str, _Token] = {}
        self.received: Counter[str] = Counter()
        self.given: int = 0

    def state(self) -> Mapping[str, Any]:
        """What is shown from outside: how many tokens were given."""
        return {"given": self.given}

    def create_token(self, call: Call) -> Json:
        asked = call.body
        client, secret = asked.get("client_id", ""), asked.get("client_secret", "")
        self.received[secret] += 1
        if asked.get("grant_type") != "client_credentials":
            detail = "The grant type is not supported by the authorization server."
            raise Refusal(400, "BAD_REQUEST", detail, title="unsupported_grant_type")
        if "authorization" in call.headers or not secret or self._clients.get(client) != secret:
            detail = "The client is not known, or shows itself in another way than this one."
            raise Refusal(401, "UNAUTHORIZED", detail, title="invalid_client")
        token, now = self._newest.get(client), self._world.clock.time()
        if token is None or token.ends - now <= _AHEAD:
            token = self._give(client, now)
        return {
            "access_token": token.text,
            "token_type": "bearer",
            "expires_in": int(token.ends - now),
            "scope": _SCOPE,
            "created_at": int(token.given),
        }

    def _give(self, client: str, now: float) -> _Token:
        life = self._api.switches().token_life
        claims = {
            "application": {"id": client, "kind": "user", "public": False},
            "test": False,
            "scope": _SCOPE,
            "exp": int(now + life),
            "rand": self._world.chance.random(),
        }
        parts = [{"alg": "RS512", "typ": "JWT"}, claims]
        signed = [_packed(json.dumps(each).encode()) for each in parts]
        signature = _packed(self._world.chance.randbytes(64))
        token = _Token(".".join([*signed, signature]), now, now + life)
        self._newest[client] = token
        self._api.issue(token.text, client, life)
        self.given += 1
        return token


def _packed(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
