"""A process that uses a storefront: `login_process.py ISSUER STORE SECONDS`.

It goes on for so long with tokens that end all the time, in tasks, by the store that others share.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import anyio
import httpx

from commerce_sdk import Login, Session, StorefrontClient, defaults
from tests.storefront.front import BASE_URL, EMAIL, ID, PASSWORD, refusal
from tests.support.issuers import FileStore, Issuer, RefreshRefused

ISSUER, STORE, SECONDS = sys.argv[1:]
LIFETIME = 0.05


def document(session: Session) -> dict[str, Any]:
    return {
        "accessToken": session.access_token,
        "tokenType": "Bearer",
        "expiresIn": LIFETIME,
        "refreshToken": session.refresh_token,
    }


async def main() -> None:
    defaults.SESSION_RECHECK = 0.002
    issuer = Issuer(Path(ISSUER), LIFETIME)

    async def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("login"):
            return httpx.Response(200, json=document(await issuer.login()))
        if request.url.path.endswith("refresh"):
            refresh_token = json.loads(request.content)["refreshToken"]
            try:
                return httpx.Response(200, json=document(await issuer.refresh(refresh_token)))
            except RefreshRefused:
                return refusal(401)
        assert request.headers["authorization"].startswith("Bearer access-")
        return httpx.Response(200, json={"productId": ID})

    login = Login(EMAIL, PASSWORD, store=FileStore(Path(STORE)))
    transport = httpx.MockTransport(answer)
    async with StorefrontClient(
        base_url=BASE_URL, auth=login, transport=transport, limiter=None
    ) as shop:

        async def use() -> None:
            while True:
                assert (await shop.products.get(ID)).product_id == ID
                await anyio.sleep(0.003)

        with anyio.move_on_after(float(SECONDS)):
            async with anyio.create_task_group() as tasks:
                for _ in range(10):
                    tasks.start_soon(use)


if __name__ == "__main__":
    anyio.run(main)
