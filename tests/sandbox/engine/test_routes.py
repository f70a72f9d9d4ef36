"""Which operation a path asks for, and what a call knows of the address it was sent to."""

from __future__ import annotations

import re
from itertools import permutations
from typing import Any

import pytest

from commerce_sdk.sandbox.engine import Answer, Call, Document, ManualClock, Platform, Server
from tests.sandbox.engine.serving import TEXT, Asked, a_document, asking, doing, one_server

pytestmark = pytest.mark.anyio
PATHS = ["/items/{id}", "/items/{id}:cancel", "/items/{id}.json", "/items/{a}-{b}", "/items/all"]


def operations(paths: list[str], base: str = "") -> Document:
    """A document that answers each of its paths with that path."""
    text = {"content": {"application/json": {"schema": TEXT}}}
    return Document(
        {
            "servers": [{"url": f"https://shop.invalid{base}"}],
            "paths": {
                path: {
                    "get": {
                        "operationId": f"at_{number}",
                        "parameters": [
                            {"name": name, "in": "path", "required": True, "schema": TEXT}
                            for name in re.findall(r"{(\w+)}", path)
                        ],
                        "responses": {"200": text},
                    }
                }
                for number, path in enumerate(paths)
            },
        }
    )


async def asked(paths: list[str], *sent: str) -> list[Any]:
    document = operations(paths)
    server = one_server(document, doing(document, lambda call: call.operation.path))
    async with asking(server) as client:
        return [(await client.get(each)).json() for each in sent]


async def test_what_is_written_out_is_found_wherever_it_stands() -> None:
    sent = ["/items/7", "/items/7:cancel", "/items/7.json", "/items/7-8", "/items/all"]
    for paths in permutations(PATHS):
        assert await asked(list(paths), *sent) == PATHS


async def test_segments_are_compared_from_left_to_right() -> None:
    paths = ["/{a}/b", "/a/{b}", "/{a}/{b}:go", "/a/{b}/{c}", "/a/b/{c}"]
    sent = ["/a/b", "/x/b", "/x/y:go", "/a/y/z", "/a/b/z"]
    assert await asked(paths, *sent) == [
        "/a/{b}",
        "/{a}/b",
        "/{a}/{b}:go",
        "/a/{b}/{c}",
        "/a/b/{c}",
    ]


# --- the address


async def test_behaviour_knows_its_own_address_and_the_headers_of_the_request() -> None:
    def begin(call: Call) -> Answer:
        note = call.headers["x-note"]
        return Answer(200, note, {"Location": f"{call.address}/items/{note}"})

    document = operations(["/items/{id}"], base="/api/v1")
    platform = Platform(document, lambda world: doing(document, begin))
    server = Server({"/shop": platform, "/other": Platform(document, lambda world: Idle())})
    async with asking(server) as client:
        url = "https://shop.invalid:8443/shop/api/v1/items/a%2Fb?q=1"
        answer = await client.get(url, headers={"X-Note": "n1"})
    assert answer.json() == "n1"
    assert answer.headers["location"] == "https://shop.invalid:8443/shop/api/v1/items/n1"


class Idle:
    def at_0(self, call: Call) -> None:
        pass


async def test_the_headers_are_read_only_and_in_no_repr() -> None:
    behaviour = Asked()
    server = Server(Platform(a_document("/a", {}), lambda world: behaviour), clock=ManualClock())
    async with asking(server) as client:
        await client.get("/a", headers={"Authorization": "Bearer s3cret"})
    (call,) = behaviour.calls
    assert call.address == "http://127.0.0.1:1"
    assert "s3cret" not in repr(call)
    with pytest.raises(TypeError):
        call.headers["x"] = "y"  # type: ignore[index]
