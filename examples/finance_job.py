"""A job that writes every order of an account to a CSV file and goes on where it stopped.

    python -m examples.finance_job orders.csv [--page-size 100]

Until the last page is written, a second file beside it says how far the job came. Whatever stops
the job (the platform, the network, Ctrl-C), running it again goes on with the next page and writes
no order twice; once the list was read to its end there is nothing left to do.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import json
import sys
from datetime import datetime
from pathlib import Path

from commerce_sdk import CommerceClient, CommerceError, Page
from commerce_sdk.models import Order

COLUMNS = ("order_id", "slug", "created", "items", "ended_well")


def row(order: Order) -> tuple[str, ...]:
    items = order.items or []
    ended = [item.processing_info.status for item in items if item.processing_info]
    well = bool(items) and len(ended) == len(items) and all(end == "SUCCESS" for end in ended)
    created = order.created_date
    when = created.isoformat() if isinstance(created, datetime) else str(created or "")
    return (order.order_id or "", order.slug or "", when, str(len(items)), str(well))


class Progress:
    """How far the job came: the cursor of the next page and the file's length up to it."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self._path = output.with_name(output.name + ".progress")
        self.cursor: str | None = None
        self.length = 0
        # The last page names no cursor, and without one a list begins anew: it is not the cursor
        # that tells a finished job from one to begin.
        self.finished = output.exists() and not self._path.exists()
        if self._path.exists():
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            self.cursor, self.length = kept["cursor"], kept["length"]

    def begin(self) -> None:
        """Drop what a stopped run wrote after its last kept page."""
        if self.cursor is None:
            self._keep(None, 0)
            with self.output.open("w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerow(COLUMNS)
        else:
            with self.output.open("r+b") as file:
                file.truncate(self.length)

    def write(self, page: Page[Order]) -> None:
        """Write a page, then keep that it is written."""
        with self.output.open("a", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(row(order) for order in page.items)
        if page.is_last:
            self._path.unlink()
        else:
            self._keep(page.next_cursor, self.output.stat().st_size)

    def _keep(self, cursor: str | None, length: int) -> None:
        waiting = self._path.with_suffix(".new")
        waiting.write_text(json.dumps({"cursor": cursor, "length": length}), encoding="utf-8")
        waiting.replace(self._path)


async def run(commerce: CommerceClient, output: Path, page_size: int) -> int:
    """Write what is left to write; returns how many orders were written now."""
    progress = Progress(output)
    if progress.finished:
        return 0
    progress.begin()
    written = 0
    async for page in commerce.orders.list(page_size=page_size).pages(after=progress.cursor):
        progress.write(page)
        written += len(page.items)
    return written


async def main() -> int:
    parser = argparse.ArgumentParser(prog="finance_job", description=__doc__)
    parser.add_argument("output", type=Path, help="the CSV file to write")
    parser.add_argument("--page-size", type=int, default=100)
    arguments = parser.parse_args()
    try:
        async with CommerceClient.from_env() as commerce:
            written = await run(commerce, arguments.output, arguments.page_size)
    except CommerceError as error:
        print(f"stopped: {error}\nrun it again to go on", file=sys.stderr)
        return 1
    print(f"{written} orders written to {arguments.output}, which is complete")
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
