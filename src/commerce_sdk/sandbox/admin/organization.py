"""What each operation of the administration does."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence

from commerce_sdk.sandbox.admin.document import completed_within
from commerce_sdk.sandbox.admin.queries import Fields, search
from commerce_sdk.sandbox.admin.requests import Offered, Provisioning, Requests
from commerce_sdk.sandbox.admin.workspaces import Workspaces, ari
from commerce_sdk.sandbox.engine.call import Call, Entries, Entry, Json, PageInfo
from commerce_sdk.sandbox.engine.document import Document
from commerce_sdk.sandbox.engine.operation import is_json_answer
from commerce_sdk.sandbox.engine.refusal import Refusal
from commerce_sdk.sandbox.engine.world import World


class Provisionings:
    """Takes in what is asked for, and tells where that stands. `received` counts the requests that
    came, by their operation, whatever came of them."""

    def __init__(
        self, world: World, document: Document, requests: Requests, workspaces: Workspaces
    ) -> None:
        self._clock = world.clock
        self._chance = world.chance
        self._document = document
        self._requests = requests
        self._workspaces = workspaces
        self.received: Counter[str] = Counter()

    def provision_products(self, call: Call) -> Json:
        self.received[call.operation.id] += 1
        asked = self._asked(call)
        asked.site = self._workspaces.place(call.body["parameters"]["name"])
        return self._accepted(call, asked)

    def provision_app(self, call: Call) -> Json:
        self.received[call.operation.id] += 1
        product = call.values["productAri"]
        if product not in self._workspaces.held():
            raise Refusal(404, "product_not_found", "There is no such product.")
        asked = self._asked(call)
        asked.product, asked.app_key = product, call.body["parameters"]["appKey"]
        return self._accepted(call, asked)

    def get_provisioning_status(self, call: Call) -> Json:
        asked = self._requests.held.get(call.values["provisioningRequestId"])
        if asked is None:
            raise Refusal(404, "provisioning_not_found", "There is no such provisioning.")
        return {"data": {"requestId": asked.id, "status": self._requests.status(asked)}}

    def _asked(self, call: Call) -> Provisioning:
        return Provisioning(
            id=str(uuid.UUID(int=self._chance.getrandbits(128), version=4)),
            operation=call.operation.id,
            offerings=_offered(call.body["offerings"]),
            admin_email=call.body["parameters"]["adminEmail"],
            made_at=self._clock.time(),
            within=completed_within(self._document, call.operation),
            outcome=self._requests.switches.outcome,
        )

    def _accepted(self, call: Call, asked: Provisioning) -> Json:
        self._requests.held[asked.id] = asked
        path = self._document.operations["get_provisioning_status"].path.format(
            orgId=call.values["orgId"], provisioningRequestId=asked.id
        )
        return {"data": {"statusUrl": f"{call.address}{path}"}}


class Installed:
    """What an organization has."""

    def __init__(self, document: Document, workspaces: Workspaces) -> None:
        self._workspaces = workspaces
        operation = document.operations["search_workspaces"]
        answer = next(each for each in operation.successes if is_json_answer(each.media_type))
        items = document.schemas.properties(answer.schema or {})[operation.paging[0].items]
        schema = document.schemas.resolved(document.schemas.resolved(items)["items"])
        self._fields = Fields(document.schemas, schema)

    def search_workspaces(self, call: Call) -> Entries:
        every = [(each, each.shown(call.address)) for each in self._workspaces.held().values()]
        rows = search(every, call.body, self._fields)
        return Entries([Entry.of(each.ari, shown) for each, shown in rows], _around)

    def list_product_entitlements(self, call: Call) -> Json:
        """Those of a product; of all of a site by the site's own name."""
        wanted = call.values["productAri"]
        found = [
            each
            for each in self._workspaces.held().values()
            if wanted in (each.ari, ari("platform", each.site.id))
        ]
        if not found:
            raise Refusal(404, "product_not_found", "There is no such product.")
        return {
            "resource_ari": wanted,
            "entitlements": [
                {
                    "entitlement_id": each,
                    "provisioning_status": "ACTIVE" if self._is_active(each) else None,
                    "suspension_reasons": [],
                    "can_reactivate": False,
                }
                for workspace in found
                for each in workspace.entitlements
            ],
            "metadata": {"jira_family_container": self._workspaces.container(found[0].site.id)},
        }

    def _is_active(self, entitlement: str) -> bool:
        sales = self._workspaces.sales
        return sales is not None and sales.is_active(entitlement)


def _offered(offerings: Sequence[Json]) -> list[Offered]:
    return [Offered(each["id"].lower(), each.get("location")) for each in offerings]


def _around(page: PageInfo) -> Json:
    begin = (page.number - 1) * page.size
    return {
        "links": {
            "self": page.cursors.get("self"),
            "prev": page.cursors.get("prev"),
            "next": None,
        },
        "meta": {
            "attributes": None,
            "pageSize": page.size,
            "startIndex": begin + 1 if page.items else None,
            "endIndex": begin + len(page.items) if page.items else None,
            "total": page.total,
        },
    }
