"""A web service that orders on behalf of its callers and loses nothing when it is killed.

    uvicorn examples.order_service:app

`POST /orders` with `{"offering_id": "…", "users": 100}` answers 202 with the order's id as soon as
the order is kept; `GET /orders/{order_id}` tells how it stands. The order's exact bytes are written
to SQLite before anything is sent, and so is that they are about to be. A start after a crash goes
on with every order that had not ended: one that was never sent is placed as fresh, and one that may
have been sent is placed again under its own id, which looks for it first.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import anyio
from anyio.abc import TaskGroup
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from commerce_sdk import (
    CommerceClient,
    CommerceError,
    InvalidRequest,
    OrderFailed,
    PreparedOrder,
    new_item,
)


class Store:
    """Orders and where they stand, in one SQLite file."""

    def __init__(self, path: str) -> None:
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.execute(
            "create table if not exists orders"
            " (order_id text primary key, body blob, status text, detail text)"
        )

    def keep(self, prepared: PreparedOrder) -> None:
        self._db.execute(
            "insert into orders values (?, ?, 'KEPT', '')",
            (prepared.order_id, prepared.to_json()),
        )

    def update(self, order_id: str, status: str, detail: str = "") -> None:
        self._db.execute(
            "update orders set status = ?, detail = ? where order_id = ?",
            (status, detail, order_id),
        )

    def read(self, order_id: str) -> tuple[str, str] | None:
        query = "select status, detail from orders where order_id = ?"
        row: tuple[str, str] | None = self._db.execute(query, (order_id,)).fetchone()
        return row

    def unfinished(self) -> list[tuple[str, str, bytes]]:
        query = "select order_id, status, body from orders where status not in ('DONE', 'FAILED')"
        return self._db.execute(query).fetchall()

    def close(self) -> None:
        self._db.close()


class Ordering:
    """Places and follows orders in the background."""

    def __init__(self, commerce: CommerceClient, store: Store, tasks: TaskGroup) -> None:
        self._commerce = commerce
        self._store = store
        self._tasks = tasks

    def take(self, offering_id: str, users: int) -> str:
        """Keep an order and start on it. Raises `InvalidRequest` for one that cannot be."""
        prepared = self._commerce.orders.prepare(
            items=[new_item(offering_id, quantities={"user": users})]
        )
        self._store.keep(prepared)
        self._tasks.start_soon(self._carry_out, prepared.order_id, prepared.to_json(), True)
        return prepared.order_id

    def go_on(self) -> None:
        """Take up every order that had not ended when the service stopped."""
        for order_id, status, body in self._store.unfinished():
            self._tasks.start_soon(self._carry_out, order_id, body, status == "KEPT")

    async def _carry_out(self, order_id: str, body: bytes, never_sent: bool) -> None:
        self._store.update(order_id, "SENDING")
        try:
            placed = await self._commerce.orders.place(body, fresh=never_sent)
            async for state in placed.updates(deadline=600):
                self._store.update(order_id, "FOLLOWING", str(state.status))
            order = await placed.result()
            self._store.update(order_id, "DONE", str(order.slug))
        except OrderFailed as failed:
            self._store.update(order_id, "FAILED", str(failed))
        except CommerceError as error:
            if error.maybe_applied is False:
                self._store.update(order_id, "FAILED", str(error))
            else:
                # Not ended, as far as is known: the next start takes it up again.
                self._store.update(order_id, "UNCLEAR", str(error))


async def take_order(request: Request) -> Response:
    ordering: Ordering = request.app.state.ordering
    try:
        wanted = json.loads(await request.body())
        order_id = ordering.take(wanted["offering_id"], wanted["users"])
    except InvalidRequest as error:
        return JSONResponse({"error": str(error)}, status_code=422)
    except (ValueError, KeyError, TypeError):
        return JSONResponse({"error": "send offering_id and users as JSON"}, status_code=400)
    return JSONResponse({"order_id": order_id}, status_code=202)


async def show_order(request: Request) -> Response:
    store: Store = request.app.state.store
    found = store.read(request.path_params["order_id"])
    if found is None:
        return JSONResponse({"error": "no such order"}, status_code=404)
    status, detail = found
    return JSONResponse({"status": status, "detail": detail})


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncGenerator[None]:
    store = Store(os.environ.get("ORDERS_DB", "orders.sqlite"))
    try:
        async with CommerceClient.from_env() as commerce, anyio.create_task_group() as tasks:
            app.state.store = store
            app.state.ordering = Ordering(commerce, store, tasks)
            app.state.ordering.go_on()
            yield
            tasks.cancel_scope.cancel()
    finally:
        store.close()


app = Starlette(
    routes=[
        Route("/orders", take_order, methods=["POST"]),
        Route("/orders/{order_id}", show_order),
    ],
    lifespan=lifespan,
)
