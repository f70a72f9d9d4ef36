"""Everything that Commerce Layer Provisioning has, and how it is served: the API, and at an origin
of its own the host that gives tokens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from types import SimpleNamespace
from typing import Any

from commerce_sdk.sandbox.commerce_layer.document import (
    SCHEME,
    commerce_layer_document,
    token_document,
)
from commerce_sdk.sandbox.commerce_layer.identity_providers import IdentityProviders
from commerce_sdk.sandbox.commerce_layer.memberships import Memberships, Profiles
from commerce_sdk.sandbox.commerce_layer.organizations import (
    ApiCredentials,
    Organizations,
    Permissions,
    Roles,
)
from commerce_sdk.sandbox.commerce_layer.plans import account
from commerce_sdk.sandbox.commerce_layer.records import Record, Store
from commerce_sdk.sandbox.commerce_layer.resources import Act, Resources, check_call
from commerce_sdk.sandbox.commerce_layer.rules import Estate, Rules
from commerce_sdk.sandbox.commerce_layer.seeding import seeded
from commerce_sdk.sandbox.commerce_layer.settings import (
    COMMERCE_LAYER_CLIENT_ID,
    COMMERCE_LAYER_CLIENT_SECRET,
    COMMERCE_LAYER_COLLEAGUE,
    COMMERCE_LAYER_USER,
    CommerceLayerPerson,
    CommerceLayerSwitches,
)
from commerce_sdk.sandbox.commerce_layer.tables import matchers_of, tables_of
from commerce_sdk.sandbox.commerce_layer.tokens import Api, Tokens
from commerce_sdk.sandbox.commerce_layer.users import Users
from commerce_sdk.sandbox.commerce_layer.writing import Given, invalid_body
from commerce_sdk.sandbox.engine.call import Call
from commerce_sdk.sandbox.engine.document import Document
from commerce_sdk.sandbox.engine.errors import Codes
from commerce_sdk.sandbox.engine.given import expect
from commerce_sdk.sandbox.engine.limits import Standing
from commerce_sdk.sandbox.engine.platform import Platform
from commerce_sdk.sandbox.engine.refusal import Refusal
from commerce_sdk.sandbox.engine.world import World

TOKEN_ORIGIN = "commerce-layer-auth"
CLIENTS = {COMMERCE_LAYER_CLIENT_ID: COMMERCE_LAYER_CLIENT_SECRET}
PLAN = {"organizations": 100, "memberships": 500, "roles": 500, "api_credentials": 500}
_BY_STATUS = {404: "RECORD_NOT_FOUND", 422: "VALIDATION_ERROR"}
_MINUTE = 60


def _code(refusal: Refusal) -> str:
    """The platform's word for a refusal: its own, or one by the status for the engine's."""
    if refusal.code.isupper():
        return refusal.code
    name = next((each.name for each in HTTPStatus if each == refusal.status), "FAILED")
    return _BY_STATUS.get(refusal.status, name)


def limit_headers(standings: Sequence[Standing]) -> Mapping[str, str]:
    """Of the windows of a minute alone: bursts are not seen."""
    standing = next((each for each in standings if each.seconds == _MINUTE), None)
    if standing is None:
        return {}
    return {
        "x-ratelimit-limit": str(standing.limit),
        "x-ratelimit-interval": str(standing.seconds),
        "x-ratelimit-remaining": str(standing.remaining),
    }


class CommerceLayer:
    """The state behind the API. `store` holds its resources."""

    def __init__(
        self,
        world: World,
        document: Document,
        people: Iterable[CommerceLayerPerson],
        plan: Mapping[str, int],
    ) -> None:
        self.store: Store = Store(world, tables_of(document))
        self._estate = Estate(self.store, people, plan)
        self._members = Memberships(self._estate)
        self._providers = IdentityProviders(self._estate)
        rules: dict[str, Rules] = {
            "api_credentials": ApiCredentials(self._estate),
            "application_memberships": Rules(self._estate),
            "identity_providers": self._providers,
            "memberships": self._members,
            "membership_profiles": Profiles(self._estate),
            "organizations": Organizations(self._estate, self._members),
            "permissions": Permissions(self._estate),
            "roles": Roles(self._estate),
            "users": Users(self._estate),
        }
        self._rules = rules
        self._resources = Resources(self._estate, matchers_of(document), rules)
        actions: dict[str, Act] = {
            "resend_membership": self._resend,
            "transfer_organization_ownership": self._transfer,
        }
        self.parts: tuple[object, ...] = (
            SimpleNamespace(
                **{
                    id: self._method(self._resources.act(each) or actions[id])
                    for id, each in document.operations.items()
                }
            ),
        )
        self._begin()

    @property
    def switches(self) -> CommerceLayerSwitches:
        """How people and providers behave, and what is forbidden."""
        return self._estate.switches

    def state(self) -> Mapping[str, Any]:
        """What is shown from outside: how many resources there are of each type, and how many
        mails each membership's person was sent."""
        self._settle()
        counts = {type: len(self.store.all(type)) for type in self.store.tables}
        return {"resources": counts, "mails": dict(self._members.mails)}

    def accept(self, membership: str) -> None:
        """Let the person of a membership accept now."""
        self._members.accept(membership)

    def end_verification(self, provider: str, status: str = "verified") -> None:
        """Let an identity provider that is pending be `verified`, or an `error`, now."""
        self._providers.end(provider, status)

    def seed(self, type: str, count: int, **attributes: Any) -> list[str]:
        """Add resources that nobody asked for, whatever the plan says; gives their ids."""
        made = seeded(self.store, type, count, attributes)
        account(self._estate)
        return made

    def _begin(self) -> None:
        rules, given = self._rules["organizations"], Given({"name": "The Blue Brand"})
        first = self.store.add("organizations", {**given.attributes, **rules.beginning(given)}, {})
        rules.added(first)
        account(self._estate)

    def _method(self, act: Act) -> Act:
        def method(call: Call) -> Any:
            check_call(call, self.switches.forbidden)
            self._settle()
            return act(call)

        return method

    def _settle(self) -> None:
        """Let happen what the clock has passed."""
        self._members.settle()
        self._providers.settle()

    def _resend(self, call: Call) -> None:
        self._members.resend(self._found(call, "memberships"))

    def _transfer(self, call: Call) -> None:
        organization = self._found(call, "organizations")
        own = self._estate.own_membership(organization.id)
        if own is None or not own.attributes["owner"]:
            raise call.credentials.refusal(call.operation.security)
        data = call.body["data"]
        if data["id"] != organization.id:
            detail = f"{data['id']!r} is not the id of the path."
            raise Refusal(400, "KEY_NOT_INCLUDED_IN_URL", detail)
        self._members.transfer(organization, data["attributes"]["new_owner_email"])
        account(self._estate)

    def _found(self, call: Call, type: str) -> Record:
        return self._resources.found(call, self.store.tables[type])


