"""What the namespaces of the client have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from commerce_sdk.runtime import namespace


class Namespace(namespace.Namespace):
    """A group of operations on the connections of a client."""

    aliases: ClassVar[Mapping[str, str]] = {
        "status_filter": "status",
        "activation_reason_code": "activation_reasons",
        "type": "relationship",
    }
