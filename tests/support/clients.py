"""A client whose answers a function gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import httpcore
import httpx

from commerce_sdk import AdminClient, CommerceClient, CommerceLayerClient, StorefrontClient
from commerce_sdk.runtime.platform_client import PlatformClient
from tests.support.worlds import ACCOUNT, BASE_URL

SECRET = "s3cr3t-t0ken"
C = TypeVar("C", bound=PlatformClient)
Answer = Callable[[httpx.Request], httpx.Response]


def client(answer: Answer | httpx.AsyncBaseTransport, **settings: Any) -> CommerceClient:
    return _of(CommerceClient, answer, transaction_account=ACCOUNT, **settings)


def storefront_client(
    answer: Answer | httpx.AsyncBaseTransport, **settings: Any
) -> StorefrontClient:
    return _of(StorefrontClient, answer, **settings)


def admin_client(answer: Answer | httpx.AsyncBaseTransport, **settings: Any) -> AdminClient:
    return _of(AdminClient, answer, **{"organization": "o", **settings})


def commerce_layer_client(
    answer: Answer | httpx.AsyncBaseTransport, **settings: Any
) -> CommerceLayerClient:
    return _of(CommerceLayerClient, answer, **settings)


def _of(kind: type[C], answer: Answer | httpx.AsyncBaseTransport, **settings: Any) -> C:
    transport = (
        answer if isinstance(answer, httpx.AsyncBaseTransport) else httpx.MockTransport(answer)
    )
    settings = {"retry": None, "limiter": None, **settings}
    if "auth" not in settings:
        settings["token"] = SECRET
    return kind(base_url=BASE_URL, transport=transport, **settings)


def open_connections(client: PlatformClient) -> list[httpcore.AsyncHTTPConnection]:
    """The client's own connections that are not closed; each has to be idle."""
    pool: Any = client._core.pipeline.transport._pool
    made = [lane._pool._connection for lane in pool._made]
    open_ones = [each for each in made if each is not None and not each.is_closed()]
    assert all(each.is_idle() for each in open_ones), "an exchange was left half-way"
    return open_ones