def commerce_layer_platform(
    *,
    clients: Mapping[str, str] | None = None,
    people: Iterable[CommerceLayerPerson] = (COMMERCE_LAYER_USER, COMMERCE_LAYER_COLLEAGUE),
    plan: Mapping[str, int] | None = None,
    limits: bool = True,
    tier: str | None = None,
    document: Document | None = None,
) -> Platform:
    """Commerce Layer Provisioning, for a server of one's own.

        server = Server({"/commerce-layer": commerce_layer_platform()})

    The host that gives its tokens is another origin, `commerce-layer-auth`: in a test
    `https://commerce-layer-auth/oauth/token`.

    Args:
        clients: The secrets of the clients that are known, by their ids.
        people: Who has an account; the first is the user whose credentials they are.
        plan: The most resources of a type in an organization, and the most organizations.
        limits: False switches the published rate limits off.
        tier: The copy of the published limits that holds: `lower` (None, too) or `higher`.
        document: The platform's document in another version.

    Raises `TypeError` for what is no person, and `ValueError` for nobody and for a tier that there
    is not.
    """
    known = tuple(people)
    for each in known:
        expect("people: a person", each, CommerceLayerPerson)
    if not known:
        raise ValueError("people: nobody has the credentials; name one person at least")
    served = document or commerce_layer_document()
    secrets = CLIENTS if clients is None else dict(clients)

    def issue(token: str, client: str, seconds: float) -> None:
        platform.credentials.issue(SCHEME, token, account=client, seconds=seconds)

    api = Api(lambda: platform.behaviour.switches, issue)
    tokens = Platform(
        token_document(served),
        lambda world: Tokens(world, secrets, api),
        limits=limits,
        error_codes={"token": _code},
        limit_headers=limit_headers,
        refused_count=True,
    )
    platform = Platform(
        served,
        lambda world: CommerceLayer(world, served, known, PLAN if plan is None else plan),
        limits=limits,
        tier=tier,
        error_codes=ERROR_CODES,
        limit_headers=limit_headers,
        refused_count=True,
        invalid_body=invalid_body,
        origins={TOKEN_ORIGIN: tokens},
    )
    return platform


ERROR_CODES: Codes = {"json-api": _code}
