"""The neutral platform on the sandbox's engine: about twenty lines for each part of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from codegen.reading.bundle import bundle
from commerce_sdk.sandbox.engine import (
    Answer,
    Call,
    Document,
    Entry,
    File,
    Platform,
    Problem,
    Refusal,
    World,
)
from tests.conftest import ROOT
from tests.support.shop import BILL, SECRET, a_bill

Json = Mapping[str, Any]
CLERK = "ada@shop.invalid"
PASSWORD = "s3cr3t-word"
TOKEN_LIFE = 60.0
TAKEN = "taken"
"""A label that no rack can have."""
SOLD = "SOLD"
"""The state of a till that nobody sets to another."""


class Bills:
    def __init__(self, world: World) -> None:
        self.held: dict[str, Json] = {BILL: a_bill()}

    def get_bill(self, call: Call) -> Json:
        if call.id not in self.held:
            raise Refusal(404, "bill_not_found", "There is no such bill.")
        return self.held[call.id]

    def print_bill(self, call: Call) -> File:
        self.get_bill(call)
        return File(b"%PDF-1", "application/pdf")

    def send_bill(self, call: Call) -> None:
        pass

    def list_bills(self, call: Call) -> list[Entry]:
        return [Entry.of(key, bill) for key, bill in self.held.items()]

    def create_bill(self, call: Call) -> Json | Answer | None:
        key = call.body["id"]
        if key in self.held:
            return None
        total = sum(line["amount"] for line in call.body.get("lines", ()))
        self.held[key] = {**a_bill(key), "total": total}
        is_copy = call.body.get("source") == "COPY"
        return Answer(202, {"data": [self.held[key]]}) if is_copy else self.held[key]

    def create_plan(self, call: Call) -> None:
        pass


class Goods:
    def __init__(self, world: World) -> None:
        self.rows = list("abcdefg")

    def listed(self, word: str = "") -> list[Entry]:
        return [Entry.of(row, {"id": row, "ref": {"id": row}}) for row in self.rows if word in row]

    def list_goods(self, call: Call) -> list[Entry]:
        return self.listed()

    def search_goods(self, call: Call) -> list[Entry]:
        return self.listed(call.body.get("word", ""))

    def list_shelves(self, call: Call) -> list[Entry]:
        return self.listed()

    list_parcels = list_visits = list_shelves

    def list_news(self, call: Call) -> list[Entry]:
        return self.listed(call.values.get("about", ""))


class Stands:
    def __init__(self, world: World) -> None:
        self.racks = 3

    def count_racks(self, call: Call) -> Json:
        return {"racks": self.racks}

    def add_rack(self, call: Call) -> None:
        self.racks += 1

    def remove_racks(self, call: Call) -> None:
        self.racks = 0

    def get_opening(self, call: Call) -> None:
        pass


class Racks:
    def __init__(self, world: World) -> None:
        self.labels: dict[str, str] = {"r 1": "left", "ari:cloud:shop::rack/1": "far"}

    def get_rack(self, call: Call) -> Json:
        if call.id not in self.labels:
            raise Refusal(404, "rack_not_found", "There is no such rack.")
        return {"id": call.id, "label": self.labels[call.id]}

    def fill_rack(self, call: Call) -> Json:
        label = call.body["label"]
        if label == TAKEN:
            problem = Problem("is taken", item="L1", field="label")
            raise Refusal(400, "label_taken", "Another rack has it.", problems=[problem])
        self.labels[label] = label
        return {"id": label, "label": label}


class Articles:
    def __init__(self, world: World) -> None:
        self.held: dict[str, Json] = {}
        self.members: set[str] = set()

    def find_articles(self, call: Call) -> Json:
        return {"articles": [each for key, each in self.held.items() if key == call.values["q"]]}

    def change_article(self, call: Call) -> Json:
        names = {"price": "price", "currency": "priceCurrency", "launchedOn": "launchedOn"}
        given = {name: call.body[own] for name, own in names.items() if own in call.body}
        if given.get("price") == 0 or len(given.get("currency") or "XXX") < 3:
            raise Refusal(409, "price_refused", "It costs something, in some currency.")
        self.held[call.id] = {"sku": call.id, **given}
        return self.held[call.id]

    def change_fees(self, call: Call) -> None:
        pass

    def add_member(self, call: Call) -> Json:
        name = call.body["name"]
        if name in self.members:
            raise Refusal(409, "name_taken", "Another member has it.")
        self.members.add(name)
        return {"name": name}

    def get_member(self, call: Call) -> Json:
        return {"name": "ada"}


class Access:
    def __init__(self, world: World) -> None:
        self._chance = world.chance
        self.refresh: dict[str, str] = {}

    def log_in(self, call: Call) -> Json:
        if (call.body["email"], call.body["password"]) != (CLERK, PASSWORD):
            raise Refusal(401, "login_refused", "Nobody of that name and password.")
        return self._tokens(call, CLERK)

    def refresh_login(self, call: Call) -> Json:
        clerk = self.refresh.pop(call.body["refreshToken"], None)
        if clerk is None:
            raise Refusal(401, "login_over", "That login is over.")
        return self._tokens(call, clerk)

    def get_stock(self, call: Call) -> Json:
        return {"count": 9}

    def _tokens(self, call: Call, clerk: str) -> Json:
        access, refresh = (f"{self._chance.getrandbits(64):016x}" for _ in range(2))
        call.credentials.issue("bearer", access, account=clerk, seconds=TOKEN_LIFE)
        self.refresh[refresh] = clerk
        return {"accessToken": access, "refreshToken": refresh, "expiresIn": int(TOKEN_LIFE)}


class Tills:
    def __init__(self, world: World) -> None:
        self.clerks: dict[str, str] = {}
        self.states: dict[str, str] = {}

    def get_till(self, call: Call) -> Json:
        till = call.values["tillId"]
        clerk, state = self.clerks.get(till), self.states.get(till, "SHUT")
        return {"id": till, "clerk": clerk, "state": state}

    def open_till(self, call: Call) -> Json:
        till = call.values["tillId"]
        self.clerks[till], self.states[till] = call.tenants["clerk"], "OPEN"
        return {"id": till, "state": "OPENING"}

    def set_till(self, call: Call) -> Json:
        state = self.get_till(call)["state"]
        if state == SOLD:
            raise Refusal(410, "till_sold", "It is a shop's no more.")
        if state == call.body["state"]:
            raise Refusal(422, "till_state", "It is so already.")
        self.states[call.values["tillId"]] = call.body["state"]
        return self.get_till(call)


class Shop:
    """All of it, which other platforms of the same world may share."""

    def __init__(self, world: World) -> None:
        self.bills, self.goods = world.shared(Bills), world.shared(Goods)
        self.stands, self.racks = world.shared(Stands), world.shared(Racks)
        self.articles, self.access = world.shared(Articles), world.shared(Access)
        self.tills = world.shared(Tills)
        self.parts = (
            *(self.bills, self.goods, self.stands, self.racks),
            *(self.articles, self.access, self.tills),
        )


@cache
def shop_document() -> Document:
    """The neutral platform's document."""
    return Document(bundle(ROOT / "tests" / "codegen" / "documents" / "shop.yaml"))


def shop_platform(behaviour: Callable[[World], object] = Shop, **settings: Any) -> Platform:
    """The neutral platform, which knows one credential of each kind."""
    known = {"bearer": [SECRET], "basic": [f"{CLERK}:{PASSWORD}"], "key": [SECRET]}
    settings = {"credentials": known, "page_size": 3, **settings}
    return Platform(shop_document(), behaviour, **settings)
