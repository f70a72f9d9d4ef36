"""The client of the administration: who calls, for which organization, and what the environment
may say of both."""

from __future__ import annotations

import traceback
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    AdminClient,
    ApiKey,
    Basic,
    Bearer,
    CommerceClient,
    InvalidRequest,
    NotFound,
    PermissionDenied,
)
from tests.admin.front import BASE_URL, ID, ORGANIZATION, Front, client, refusal


def set_to(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"COMMERCE_{name}", value)


def seen_below(error: Exception) -> str:
    """What a reporter records of the frames below the test's own."""
    assert error.__traceback__ is not None
    below = traceback.walk_tb(error.__traceback__.tb_next)
    return "".join(traceback.StackSummary.extract(below, capture_locals=True).format())


# --- who calls, and for whom


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("settings", "value"),
    [
        ({"token": "t"}, "Bearer t"),
        ({"auth": Bearer("t")}, "Bearer t"),
        ({"auth": lambda: "t"}, "Bearer t"),
        ({"auth": Basic("a@b.c", "t")}, "Basic YUBiLmM6dA=="),
    ],
)
async def test_each_credential_goes_in_the_header_that_is_meant(
    front: Front, settings: dict[str, Any], value: str
) -> None:
    async with client(front, **settings) as admin:
        await admin.provisioning.get(ID)
    (request,) = front.requests
    assert request.headers["authorization"] == value
    assert "authentication" not in request.headers


def test_a_key_is_none_of_its_credentials(front: Front) -> None:
    with pytest.raises(InvalidRequest, match=r"auth: must be Bearer, Basic, .* not ApiKey"):
        client(front, auth=ApiKey("k"))
    with pytest.raises(InvalidRequest, match="token: give token= or auth="):
        AdminClient(organization=ORGANIZATION)


@pytest.mark.anyio
async def test_a_clone_is_for_another_organization(front: Front) -> None:
    async with client(front) as admin:
        other = admin.for_organization("a b/c")
        await other.provisioning.get(ID)
        await admin.with_options(deadline=5).provisioning.get(ID)
    first, second = (request.url.raw_path.decode() for request in front.requests)
    assert "/orgs/a%20b%2Fc/" in first
    assert f"/orgs/{ORGANIZATION}/" in second


@pytest.mark.anyio
async def test_a_missing_organization_is_said_by_its_setting(front: Front) -> None:
    async with client(front, organization=None) as admin:
        with pytest.raises(InvalidRequest, match="COMMERCE_ADMIN_ORGANIZATION") as caught:
            await admin.provisioning.get(ID)
        with pytest.raises(InvalidRequest) as searched:
            admin.workspaces.search()
    assert caught.value.path == searched.value.path == "organization"
    assert front.requests == []


@pytest.mark.parametrize("organization", ["", "..", "a\nb", 7])
def test_what_can_be_no_organization(front: Front, organization: Any) -> None:
    with pytest.raises(InvalidRequest) as caught:
        client(front, organization=organization)
    assert caught.value.path == "organization"
    with pytest.raises(InvalidRequest) as cloned:
        client(front).for_organization(organization)
    assert cloned.value.path == "organization"


@pytest.mark.anyio
async def test_an_error_says_what_the_platform_said(front: Front) -> None:
    front.faults["status"] += [
        refusal(404, code="ADMIN-404-2", title="Not found", detail="No such organization."),
        refusal(403, code=None, title="Forbidden", detail=None),
    ]
    async with client(front) as admin:
        with pytest.raises(NotFound) as caught:
            await admin.provisioning.get(ID)
        with pytest.raises(PermissionDenied, match="Forbidden"):
            await admin.provisioning.get(ID)
    error = caught.value
    assert (error.code, error.title, error.detail) == (
        "ADMIN-404-2",
        "Not found",
        "No such organization.",
    )
    assert [str(each) for each in error.problems] == ["No such organization. (ADMIN-404-2)"]


def test_its_models_have_a_door_of_their_own() -> None:
    from commerce_sdk.admin import models
    from commerce_sdk_api.admin import models as generated

    assert models.Workspace is generated.Workspace
    assert dir(models) == dir(generated)
    with pytest.raises(AttributeError, match=r"'commerce_sdk\.admin\.models' has no model 'X'"):
        models.X
    shown: dict[str, Any] = {}
    exec("from commerce_sdk.admin.models import *", shown)
    assert {"Workspace", "WorkspaceQuery", "ProvisioningState"} <= shown.keys()


# --- the environment


def whose(admin: AdminClient | CommerceClient) -> tuple[object, str]:
    """The credential that it calls with, and the server that it calls."""
    return admin._core.pipeline.auth, admin._core.pipeline.transport.base_url


