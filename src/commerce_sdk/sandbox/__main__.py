"""`python -m commerce_sdk.sandbox`: the platforms on your own machine, over HTTP."""

from __future__ import annotations

import argparse
import contextlib
import socket
import sys
from collections.abc import Sequence

import uvicorn

from commerce_sdk.sandbox.admin.catalogue import ORGANIZATION
from commerce_sdk.sandbox.admin.platform import ADMIN_EMAIL, admin_platform
from commerce_sdk.sandbox.commerce.catalogue import ACCOUNTS, FAILING_OFFERING
from commerce_sdk.sandbox.commerce.platform import TOKEN, commerce_platform
from commerce_sdk.sandbox.commerce_layer.platform import TOKEN_ORIGIN, commerce_layer_platform
from commerce_sdk.sandbox.commerce_layer.settings import (
    COMMERCE_LAYER_CLIENT_ID,
    COMMERCE_LAYER_CLIENT_SECRET,
)
from commerce_sdk.sandbox.engine.clock import ManualClock, SystemClock
from commerce_sdk.sandbox.engine.server import Server
from commerce_sdk.sandbox.storefront.platform import storefront_platform
from commerce_sdk.sandbox.storefront.users import STOREFRONT_ADMIN, STOREFRONT_API_KEY

_HOST = "127.0.0.1"
_STOREFRONT = "/storefront"
_COMMERCE_LAYER = "/commerce-layer"
_MOST_ORDERS = 100_000
_SLOWEST, _FASTEST = 0.001, 1_000_000.0


def _sent(text: str) -> str:
    # It comes in a header, where nothing else can stand; of nothing no call says whose it is.
    if not text or not all("!" <= each <= "~" for each in text):
        raise argparse.ArgumentTypeError("one or more characters of ASCII, no spaces")
    return text


def _account(text: str) -> str:
    return _sent(text).lower()


def _orders(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 9 and int(text) <= _MOST_ORDERS):
        raise argparse.ArgumentTypeError(f"a number from 0 to {_MOST_ORDERS:,}")
    return int(text)


def _pace(text: str) -> float:
    with contextlib.suppress(ValueError):
        if _SLOWEST <= (pace := float(text)) <= _FASTEST:
            return pace
    raise argparse.ArgumentTypeError(f"a number from {_SLOWEST} to {_FASTEST:,.0f}")


def _listen(port: int) -> socket.socket:
    # Named as TCP, for asyncio sends small answers at once (TCP_NODELAY) on such a socket only.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((_HOST, port))
        listener.listen()
    except BaseException:
        listener.close()
        raise
    return listener


def main(given: Sequence[str] | None = None) -> int:
    """Serve on loopback until interrupted; the arguments are the program's, or those given."""
    parser = argparse.ArgumentParser(
        prog="python -m commerce_sdk.sandbox",
        description="Commerce, the administration of an organization beside it, a storefront, and"
        " Commerce Layer Provisioning, on your own machine, over HTTP on loopback.",
    )
    parser.add_argument("--port", type=int, default=0, help="0 takes any free one (default)")
    parser.add_argument(
        "--token-port",
        type=int,
        default=0,
        help="the port of the host that gives the tokens of Commerce Layer (default any free one)",
    )
    parser.add_argument(
        "--seed", type=int, default=0, help="makes ids, slugs and tokens repeatable"
    )
    parser.add_argument(
        "--token",
        type=_sent,
        default=TOKEN,
        help=f"the token that Commerce and the administration know (default {TOKEN})",
    )
    parser.add_argument(
        "--account",
        type=_account,
        action="append",
        help="an account that Commerce knows; may be repeated",
    )
    parser.add_argument(
        "--past-orders", type=_orders, default=0, help="finished orders that Commerce begins with"
    )
    parser.add_argument(
        "--pace", type=_pace, default=1.0, help="how fast its orders move: 2 is twice as fast"
    )
    parser.add_argument("--no-limits", action="store_true", help="without the rate limits")
    parser.add_argument(
        "--manual-clock", action="store_true", help="time stands still until it is advanced"
    )
    arguments = parser.parse_args(given)
    accounts = tuple(arguments.account or ACCOUNTS)
    if len(set(accounts)) < len(accounts):
        parser.error("argument --account: the same one twice")
    limits = not arguments.no_limits
    commerce = commerce_platform(tokens=(arguments.token,), accounts=accounts, limits=limits)
    admin = admin_platform(tokens=(arguments.token, f"{ADMIN_EMAIL}:{arguments.token}"))
    provisioning = commerce_layer_platform(limits=limits)
    listeners: list[socket.socket] = []
    for port in (arguments.port, arguments.token_port):
        try:
            listeners.append(_listen(port))
        except (OSError, OverflowError) as fault:
            print(f"cannot listen on port {port}: {fault}", file=sys.stderr)
            for listener in listeners:
                listener.close()
            return 1
    first, tokens = (f"{_HOST}:{each.getsockname()[1]}" for each in listeners)
    origin = f"http://{first}"
    server = Server(
        {
            "": [commerce, admin],
            _STOREFRONT: storefront_platform(limits=limits),
            _COMMERCE_LAYER: provisioning,
        },
        origins={TOKEN_ORIGIN: tokens},
        clock=ManualClock() if arguments.manual_clock else SystemClock(),
        seed=arguments.seed,
    )
    commerce.behaviour.switches.pending /= arguments.pace
    commerce.behaviour.switches.processing /= arguments.pace
    commerce.behaviour.orders.seed_finished(accounts[0], arguments.past_orders, accounts[0])
    address = f"{origin}{commerce.document.base_path}"
    print(f"sandbox ready {address}", flush=True)
    print(
        f"\n  export COMMERCE_BASE_URL={address}"
        f"\n  export COMMERCE_TOKEN={arguments.token}"
        f"\n  export COMMERCE_TRANSACTION_ACCOUNT={accounts[0]}\n"
        f"\nOffering {FAILING_OFFERING} always fails. Ctrl-C stops."
        "\n\nThe organization administration of the same customer:\n"
        f"\n  export COMMERCE_ADMIN_BASE_URL={origin}{admin.document.base_path}"
        f"\n  export COMMERCE_ADMIN_TOKEN={arguments.token}"
        f"\n  export COMMERCE_ADMIN_ORGANIZATION={ORGANIZATION}\n"
        "\nCommerce Layer Provisioning, whose tokens another origin gives:\n"
        f"\n  export COMMERCE_LAYER_BASE_URL={origin}{_COMMERCE_LAYER}"
        f"{provisioning.document.base_path}"
        f"\n  export COMMERCE_LAYER_TOKEN_URL=http://{tokens}/oauth/token"
        f"\n  export COMMERCE_LAYER_CLIENT_ID={COMMERCE_LAYER_CLIENT_ID}"
        f"\n  export COMMERCE_LAYER_CLIENT_SECRET={COMMERCE_LAYER_CLIENT_SECRET}\n"
        "\nThe storefront beside them, as its administrator:\n"
        f"\n  export STOREFRONT_BASE_URL={origin}{_STOREFRONT}"
        f"\n  export STOREFRONT_EMAIL={STOREFRONT_ADMIN.email}"
        f"\n  export STOREFRONT_PASSWORD={STOREFRONT_ADMIN.password}\n"
        f"\nIts API key is {STOREFRONT_API_KEY}.",
        flush=True,
    )
    config = uvicorn.Config(server, log_level="warning", access_log=False, lifespan="off")
    uvicorn.Server(config).run(sockets=listeners)
    return 0


if __name__ == "__main__":
    sys.exit(main())
