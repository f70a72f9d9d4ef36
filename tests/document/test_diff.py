"""The comparison of two versions of the document, on planted pairs."""

from __future__ import annotations

import copy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "openapi"))
import diff
from bundle import bundle
from schema_changes import of_types

DOCUMENT = bundle(ROOT / "openapi" / "commerce.yaml")
SCHEMAS = DOCUMENT["components"]["schemas"]
Edit = Callable[[dict[str, Any]], object]


def schema(document: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = document["components"]["schemas"][name]
    return found


def properties(document: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = schema(document, name)["properties"]
    return found


def listing(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["paths"]["/v2/orders"]["get"]
    return found


PLANTED: list[tuple[str, Edit, bool]] = [
    # operations and arguments
    ("get_order", lambda d: d["paths"].pop("/v2/orders/{id}"), True),
    ("list_orders", lambda d: listing(d).update(operationId="all_orders"), True),
    (
        "get_order_status",
        lambda d: d["paths"].update({"/v5/orders/{id}": d["paths"].pop("/v4/orders/{id}")}),
        False,
    ),
    ("list_orders(invoice-group)", lambda d: listing(d)["parameters"].pop(2), True),
    ("list_orders(page-size)", lambda d: listing(d)["parameters"][0].update(required=True), True),
    (
        "list_orders(page-size)",
        lambda d: listing(d)["parameters"][0]["schema"].update(type="string"),
        True,
    ),
    (
        "list_orders(new)",
        lambda d: listing(d)["parameters"].append(
            {"name": "new", "in": "query", "schema": {"type": "string"}}
        ),
        False,
    ),
    (
        "list_orders(new)",
        lambda d: listing(d)["parameters"].append(
            {"name": "new", "in": "query", "required": True, "schema": {"type": "string"}}
        ),
        True,
    ),
    ("list_orders", lambda d: listing(d)["x-rate-limit"][0].update(limit=5), False),
    ("list_orders", lambda d: listing(d)["x-rate-limit"][0].update(bucket="lists"), False),
    ("list_orders 404", lambda d: listing(d)["responses"].pop("404"), False),
    (
        "list_orders 200",
        lambda d: listing(d)["responses"]["200"]["content"]["application/json"].update(
            schema={"$ref": "#/components/schemas/Order"}
        ),
        True,
    ),
    # errors
    (
        "x-error-families/catalog.title",
        lambda d: d["x-error-families"]["catalog"].update(title=["headline"]),
        False,
    ),
    ("x-error-families/catalog", lambda d: d["x-error-families"].pop("catalog"), False),
    ("x-error-families/new", lambda d: d["x-error-families"].update(new={}), False),
    (
        "list_orders 423",
        lambda d: d["components"]["responses"]["Locked"].update({"x-error": "platform"}),
        False,
    ),
    # answers
    ("Order.slug", lambda d: properties(d, "Order").pop("slug"), True),
    ("Order.new", lambda d: properties(d, "Order").update(new={"type": ["string", "null"]}), False),
    ("Order.slug", lambda d: properties(d, "Order")["slug"].update(type=["integer", "null"]), True),
    ("Order.createdDate", lambda d: properties(d, "Order")["createdDate"].pop("x-timestamp"), True),
    (
        "OrderItem.items",
        lambda d: properties(d, "OrderItem").update(items={"type": "array"}),
        False,
    ),
    (
        "PlacedOrderItem.itemId",
        lambda d: schema(d, "PlacedOrderItem")["required"].remove("itemId"),
        False,
    ),
    ("OrderStatus=PENDING", lambda d: schema(d, "OrderStatus")["enum"].remove("PENDING"), True),
    ("OrderStatus=HALTED", lambda d: schema(d, "OrderStatus")["enum"].append("HALTED"), False),
    (
        "GraphViolation.expectedGroups{}[]",
        lambda d: properties(d, "GraphViolation")["expectedGroups"]["additionalProperties"][
            "items"
        ].update(type="integer"),
        True,
    ),
    (
        "Relation[ENTITLEMENT]",
        lambda d: schema(d, "Relation")["discriminator"]["mapping"].pop("ENTITLEMENT"),
        True,
    ),
    # requests
    ("OrderRequest.metadata", lambda d: properties(d, "OrderRequest").pop("metadata"), True),
    ("OrderRequest.items", lambda d: schema(d, "OrderRequest")["required"].append("items"), True),
    ("NewItem.offeringId", lambda d: schema(d, "NewItem")["required"].remove("offeringId"), False),
    ("NewItem.offeringId", lambda d: properties(d, "NewItem")["offeringId"].pop("format"), True),
    (
        "NewItem.promotions",
        lambda d: properties(d, "NewItem")["promotions"].update(type="array"),
        True,
    ),
    (
        "OrderRequest.metadata",
        lambda d: properties(d, "OrderRequest")["metadata"].update(type=["object", "null"]),
        False,
    ),
    (
        "NewItem.new",
        lambda d: (
            properties(d, "NewItem").update(new={"type": "string"}),
            schema(d, "NewItem")["required"].append("new"),
        ),
        True,
    ),
    # models
    (
        "Duration",
        lambda d: d["components"]["schemas"].update(
            Term=d["components"]["schemas"].pop("Duration")
        ),
        True,
    ),
]


@pytest.mark.parametrize(
    ("place", "edit", "breaking"), PLANTED, ids=[f"{p}-{n}" for n, (p, _, _) in enumerate(PLANTED)]
)
def test_a_planted_change_is_found_and_weighed(place: str, edit: Edit, breaking: bool) -> None:
    changed = copy.deepcopy(DOCUMENT)
    edit(changed)

    found = [change for change in diff.changes(DOCUMENT, changed) if change.place == place]

    assert found, "not found"
    assert any(change.breaking for change in found) is breaking


def test_nothing_changed_is_no_change_and_words_do_not_count() -> None:
    reworded = copy.deepcopy(DOCUMENT)
    schema(reworded, "Order")["description"] = "Other words."
    listing(reworded)["summary"] = "Other words."
    assert diff.changes(DOCUMENT, reworded) == []


BOUNDS: list[tuple[str, Any, Any, bool]] = [
    ("minimum", 1, 0, False),
    ("minimum", 0, 1, True),
    ("exclusiveMaximum", 1, 2, False),
    ("exclusiveMaximum", 2, 1, True),
    ("minLength", 2, 1, False),
    ("maxItems", 2, 1, True),
    ("maxProperties", None, 1, True),
    ("maxLength", 1, None, False),
    ("multipleOf", 4, 2, False),
    ("multipleOf", 0.1, 0.05, False),
    ("multipleOf", 2, 3, True),
    ("pattern", "a", "b", True),
    ("pattern", "a", None, False),
    ("uniqueItems", None, True, True),
    ("uniqueItems", True, False, False),
]


@pytest.mark.parametrize(("keyword", "was", "now", "breaking"), BOUNDS)
def test_a_request_may_not_come_to_allow_less(
    keyword: str, was: Any, now: Any, breaking: bool
) -> None:
    old, new = ({} if each is None else {keyword: each} for each in (was, now))
    (change,) = of_types("a", old, new, sent=True)
    assert change.breaking is breaking
    assert keyword in change.what
    assert list(of_types("a", old, new, sent=False)) == [], "answers are held to no bounds"


def test_what_becomes_secret_is_told() -> None:
    old, new = {"type": "string"}, {"type": "string", "x-secret": True}
    (change,) = of_types("a", old, new, sent=False)
    assert (change.what, change.breaking) == ("is now secret", False)
    (change,) = of_types("a", new, old, sent=True)
    assert (change.what, change.breaking) == ("is no longer secret", False)


def test_the_unit_of_an_amount_is_the_sdks_own_business() -> None:
    old, new = ({"type": "integer", "x-money": unit} for unit in ("minor", "major"))
    (change,) = of_types("a", old, new, sent=False)
    assert (change.what, change.breaking) == ("the wire's unit was minor, is major", False)
    (change,) = of_types("a", {"type": "integer"}, new, sent=False)
    assert change.breaking


def test_a_window_over_all_operations_that_changed_is_told_once() -> None:
    def over_all(limit: int) -> dict[str, Any]:
        document = copy.deepcopy(DOCUMENT)
        for item in document["paths"].values():
            for operation in item.values():
                window = {"limit": limit, "seconds": 60, "scope": "address", "bucket": "all"}
                operation["x-rate-limit"].append(window)
        return document

    (change,) = diff.changes(over_all(10), over_all(9))
    assert change.place == "all"
    assert change.what == "the limit was 10 in 60 s by address, is 9 in 60 s by address"
    new = diff.changes(DOCUMENT, over_all(10))
    assert len(new) == len({change.place for change in new}) > 30
    assert "counted in list_orders, counts in all, list_orders" in [each.what for each in new]


def test_the_changelog_is_drafted_and_a_breaking_change_needs_its_mark() -> None:
    changed = copy.deepcopy(DOCUMENT)
    properties(changed, "Order").pop("slug")
    properties(changed, "Order")["new"] = {"type": ["string", "null"]}
    found = diff.changes(DOCUMENT, changed)

    draft = diff.changelog(found)

    assert draft == (
        "### Added\n\n- `Order.new`: a field.\n\n"
        "### Removed\n\n- **Breaking:** `Order.slug`: the field."
    )
    assert diff.unmarked(found, f"## [Unreleased]\n\n{draft}\n\n## [1.0.0]\n") == []
    for text in (
        "",
        "## [Unreleased]\n",
        f"## [Unreleased]\n\n## [1.0.0]\n\n{draft}",
        draft.replace("**Breaking:** ", ""),
    ):
        assert [change.place for change in diff.unmarked(found, text)] == ["Order.slug"]


def test_it_runs_on_a_repository_with_releases(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        settings = ("-c", "user.name=t", "-c", "user.email=t@t.invalid")
        subprocess.run(
            ["git", *settings, *arguments], cwd=tmp_path, check=True, capture_output=True
        )

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "openapi/diff.py", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    (tmp_path / "openapi").mkdir()
    for source in (*(ROOT / "openapi").glob("*.py"), ROOT / "openapi" / "commerce.yaml"):
        shutil.copy(source, tmp_path / "openapi" / source.name)
    shutil.copytree(ROOT / "openapi" / "commerce", tmp_path / "openapi" / "commerce")
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_text("## [Unreleased]\n")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    assert (run("--check").returncode, run().stdout) == (
        0,
        "nothing is released yet, so nothing can break\n",
    )
    git("tag", "v0.1.0")
    document = tmp_path / "openapi" / "commerce" / "orders.yaml"
    document.write_text(
        document.read_text().replace(
            "PENDING, PROCESSING, SUCCESS, FAILED, SYNC_ORDER",
            "PROCESSING, SUCCESS, FAILED, SYNC_ORDER",
        )
    )
    checked = run("--check")
    assert checked.returncode == 1, checked
    assert "BREAKS removed  commerce.OrderStatus=PENDING: the value" in checked.stdout
    assert (
        "write '- **Breaking:** `commerce.OrderStatus=PENDING`: …' under Unreleased"
        in checked.stdout
    )
    changelog.write_text(
        "## [Unreleased]\n\n- **Breaking:** `commerce.OrderStatus=PENDING` is gone.\n"
    )
    assert run("--check").returncode == 0
    assert "- **Breaking:** `commerce.OrderStatus=PENDING`: the value." in run("v0.1.0").stdout
    assert run("nowhere").returncode == 2
