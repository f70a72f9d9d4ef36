"""Behind real sockets: two addresses of one process, and connections that break."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from commerce_sdk.sandbox import ManualClock, commerce_layer_platform
from commerce_sdk.sandbox.commerce_layer.platform import TOKEN_ORIGIN
from commerce_sdk.sandbox.engine import Server
from commerce_sdk.sandbox.faults import CutAfterApplying, Garbage
from tests.sandbox.commerce_layer.callers import KIND
from tests.support.servers import Served, listener_on_loopback, served

TOKEN = {
    "grant_type": "client_credentials",
    "client_id": "sandbox-client",
    "client_secret": "sandbox-client-secret",
}
ROLE = {"type": "roles", "attributes": {"name": "Editor", "reference": "r-1"}}


@contextmanager
def running() -> Iterator[tuple[Served, httpx.Client, str]]:
    """A served platform, a client of its API through the proxy, and where its tokens are."""
    with listener_on_loopback() as beside:
        tokens = f"127.0.0.1:{beside.getsockname()[1]}"
        platform = commerce_layer_platform(limits=False)
        server = Server(platform, clock=ManualClock(), origins={TOKEN_ORIGIN: tokens})
        with (
            served(server, "/api", beside=[beside]) as there,
            httpx.Client(base_url=there.url, trust_env=False, headers={"Accept": KIND}) as client,
        ):
            client.headers["Accept-Version"] = "v1"
            yield there, client, f"http://{tokens}/oauth/token"


def test_the_api_and_its_tokens_are_at_two_addresses() -> None:
    with running() as (there, client, url):
        answer = client.post(url, json=TOKEN)
        token = answer.raise_for_status().json()["access_token"]
        assert client.post(f"{there.url}/oauth/token", json=TOKEN).status_code == 404
        assert client.get(url.replace("/oauth/token", "/user")).status_code == 404
        assert client.get("/user").status_code == 401
        client.headers["Authorization"] = f"Bearer {token}"
        assert client.get("/user").status_code == 200
        outside = url.replace("/oauth/token", f"/_sandbox/{TOKEN_ORIGIN}/state")
        seen = client.get(outside).json()
        assert seen["given"] == 1


def test_an_answer_that_is_lost_was_acted_on() -> None:
    with running() as (there, client, url):
        token = client.post(url, json=TOKEN).json()["access_token"]
        client.headers["Authorization"] = f"Bearer {token}"
        organization = client.get("/organizations").json()["data"][0]
        one = {"data": {"type": "organizations", "id": organization["id"]}}
        body = {"data": {**ROLE, "relationships": {"organization": one}}}
        there.proxy.plan(CutAfterApplying(), Garbage(), method="POST", path="/roles")
        for _ in range(2):
            with pytest.raises(httpx.RemoteProtocolError):
                client.post("/roles", json=body, headers={"Content-Type": KIND})
        found = client.get("/roles", params={"filter[q][reference_eq]": "r-1"}).json()
        assert found["meta"]["record_count"] == 2
