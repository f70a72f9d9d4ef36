"""A client whose answers a function gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx

from commerce_sdk import CommerceClient
from tests.support.worlds import ACCOUNT, BASE_URL

SECRET = "s3cr3t-t0ken"
Answer = Callable[[httpx.Request], httpx.Response]


def client(answer: Answer | httpx.AsyncBaseTransport, **settings: Any) -> CommerceClient:
    transport = (
        answer if isinstance(answer, httpx.AsyncBaseTransport) else httpx.MockTransport(answer)
    )
    settings.setdefault("retry", None)
    settings.setdefault("limiter", None)
    if "auth" not in settings:
        settings["token"] = SECRET
    return CommerceClient(
        transaction_account=ACCOUNT, base_url=BASE_URL, transport=transport, **settings
    )