@pytest.mark.anyio
async def test_the_environment_may_say_all_of_it(
    front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_to(monkeypatch, ADMIN_TOKEN="t", ADMIN_ORGANIZATION=ORGANIZATION, ADMIN_BASE_URL=BASE_URL)
    async with AdminClient.from_env(transport=httpx.MockTransport(front), limiter=None) as admin:
        await admin.provisioning.get(ID)
    (request,) = front.requests
    assert str(request.url).startswith(f"{BASE_URL}/installations/v2/orgs/{ORGANIZATION}/")
    assert request.headers["authorization"] == "Bearer t"


def test_its_own_credential_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    set_to(monkeypatch, TOKEN="c", EMAIL="c@b.c", ADMIN_TOKEN="a")
    assert whose(AdminClient.from_env())[0] == Bearer("a")
    set_to(monkeypatch, ADMIN_EMAIL="a@b.c")
    assert whose(AdminClient.from_env())[0] == Basic("a@b.c", "a")
    assert whose(AdminClient.from_env(token="given"))[0] == Bearer("given")


@pytest.mark.parametrize(
    ("admin", "commerce"),
    [
        ("", ""),  # both where their documents say
        ("https://API.atlassian.com:443/admin", ""),
        ("", "https://api.atlassian.com./elsewhere"),
        ("http://127.0.0.1:8085/admin", "http://127.0.0.1:8085/commerce/api"),
    ],
)
def test_commerces_credential_is_taken_on_the_same_server(
    monkeypatch: pytest.MonkeyPatch, admin: str, commerce: str
) -> None:
    set_to(monkeypatch, TOKEN="c", BASE_URL=commerce, ADMIN_BASE_URL=admin, ADMIN_TOKEN="")
    assert whose(AdminClient.from_env())[0] == Bearer("c")
    set_to(monkeypatch, EMAIL="c@b.c")
    assert whose(AdminClient.from_env())[0] == Basic("c@b.c", "c")


PRODUCTION = "https://api.atlassian.com"


@pytest.mark.parametrize(
    ("admin", "commerce", "origins"),
    [
        ("", "http://127.0.0.1:8085/commerce/api", ("http://127.0.0.1:8085", PRODUCTION)),
        ("http://127.0.0.1:8085/admin", "", (PRODUCTION, "http://127.0.0.1:8085")),
        (
            "http://127.0.0.1:8085/admin",
            "http://127.0.0.1:8086/admin",
            ("http://127.0.0.1:8086", "http://127.0.0.1:8085"),
        ),
        (
            "https://127.0.0.1/admin",
            "http://127.0.0.1/admin",
            ("http://127.0.0.1", "https://127.0.0.1"),
        ),
        ("https://api.atlassian.com:8443/admin", "", (PRODUCTION, f"{PRODUCTION}:8443")),
    ],
)
def test_commerces_credential_goes_to_no_other_server(
    monkeypatch: pytest.MonkeyPatch, admin: str, commerce: str, origins: tuple[str, str]
) -> None:
    set_to(monkeypatch, TOKEN="s3cr3t", BASE_URL=commerce, ADMIN_BASE_URL=admin)
    with pytest.raises(InvalidRequest) as caught:
        AdminClient.from_env()
    theirs, ours = origins
    assert str(caught.value) == (
        "COMMERCE_ADMIN_TOKEN: is not set in the environment; set COMMERCE_ADMIN_TOKEN, or "
        "COMMERCE_ADMIN_EMAIL and COMMERCE_ADMIN_TOKEN; the one that COMMERCE_… names is for "
        f"{theirs}, not for {ours}"
    )
    assert "s3cr3t" not in seen_below(caught.value)
    assert whose(AdminClient.from_env(token="given"))[0] == Bearer("given")
    here = commerce or PRODUCTION
    assert whose(AdminClient.from_env(base_url=here)) == (Bearer("s3cr3t"), here)


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        (
            {},
            "COMMERCE_ADMIN_TOKEN: is not set in the environment; set COMMERCE_ADMIN_TOKEN, or "
            "COMMERCE_ADMIN_EMAIL and COMMERCE_ADMIN_TOKEN",
        ),
        (
            {"ADMIN_EMAIL": "a@b.c", "TOKEN": "c"},
            "COMMERCE_ADMIN_TOKEN: is not set in the environment, though COMMERCE_ADMIN_EMAIL is",
        ),
        (
            {"EMAIL": "c@b.c"},
            "COMMERCE_TOKEN: is not set in the environment, though COMMERCE_EMAIL is",
        ),
        (
            {"TOKEN": "c", "BASE_URL": "https://me:s3cr3t@x.invalid"},
            "COMMERCE_BASE_URL: must be a plain URL such as https://host/path, without user, query or "
            "fragment",
        ),
        (
            {"TOKEN": "c", "ADMIN_BASE_URL": "http://x.invalid"},
            "COMMERCE_ADMIN_BASE_URL: must be https (http is for this machine's own addresses only)",
        ),
    ],
)
def test_what_the_environment_leaves_open_is_said_by_its_variable(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], says: str
) -> None:
    set_to(monkeypatch, **variables)
    with pytest.raises(InvalidRequest) as caught:
        AdminClient.from_env()
    assert str(caught.value) == says
    assert "s3cr3t" not in seen_below(caught.value)


def test_commerce_borrows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    set_to(monkeypatch, ADMIN_TOKEN="a")
    with pytest.raises(InvalidRequest, match=r"^COMMERCE_TOKEN: is not set"):
        CommerceClient.from_env()
