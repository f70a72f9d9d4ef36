"""What the namespaces of the client have in common."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from commerce_sdk.runtime.client import Core


class Namespace:
    """A group of operations on the connections of a client."""

    def __init__(self, core: Core) -> None:
        self._core = core


N = TypeVar("N", bound=Namespace)


class Section(Generic[N]):
    """The place of a namespace on a client. On the class it reads as the namespace's own class."""

    def __init__(self, kind: type[N]) -> None:
        self.kind = kind

    def __get__(self, client: Any, owner: type) -> N:
        return self.kind(client._core)
