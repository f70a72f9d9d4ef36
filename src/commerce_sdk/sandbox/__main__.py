"""`python -m commerce_sdk.sandbox`: the platform on your own machine, over HTTP."""

from __future__ import annotations

import argparse
import socket
import sys

import uvicorn

from commerce_sdk.sandbox.commerce.catalogue import ACCOUNTS, FAILING_OFFERING
from commerce_sdk.sandbox.commerce.platform import TOKEN
from commerce_sdk.sandbox.commerce.sandbox import Sandbox

_HOST = "127.0.0.1"


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


def main() -> int:
    """Serve on loopback until interrupted."""
    parser = argparse.ArgumentParser(
        prog="python -m commerce_sdk.sandbox",
        description="A Commerce platform on your own machine, over HTTP on loopback.",
    )
    parser.add_argument("--port", type=int, default=0, help="0 takes any free one (default)")
    parser.add_argument("--seed", type=int, default=0, help="makes ids and slugs repeatable")
    parser.add_argument("--token", default=TOKEN, help=f"the token it knows (default {TOKEN})")
    parser.add_argument("--account", action="append", help="an account it knows; may be repeated")
    parser.add_argument("--past-orders", type=int, default=0, help="finished orders to begin with")
    parser.add_argument(
        "--pace", type=float, default=1.0, help="how fast orders move: 2 is twice as fast"
    )
    parser.add_argument("--no-limits", action="store_true", help="without the rate limits")
    arguments = parser.parse_args()
    if arguments.pace <= 0:
        parser.error("--pace is above zero")
    sandbox = Sandbox(
        seed=arguments.seed,
        limits=not arguments.no_limits,
        tokens=(arguments.token,),
        accounts=tuple(account.lower() for account in arguments.account or ACCOUNTS),
    )
    sandbox.switches.pending /= arguments.pace
    sandbox.switches.processing /= arguments.pace
    account = sandbox.accounts[0]
    sandbox.orders.seed_finished(account, arguments.past_orders, sandbox.accounts[0])
    try:
        listener = _listen(arguments.port)
    except (OSError, OverflowError) as fault:
        print(f"cannot listen on port {arguments.port}: {fault}", file=sys.stderr)
        return 1
    address = f"http://{_HOST}:{listener.getsockname()[1]}{sandbox.document.base_path}"
    print(f"sandbox ready {address}", flush=True)
    print(
        f"\n  export COMMERCE_BASE_URL={address}"
        f"\n  export COMMERCE_TOKEN={arguments.token}"
        f"\n  export COMMERCE_TRANSACTION_ACCOUNT={account}\n"
        f"\nOffering {FAILING_OFFERING} always fails. Ctrl-C stops.",
        flush=True,
    )
    config = uvicorn.Config(sandbox, log_level="warning", access_log=False, lifespan="off")
    uvicorn.Server(config).run(sockets=[listener])
    return 0


if __name__ == "__main__":
    sys.exit(main())
