"""One call as the sandbox's behaviour sees it: read, checked, and on behalf of whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from commerce_sdk.sandbox.engine.document import Operation

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Call:
    """A request that fits the document. `values` are its parameters by their names on the wire,
    those of the path included. Without an account the operation is not about one."""

    operation: Operation
    values: Json
    body: Any = None
    account: str | None = None
    catalog_account: str | None = None

    @property
    def id(self) -> str:
        """The value of the path's first parameter."""
        return str(self.values[self.operation.path_names[0]])


@dataclass(frozen=True)
class Entry:
    """One item of a list, written out only when its page is shown. `key` is what a cursor names."""

    key: str
    show: Callable[[], Json]


@dataclass(frozen=True)
class File:
    """An answer that is no JSON."""

    content: bytes
    media_type: str
