"""The Commerce platform by itself, as an ASGI application."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from starlette.types import Receive, Scope, Send

from commerce_sdk.sandbox.commerce.catalogue import ACCOUNTS, CATALOG_ACCOUNT
from commerce_sdk.sandbox.commerce.orders import Orders, Switches
from commerce_sdk.sandbox.commerce.platform import TOKEN, Commerce, commerce_platform
from commerce_sdk.sandbox.engine.call import Json
from commerce_sdk.sandbox.engine.clock import Clock
from commerce_sdk.sandbox.engine.document import Document
from commerce_sdk.sandbox.engine.given import texts
from commerce_sdk.sandbox.engine.server import Server


class Sandbox:
    """A Commerce platform on your own machine.

        transport = httpx.ASGITransport(app=Sandbox())

    Args:
        seed: Makes slugs and ids repeatable.
        clock: `SystemClock()`, or a `ManualClock()` that stands still until it is advanced.
        limits: False switches the published rate limits off.
        tokens: The credentials it knows: Bearer tokens, or `email:token` for Basic.
        accounts: The transaction accounts it knows. The second one pays in yen.
        catalog_accounts: The accounts that may write prices.
        document: The platform's document in another version. Raises `BehaviourError` (a
            `ValueError`) for one with other operations, and names them.

    Raises `ValueError` for one text where several are given.

    `switches` change how orders behave, `fail_next` scripts an answer, `orders.held` and
    `orders.receipts` show what the platform has and what reached it.
    """

    def __init__(
        self,
        *,
        seed: int = 0,
        clock: Clock | None = None,
        limits: bool = True,
        tokens: Sequence[str] = (TOKEN,),
        accounts: Sequence[str] = ACCOUNTS,
        catalog_accounts: Sequence[str] = (CATALOG_ACCOUNT,),
        document: Document | None = None,
    ) -> None:
        self.tokens: tuple[str, ...] = texts("tokens", tokens)
        self.accounts: tuple[str, ...] = texts("accounts", accounts)
        self.catalog_accounts: tuple[str, ...] = texts("catalog_accounts", catalog_accounts)
        self._platform = commerce_platform(
            tokens=self.tokens,
            accounts=self.accounts,
            catalog_accounts=self.catalog_accounts,
            limits=limits,
            document=document,
        )
        self._server = Server(self._platform, clock=clock, seed=seed)
        self.clock: Clock = self._server.clock
        self.seed = seed

    @property
    def document(self) -> Document:
        """What it serves."""
        return self._platform.document

    @property
    def platform(self) -> Commerce:
        """Everything that it has."""
        behaviour: Commerce = self._platform.behaviour
        return behaviour

    @property
    def orders(self) -> Orders:
        """The orders that it has."""
        return self.platform.orders

    @property
    def switches(self) -> Switches:
        """How orders behave; see `Switches`."""
        return self.platform.switches

    @property
    def limits(self) -> bool:
        """Are the published rate limits kept?"""
        return self._platform.limits

    @limits.setter
    def limits(self, kept: bool) -> None:
        self._platform.limits = kept

    @property
    def calls(self) -> Counter[str]:
        """How often each operation was called, and reached the platform."""
        return self._platform.calls

    def reset(self) -> None:
        """Forget everything that happened."""
        self._server.reset()

    def fail_next(
        self,
        operation_id: str | None,
        status: int = 503,
        *,
        times: int = 1,
        after_applying: bool = False,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> None:
        """Answer the next calls of an operation (None: of any) with a status of your choice, from
        200 to 599.

        `after_applying` lets the platform act first. `body` replaces the error document. Raises
        `ValueError` for an operation, a status or `times` that there are not.
        """
        self._platform.fail_next(
            operation_id,
            status,
            times=times,
            after_applying=after_applying,
            headers=headers,
            body=body,
        )

    def fail_order(self, order_id: str, reasons: Json) -> None:
        """Let an order fail for the given reasons, an error document of the Orders shape."""
        self.orders.failures[order_id.lower()] = reasons

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._server(scope, receive, send)
