"""How what holds other values is written to the wire: models, unions, lists and maps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from commerce_sdk.document.kinds import Kind, Scope, refuse
from commerce_sdk.document.text import encodable
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.value import Value


class Nested(Value, frozen=True):
    """Another request model."""

    model: Callable[[], Any]

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        model = self.model()
        if not isinstance(value, model):
            raise refuse(f"a {model.__name__}", value, path)
        return value.write(path, currency)

    def read(self, value: Any, scope: Scope) -> Any:
        if not isinstance(value, Mapping):
            return value
        return self.model().read(value, scope)


class OneOf(Value, frozen=True):
    """One of several request models, told apart on the wire by `discriminator`. `default` is the
    variant of a document that lacks it."""

    discriminator: str
    models: Callable[[], Mapping[str, Any]]
    default: str | None = None

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        models = tuple(self.models().values())
        if not any(isinstance(value, model) for model in models):
            names = ", ".join(model.__name__ for model in models)
            raise refuse(f"one of {names}", value, path)
        return value.write(path, currency)

    def read(self, value: Any, scope: Scope) -> Any:
        if not isinstance(value, Mapping):
            return value
        kind = value.get(self.discriminator, self.default)
        model = self.models().get(kind)
        if model is None:
            known = ", ".join(self.models())
            raise InvalidRequest(f"expected one of {known}", path=self.discriminator)
        return model.read(value, scope)


def _read_inside(kind: Kind, value: Any, scope: Scope, step: str) -> Any:
    try:
        return kind.read(value, scope)
    except InvalidRequest as fault:
        raise fault.under(step) from None


class ListOf(Value, frozen=True):
    item: Kind
    nullable: bool = False

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if not isinstance(value, list | tuple):
            raise refuse("a list", value, path)
        return [
            None
            if entry is None and self.nullable
            else self.item.write(entry, f"{path}[{index}]", currency)
            for index, entry in enumerate(value)
        ]

    def read(self, value: Any, scope: Scope) -> Any:
        if not isinstance(value, list | tuple):
            return value
        return [
            entry if entry is None else _read_inside(self.item, entry, scope, f"[{index}]")
            for index, entry in enumerate(value)
        ]


class MapOf(Value, frozen=True):
    value: Kind
    nullable: bool = False

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if not isinstance(value, Mapping):
            raise refuse("a mapping", value, path)
        out: dict[str, Any] = {}
        for key, entry in value.items():
            if not isinstance(key, str):
                raise refuse("text as the key of a mapping", key, path)
            if entry is None and self.nullable:
                out[encodable(key, path)] = None
            else:
                out[encodable(key, path)] = self.value.write(
                    entry, f"{path}.{key}" if path else key, currency
                )
        return out

    def read(self, value: Any, scope: Scope) -> Any:
        if not isinstance(value, Mapping):
            return value
        return {
            key: entry if entry is None else _read_inside(self.value, entry, scope, str(key))
            for key, entry in value.items()
        }
