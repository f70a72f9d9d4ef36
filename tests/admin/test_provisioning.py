"""Products and apps are provisioned once, and followed to their end."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from commerce_sdk import (
    AdminClient,
    ApiError,
    Conflict,
    ConnectionFailed,
    DeadlineExceeded,
    DecodeError,
    InvalidRequest,
    NotFound,
    PermissionDenied,
    Provisioning,
    ProvisioningFailed,
    ServerError,
    offering,
)
from commerce_sdk.errors import WrongAnswer
from tests.admin.front import (
    ARI,
    BASE_URL,
    ID,
    OFFERING,
    ORGANIZATION,
    STATUS_URL,
    Fault,
    Front,
    client,
    cut_after,
    cut_before,
    refusal,
)
from tests.conftest import DATA

pytestmark = pytest.mark.anyio

ORG = f"/admin/installations/v2/orgs/{ORGANIZATION}"
GIVEN_UP = "a request whose order does not follow within 600 seconds is given up by the platform"


def sample(name: str) -> Any:
    return json.loads((DATA / "samples" / f"{name}.json").read_text())


async def a_product(admin: AdminClient, **changed: Any) -> Provisioning:
    given = {"offerings": [offering(OFFERING)], "site": "acme", "admin_email": "a@example.com"}
    return await admin.products.provision(**{**given, **changed})


async def an_app(admin: AdminClient, **changed: Any) -> Provisioning:
    given = {
        "product_ari": ARI,
        "offerings": [offering(OFFERING)],
        "admin_email": "a@example.com",
        "app_key": "com.example.timesheets",
    }
    return await admin.apps.provision(**{**given, **changed})


BOTH = pytest.mark.parametrize("provision", [a_product, an_app])


# --- what is sent


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("new-site", {"site": "acme-2", "timezone": "Australia/Sydney"}),
        ("existing-site", {"site": "acme"}),
    ],
)
async def test_products_are_asked_for_as_the_platform_shows_it(
    front: Front, name: str, settings: dict[str, Any]
) -> None:
    async with client(front) as admin:
        await admin.products.provision(
            [offering(OFFERING, location="us")], admin_email="<admin-email>", **settings
        )
    assert front.begun == [sample(f"admin-provision-product-request.{name}")]
    (request,) = front.requests
    assert (request.method, request.url.path) == ("POST", f"{ORG}/products")


async def test_an_app_is_asked_for_as_the_platform_shows_it(front: Front) -> None:
    async with client(front) as admin:
        await admin.apps.provision(
            ARI, [offering(OFFERING)], admin_email="<admin-email>", app_key="<app-key>"
        )
    assert front.begun == [sample("admin-provision-app-request")]
    (request,) = front.requests
    segment = "ari%3Acloud%3Aconfluence%3A%3Asite%2F4745a76c-290c-49d4-aa23-04d5ccb3c52d"
    assert request.url.raw_path.decode() == f"{ORG}/products/{segment}/apps"


@pytest.mark.parametrize(
    ("provision", "changed", "path"),
    [
        (a_product, {"site": ""}, "site"),
        (a_product, {"site": 5}, "site"),
        (a_product, {"admin_email": ""}, "admin_email"),
        (a_product, {"timezone": ""}, "timezone"),
        (a_product, {"offerings": []}, "offerings"),
        (a_product, {"offerings": offering(OFFERING)}, "offerings"),
        (a_product, {"offerings": [offering("jira")]}, "offerings[0].id"),
        (a_product, {"offerings": [offering(OFFERING, location="")]}, "offerings[0].location"),
        (an_app, {"product_ari": ""}, "product_ari"),
        (an_app, {"product_ari": ".."}, "product_ari"),
        (an_app, {"admin_email": None}, "admin_email"),
        (an_app, {"app_key": ""}, "app_key"),
        (an_app, {"offerings": [OFFERING]}, "offerings[0]"),
    ],
)
async def test_what_the_document_forbids_is_refused_by_its_keyword(
    front: Front, provision: Any, changed: dict[str, Any], path: str
) -> None:
    async with client(front) as admin:
        with pytest.raises(InvalidRequest) as caught:
            await provision(admin, **changed)
    assert (caught.value.path, caught.value.maybe_applied) == (path, False)
    assert front.requests == []


# --- whose answer names it


@BOTH
@pytest.mark.parametrize(
    ("address", "request_id"),
    [
        (STATUS_URL, ID),
        (f"{STATUS_URL}/", ID),
        (f"{STATUS_URL}?expand=all&at=/x", ID),
        (f"{STATUS_URL}/#top/x", ID),
        ("https://elsewhere.invalid/status/a%2Fb%20c", "a/b c"),
        (f"/admin/products/status/{ID}", ID),
        ("https://x.invalid/orgs/{orgId}/products/status/7", "7"),
    ],
)
async def test_its_id_is_the_last_segment_of_its_address(
    front: Front, provision: Any, address: str, request_id: str
) -> None:
    front.status_url, front.status = address, "COMPLETED"
    async with client(front) as admin:
        begun = await provision(admin)
        assert (begun.request_id, begun.status_url) == (request_id, address)
        await begun.result()
    assert {request.url.host for request in front.requests} == {"127.0.0.1"}
    asked = front.requests[-1].url.raw_path.decode()
    assert asked == f"{ORG}/products/status/{quote(request_id, safe='')}"


@BOTH
@pytest.mark.parametrize(
    "address",
    [
        *(
            None,
            "",
            "/",
            "https://x.invalid",
            "https://x.invalid/?id=7",
            "https://x.invalid/status/..",
        ),
        *("https://x.invalid/products/status/", "https://x.invalid/%00", "https://x.invalid/%FF"),
        *("http://[", "https://x.invalid/status/%2E"),
        *(5, True, False, 1.5, [], [5], {}, {"a": 1}),
        pytest.param(f"https://x.invalid/status/{'7' * 300_000}", id="far too long"),
        pytest.param(f"https://x.invalid/status/{'%C3%A9' * 200}", id="too long as it is sent"),
    ],
)
async def test_an_answer_that_names_none_may_have_begun_one(
    front: Front, provision: Any, address: Any
) -> None:
    front.status_url = address
    async with client(front) as admin:
        with pytest.raises(WrongAnswer) as caught:
            await provision(admin)
    error = caught.value
    assert (error.path, error.maybe_applied) == ("$.data.statusUrl", True)
    assert str(error).endswith(GIVEN_UP)
    assert len(front.requests) == 1


@BOTH
async def test_any_success_begins_it(front: Front, provision: Any) -> None:
    accepted = httpx.Response(202, json={"data": {"statusUrl": STATUS_URL}})
    front.faults["products"].append(lambda front, request: accepted)
    front.faults["apps"].append(lambda front, request: accepted)
    async with client(front) as admin:
        assert (await provision(admin)).request_id == ID


# --- unclear ends


@pytest.mark.parametrize(
    ("provision", "what"),
    [
        (a_product, "workspaces.search(name='acme')"),
        (an_app, f"products.entitlements('{ARI}') and the administration's pages"),
    ],
)
@pytest.mark.parametrize(
    ("fault", "kind", "happened"),
    [
        (cut_before, ConnectionFailed, 0),
        (cut_after, ConnectionFailed, 1),
        (refusal(500), ServerError, 0),
        (refusal(409, title="Conflict"), Conflict, 0),
        (lambda front, request: httpx.Response(200, content="<html>"), DecodeError, 0),
    ],
)
async def test_an_unclear_end_says_what_to_look_at(
    front: Front, provision: Any, what: str, fault: Fault, kind: type[ApiError], happened: int
) -> None:
    front.faults["products"].append(fault)
    front.faults["apps"].append(fault)
    async with client(front) as admin:
        with pytest.raises(kind) as caught:
            await provision(admin)
    error = caught.value
    assert error.maybe_applied
    advice = f"look at {what} before you provision again; {GIVEN_UP}"
    assert error.advice == advice
    assert str(error).endswith(f"\n  {advice}")
    assert (len(front.requests), len(front.begun)) == (1, happened)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.advice, again.maybe_applied) == (str(error), advice, True)
    assert str(copy.copy(error)) == str(error)


@BOTH
@pytest.mark.parametrize(
    ("fault", "kind"),
    [(refusal(403), PermissionDenied), (refusal(404), NotFound), (refusal(400), ApiError)],
)
async def test_a_refusal_needs_no_advice(
    front: Front, provision: Any, fault: Fault, kind: type[ApiError]
) -> None:
    front.faults["products"].append(fault)
    front.faults["apps"].append(fault)
    async with client(front) as admin:
        with pytest.raises(kind) as caught:
            await provision(admin)
    assert (caught.value.maybe_applied, caught.value.advice) == (False, None)
    assert "look at" not in str(caught.value)


@BOTH
async def test_what_was_refused_at_the_door_is_sent_again(front: Front, provision: Any) -> None:
    for name in ("products", "apps"):
        front.faults[name] += [refusal(429), refusal(429)]
    async with client(front) as admin:
        await provision(admin)
    assert (len(front.requests), len(front.begun)) == (3, 1)


# --- following


async def test_it_is_followed_to_its_end(front: Front) -> None:
    async with client(front) as admin:
        begun = await a_product(admin)
        assert (begun.state, begun.ended) == (None, False)
        assert (await begun.refresh()).status == "IN_PROGRESS"
        front.status = "COMPLETED"
        state = await begun.result(deadline=600)
    assert (state.status, state.request_id) == ("COMPLETED", ID + "0")
    assert begun.ended
    assert begun.state == state


async def test_it_fails_with_its_own_error(front: Front) -> None:
    front.status = "FAILED"
    async with client(front) as admin:
        begun = await an_app(admin)
        with pytest.raises(ProvisioningFailed) as caught:
            await begun.result()
    error = caught.value
    assert (error.provision_request_id, error.state.status) == (ID, "FAILED")
    assert str(error) == f"provisioning {ID} ended as FAILED"
    again = pickle.loads(pickle.dumps(error))
    assert (again.provision_request_id, again.state, str(again)) == (ID, error.state, str(error))


def says(status: Any) -> Fault:
    """Does nothing, and answers this."""
    document = {"data": {"requestId": ID, "status": status}}
    return lambda front, request: httpx.Response(200, json=document)


async def test_what_is_no_end_goes_on_and_shows(front: Front) -> None:
    front.faults["status"] += [
        says(status)
        for status in ("IN_PROGRESS", "IN_PROGRESS", "WAITING", None, "CANCELLED", "COMPLETED")
    ]
    async with client(front) as admin:
        begun = await a_product(admin)
        seen = [state.status async for state in begun.updates()]
        assert (await begun.result()).status == "COMPLETED"
    assert seen == ["IN_PROGRESS", "WAITING", None, "CANCELLED", "COMPLETED"]
    assert front.asked["status"] == 6


async def test_what_does_not_end_in_time_says_what_finds_it_again(front: Front) -> None:
    async with client(front) as admin:
        begun = await a_product(admin)
        with pytest.raises(DeadlineExceeded) as caught:
            await begun.result(deadline=30)
    assert caught.value.provision_request_id == ID


async def test_it_gets_over_passing_trouble(front: Front) -> None:
    empty: Fault = lambda front, request: httpx.Response(200, json={})  # noqa: E731
    nothing: Fault = lambda front, request: httpx.Response(200, json={"data": None})  # noqa: E731
    front.faults["status"] += [refusal(404), refusal(503), cut_before, empty, nothing, refusal(429)]
    front.status = "COMPLETED"
    async with client(front) as admin:
        begun = await a_product(admin)
        assert (await begun.result()).status == "COMPLETED"
    assert front.asked["status"] == 7


async def test_it_says_what_lasts_and_keeps_the_id_of_that_call(front: Front) -> None:
    def forbidden(front: Front, request: httpx.Request) -> httpx.Response:
        return httpx.Response(403, json={"errors": []}, headers={"x-request-id": "call-7"})

    front.faults["status"].append(forbidden)
    async with client(front) as admin:
        begun = await a_product(admin)
        with pytest.raises(PermissionDenied) as caught:
            await begun.result()
    assert (caught.value.request_id, caught.value.provision_request_id) == ("call-7", ID)


async def test_it_shows_its_id(front: Front) -> None:
    async with client(front) as admin:
        begun = await a_product(admin)
    assert repr(begun) == f"Provisioning(request_id='{ID}')"
    with pytest.raises(TypeError, match=r"carry its request_id; provisioning\.wait"):
        pickle.dumps(begun)


# --- by its id


async def test_its_state_is_read_once(front: Front) -> None:
    async with client(front) as admin:
        state = await admin.provisioning.get(ID)
    assert (state.status, state.request_id) == ("IN_PROGRESS", ID + "0")
    assert [str(request.url) for request in front.requests] == [
        f"{BASE_URL}{ORG.removeprefix('/admin')}/products/status/{ID}"
    ]


async def test_it_is_followed_elsewhere(front: Front) -> None:
    front.faults["status"] += [None, refusal(404), refusal(503)]
    async with client(front) as admin:
        begun = await admin.provisioning.wait(ID)
        assert (begun.request_id, begun.status_url) == (ID, None)
        assert begun.state is not None
        assert begun.state.status == "IN_PROGRESS"
        front.status = "COMPLETED"
        assert (await begun.result()).status == "COMPLETED"


async def test_one_that_is_not_there(front: Front) -> None:
    front.faults["status"] += [refusal(404, title="Not found"), refusal(404)]
    async with client(front) as admin:
        with pytest.raises(NotFound) as caught:
            await admin.provisioning.wait(ID)
        with pytest.raises(NotFound):
            await admin.provisioning.get(ID)
    assert caught.value.provision_request_id == ID


async def test_an_id_that_cannot_be_asked_by(front: Front) -> None:
    async with client(front) as admin:
        for call in (admin.provisioning.get, admin.provisioning.wait):
            with pytest.raises(InvalidRequest) as caught:
                await call("")
            assert caught.value.path == "request_id"
    assert front.requests == []
