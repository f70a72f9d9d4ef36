"""The program: what it takes and prints, and platforms that are reached over HTTP."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from commerce_sdk.sandbox import (
    ACCOUNTS,
    ADMIN_EMAIL,
    COMMERCE_LAYER_CLIENT_ID,
    COMMERCE_LAYER_CLIENT_SECRET,
    ORGANIZATION,
    STOREFRONT_ADMIN,
    STOREFRONT_API_KEY,
    TOKEN,
)
from commerce_sdk.sandbox.__main__ import main

LAST = "Its API key is "
"""How the last line begins."""


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        *((f"--pace={each}", "a number from 0.001 to 1,000,000") for each in ("nan", "inf", "0")),
        *(
            (f"--pace={each}", "a number from 0.001 to 1,000,000")
            for each in ("1e-320", "-1", "1e9")
        ),
        ("--pace=fast", "a number from 0.001 to 1,000,000"),
        *(
            (f"--past-orders={each}", "a number from 0 to 100,000")
            for each in ("-5", "1000000", "x")
        ),
        *(
            (f"--token={each}", "one or more characters of ASCII")
            for each in ("", "ä", "a b", "a\n")
        ),
        *((f"--account={each}", "one or more characters of ASCII") for each in ("", "ä")),
    ],
)
def test_junk_is_refused_in_one_line(
    argument: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main([argument])
    assert caught.value.code == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert f"error: argument {argument.partition('=')[0]}: {said}" in last


def test_an_account_is_named_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--account=acme", "--account=ACME"])
    assert caught.value.code == 2
    assert "error: argument --account: the same one twice" in capsys.readouterr().err


@contextmanager
def started(*options: str) -> Iterator[list[str]]:
    """The program in a process of its own; gives the lines that it prints."""
    command = [sys.executable, "-m", "commerce_sdk.sandbox", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            lines = []
            for line in program.stdout:
                lines.append(line.rstrip("\n"))
                if line.startswith(LAST):
                    break
            yield lines
        finally:
            program.terminate()


def environment(lines: list[str]) -> dict[str, str]:
    return dict(re.findall(r"export (\w+)=(\S*)", "\n".join(lines)))


def test_it_prints_where_each_platform_is_and_who_may_call() -> None:
    with started("--manual-clock") as lines:
        said = environment(lines)
    commerce = said["COMMERCE_BASE_URL"]
    origin = commerce.removesuffix("/commerce/api")
    assert lines[0] == f"sandbox ready {commerce}"
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", origin)
    assert said == {
        "COMMERCE_BASE_URL": commerce,
        "COMMERCE_TOKEN": TOKEN,
        "COMMERCE_TRANSACTION_ACCOUNT": ACCOUNTS[0],
        "COMMERCE_ADMIN_BASE_URL": f"{origin}/admin",
        "COMMERCE_ADMIN_TOKEN": TOKEN,
        "COMMERCE_ADMIN_ORGANIZATION": ORGANIZATION,
        "COMMERCE_LAYER_BASE_URL": f"{origin}/commerce-layer/api",
        "COMMERCE_LAYER_TOKEN_URL": said["COMMERCE_LAYER_TOKEN_URL"],
        "COMMERCE_LAYER_CLIENT_ID": COMMERCE_LAYER_CLIENT_ID,
        "COMMERCE_LAYER_CLIENT_SECRET": COMMERCE_LAYER_CLIENT_SECRET,
        "STOREFRONT_BASE_URL": f"{origin}/storefront",
        "STOREFRONT_EMAIL": STOREFRONT_ADMIN.email,
        "STOREFRONT_PASSWORD": STOREFRONT_ADMIN.password,
    }
    assert lines[-1] == f"{LAST}{STOREFRONT_API_KEY}."
    tokens = said["COMMERCE_LAYER_TOKEN_URL"].removesuffix("/oauth/token")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", tokens)
    assert tokens != origin


def test_the_tokens_of_commerce_layer_come_from_an_address_of_their_own() -> None:
    with started("--manual-clock") as lines:
        said = environment(lines)
        asked = {
            "grant_type": "client_credentials",
            "client_id": said["COMMERCE_LAYER_CLIENT_ID"],
            "client_secret": said["COMMERCE_LAYER_CLIENT_SECRET"],
        }
        with httpx.Client(headers={"Accept-Version": "v1"}, trust_env=False) as client:
            url = said["COMMERCE_LAYER_TOKEN_URL"]
            given = client.post(url, data=asked).raise_for_status().json()
            token = {"Authorization": f"Bearer {given['access_token']}"}
            roles = client.get(f"{said['COMMERCE_LAYER_BASE_URL']}/roles", headers=token)
            outside = httpx.URL(url).copy_with(path="/_sandbox/commerce-layer/state")
            counted = client.get(outside).json()["resources"]
    assert roles.raise_for_status().json()["meta"]["record_count"] == counted["roles"] == 2


def test_both_platforms_answer_on_one_clock_that_is_moved_over_http() -> None:
    with started("--manual-clock", "--past-orders=3") as lines:
        said = environment(lines)
        outside = httpx.URL(said["COMMERCE_BASE_URL"]).copy_with(path="/_sandbox/")
        with httpx.Client(base_url=said["STOREFRONT_BASE_URL"], trust_env=False) as client:
            body = {"email": said["STOREFRONT_EMAIL"], "password": said["STOREFRONT_PASSWORD"]}
            token = client.post("/auth/login", json=body).raise_for_status().json()["accessToken"]
            client.headers["Authorization"] = f"Bearer {token}"
            assert client.get("/products").raise_for_status().json()["total"]
            before, after = (
                client.post(outside.join("advance"), json={"seconds": seconds}).json()["time"]
                for seconds in (0, 3600)
            )
            assert client.get("/products").status_code == 401
            key = {"X-API-Key": STOREFRONT_API_KEY, "Authorization": ""}
            assert client.get("/products", headers=key).status_code == 200
            assert len(client.get(outside.join("state")).json()["orders"]) == 3
            assert client.get(outside.join("storefront/state")).json()["orders"] == {}
            orders = client.get(
                f"{said['COMMERCE_BASE_URL']}/v2/orders",
                headers={
                    "Authorization": f"Bearer {said['COMMERCE_TOKEN']}",
                    "X-transaction-account": said["COMMERCE_TRANSACTION_ACCOUNT"],
                },
            )
    assert after == before + 3600
    assert len(orders.raise_for_status().json()["data"]) == 3


def test_the_administration_is_of_commerces_world_and_knows_its_token() -> None:
    with started("--manual-clock", "--token=t0ken") as lines:
        said = environment(lines)
        search = "/v2/orgs/{COMMERCE_ADMIN_ORGANIZATION}/workspaces".format_map(said)
        url, query = said["COMMERCE_ADMIN_BASE_URL"] + search, {"searchWorkspaces": "acme"}
        credentials = ({"Authorization": "Bearer t0ken"}, httpx.BasicAuth(ADMIN_EMAIL, "t0ken"))
        answers = [
            httpx.post(url, json={"query": query}, headers=credentials[0], trust_env=False),
            httpx.post(url, json={"query": query}, auth=credentials[1], trust_env=False),
        ]
        (workspace,) = answers[0].raise_for_status().json()["data"]
        entitlement = workspace["relationships"]["entitlement"][0]["id"]
        details = f"{said['COMMERCE_BASE_URL']}/v2/entitlements/{entitlement}/details"
        sold = httpx.get(details, headers=credentials[0], trust_env=False)
        outside = httpx.URL(url).copy_with(path="/_sandbox/admin/state")
        state = httpx.get(outside, trust_env=False).json()
    assert answers[1].json()["data"] == [workspace]
    assert sold.raise_for_status().json()["entitlementId"] == entitlement
    assert workspace["id"] in state["workspaces"]


@pytest.mark.parametrize(("options", "last"), [((), 429), (("--no-limits",), 200)])
def test_limits_are_of_both(options: tuple[str, ...], last: int) -> None:
    with started("--manual-clock", *options) as lines:
        said = environment(lines)
        key = {"X-API-Key": STOREFRONT_API_KEY}
        with httpx.Client(headers=key, trust_env=False) as client:
            for _ in range(1001):
                answer = client.get(f"{said['STOREFRONT_BASE_URL']}/orders")
    assert answer.status_code == last


def test_the_seed_decides_for_both() -> None:
    tokens = []
    for seed in ("1", "1", "2"):
        with started("--manual-clock", f"--seed={seed}") as lines:
            said = environment(lines)
            body = {"email": said["STOREFRONT_EMAIL"], "password": said["STOREFRONT_PASSWORD"]}
            url = f"{said['STOREFRONT_BASE_URL']}/auth/login"
            tokens.append(httpx.post(url, json=body, trust_env=False).json()["accessToken"])
    assert tokens[0] == tokens[1] != tokens[2]
