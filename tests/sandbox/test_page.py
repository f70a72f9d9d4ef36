"""The page of the sandbox: what it makes is there, and does what it says."""

from __future__ import annotations

import re
from operator import attrgetter
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import sandbox
from commerce_sdk.sandbox import commerce_platform, engine
from tests.conftest import ROOT
from tests.support.servers import on_loopback

PAGE = (ROOT / "docs" / "sandbox.md").read_text(encoding="utf-8")
_, ANOTHER = PAGE.split("## Another platform")


def block(kind: str, number: int = 0) -> str:
    """A block of a kind in the part about another platform."""
    found: str = re.findall(rf"```{kind}\n(.*?)```", ANOTHER, re.DOTALL)[number]
    return found


def test_a_document_that_is_not_understood_is_refused_in_the_words_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offset = block("json").replace('"strategy": "cursor"', '"strategy": "offset"')
    (tmp_path / "shop.json").write_text(offset, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(engine.DocumentError) as caught:
        engine.Document.load("shop.json")
    assert f"{caught.value}\n" == block("text", 1)


def test_another_platform_is_served_over_http_as_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shop.json").write_text(block("json"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    served: list[tuple[engine.Server, Any]] = []
    monkeypatch.setattr("uvicorn.run", lambda app, **settings: served.append((app, settings)))
    example, _, _ = block("python").partition("server = ")
    exec(example + block("python", 1), {})
    ((server, settings),) = served
    assert settings == {"host": "127.0.0.1", "port": 8080}
    assert isinstance(server.clock, engine.SystemClock)
    with on_loopback(server) as client:
        headers = {"Authorization": "Bearer s3cret"}
        answer = client.post("/api/racks", json={"label": "left"}, headers=headers)
    assert (answer.status_code, answer.json()) == (201, {"label": "left"})


def test_the_administration_is_made_as_the_page_says() -> None:
    _, part = PAGE.split("## The organization administration")
    made: dict[str, Any] = {}
    exec(re.findall(r"```python\n(.*?)```", part, re.DOTALL)[0], made)
    first, second = re.findall(r'base_url "(.*?)"', part)[:2]

    async def statuses() -> list[int]:
        headers = {"Authorization": f"Bearer {sandbox.TOKEN}"}
        async with httpx.AsyncClient(transport=made["transport"], headers=headers) as client:
            account = {"X-transaction-account": sandbox.ACCOUNTS[0]}
            search = f"{second}/v2/orgs/{sandbox.ORGANIZATION}/workspaces"
            answers = [
                await client.get(f"{first}/v2/orders", headers=account),
                await client.post(search, json={}),
            ]
        return [each.status_code for each in answers]

    assert anyio.run(statuses) == [200, 200]
    for each in ("switches", "requests.held"):
        assert f"`admin.behaviour.{each}`" in part
        assert attrgetter(each)(made["admin"].behaviour) is not None
    for site in sandbox.SITES:
        assert f"`{site.name}`" in part


@pytest.mark.anyio
async def test_commerce_layer_is_made_and_told_what_to_do_as_the_page_says() -> None:
    _, part = PAGE.split("## Commerce Layer Provisioning")
    part, _ = part.split("## Breaking connections")
    made: dict[str, Any] = {}
    exec(re.findall(r"```python\n(.*?)```", part, re.DOTALL)[0], made)
    async with httpx.AsyncClient(transport=made["transport"]) as client:
        asked = {
            "grant_type": "client_credentials",
            "client_id": sandbox.COMMERCE_LAYER_CLIENT_ID,
            "client_secret": sandbox.COMMERCE_LAYER_CLIENT_SECRET,
        }
        token = (await client.post(made["token_url"], json=asked)).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}", "Accept-Version": "v1"}
        answer = await client.get(f"{made['base_url']}/user", headers=headers)
    assert answer.json()["data"]["attributes"]["email"] == sandbox.COMMERCE_LAYER_USER.email
    names = set(re.findall(r"COMMERCE_LAYER_\w+|CommerceLayer\w+", part))
    assert names <= set(sandbox.__all__)
    behaviour = made["platform"].behaviour
    for name in vars(behaviour.switches):
        assert f"`{name}`" in part
    assert all(hasattr(behaviour, name) for name in ("accept", "end_verification", "seed"))


def test_the_page_names_what_there_is() -> None:
    named = set(re.findall(r"`([A-Z][a-z][A-Za-z]+)\b", ANOTHER)) - {"Stock"}
    assert named
    assert named <= set(engine.__all__)
    for name in ("fail_next", "recover", "calls"):
        assert f"`.{name}" in ANOTHER or f"`platform.{name}" in ANOTHER
        assert hasattr(commerce_platform(), name)


def test_the_page_names_public_paths_alone() -> None:
    rooms = {"commerce_sdk.sandbox", "commerce_sdk.sandbox.engine", "commerce_sdk.sandbox.faults"}
    paths = set(re.findall(r"`(commerce_sdk\.[\w.]*\w)", PAGE)) - rooms
    assert paths == {
        "commerce_sdk.sandbox.admin_platform",
        "commerce_sdk.sandbox.commerce_layer_platform",
        "commerce_sdk.sandbox.commerce_platform",
        "commerce_sdk.sandbox.storefront_platform",
    }
    assert all(path.rpartition(".")[2] in sandbox.__all__ for path in paths)
