"""Secrets are planted wherever a caller or a server could put one; all that comes out is searched."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

import httpx
import pytest

from commerce_sdk import Bearer, CommerceError
from tests.codegen.golden.shop.models import BillInput
from tests.support.planted_secrets import (
    AUTHS,
    EMAIL,
    ENCODED,
    IN_BODY,
    TOKEN,
    nothing_comes_out,
    status,
)
from tests.support.shop import BILL, ShopClient, shop_client

pytestmark = pytest.mark.anyio


def calls_on(shop: ShopClient, folder: Path) -> tuple[list[str], list[Awaitable[Any]]]:
    bill = BillInput(id=BILL, lines=[], tags={"note": IN_BODY})
    return [repr(shop.bills)], [
        shop.bills.get(BILL),
        shop.bills.list().collect(),
        shop.bills.create(bill),
        shop.goods.search(IN_BODY).collect(),
        shop.stands.remove_racks(),
        shop.bills.download(BILL).save(folder / "bill.pdf"),
    ]


@pytest.mark.parametrize("auth", AUTHS, ids=lambda auth: type(auth).__name__)
async def test_no_secret_comes_out(
    auth: Any, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    await nothing_comes_out(shop_client, lambda shop: calls_on(shop, tmp_path), auth, caplog)


async def test_a_credential_is_not_pickled_by_chance() -> None:
    async with shop_client(status(200, json={}), auth=Bearer(TOKEN)) as shop:
        with pytest.raises((TypeError, AttributeError, pickle.PicklingError)):
            pickle.dumps(shop)


async def test_a_proxys_password_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"nonsense://user:{TOKEN}@127.0.0.1:1")
    async with ShopClient(token="t", base_url="https://x.invalid/api") as shop:
        with pytest.raises(CommerceError) as caught:
            await shop.bills.get(BILL)
    assert TOKEN not in "".join(traceback.format_exception(caught.value))
    monkeypatch.setenv("HTTPS_PROXY", f"http://user:{TOKEN}@127.0.0.1:1")
    async with ShopClient(
        token="t", shop="corner", base_url="https://x.invalid/api", retry=None
    ) as shop:
        with pytest.raises(CommerceError) as caught:
            await shop.bills.get(BILL)
    assert TOKEN not in "".join(traceback.format_exception(caught.value))


def test_the_encoded_one_is_what_the_header_holds() -> None:
    assert ENCODED in httpx.BasicAuth(EMAIL, TOKEN)._auth_header
