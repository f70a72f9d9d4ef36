"""A client of a package that was generated for a test, which gets one answer to whatever it asks."""

from __future__ import annotations

from typing import Any

import httpx

from commerce_sdk.runtime.platform_client import PlatformClient
from commerce_sdk.runtime.tenants import TenantSetting


class Answered:
    """A client whose every answer is the same, and what it was asked."""

    def __init__(self, kiosk: Any, answer: httpx.Response) -> None:
        settings = {"region": TenantSetting("region")}
        kind = type(
            "KioskClient",
            (PlatformClient,),
            {"platform": kiosk.PLATFORM, "prefix": "KIOSK_", "tenants": settings},
        )
        self.requests: list[httpx.Request] = []
        self.answer = answer
        self.client: Any = kind(
            token="t0ken-123456",
            tenants={"region": "eu"},
            retry=None,
            limiter=None,
            transport=httpx.MockTransport(self._answer),
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self.answer
