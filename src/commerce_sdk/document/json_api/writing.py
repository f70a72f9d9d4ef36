"""How resources are written: flat to the caller, in JSON:API's envelope on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.document.json_api.resource import Resource
from commerce_sdk.document.kinds import Kind, Scope, refuse
from commerce_sdk.document.request_model import RequestModel
from commerce_sdk.document.text import encodable
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.value import Value


class ToOne(Value, frozen=True):
    """A link to a resource of a type: its id, or the resource itself."""

    type: str

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if isinstance(value, NotLoaded):
            raise InvalidRequest(f"was not loaded; pass the id of one of {self.type}", path=path)
        if isinstance(value, Resource):
            if value.type != self.type:
                raise InvalidRequest(
                    f"expected one of {self.type}, got one of {value.type}", path=path
                )
            value = value.id
        if not isinstance(value, str):
            raise refuse(f"one of {self.type}, or the id of one", value, path)
        if not value:
            raise InvalidRequest("an id may not be empty", path=path)
        return {"type": self.type, "id": encodable(str(value), path)}

    def read(self, value: Any, scope: Scope) -> Any:
        if not isinstance(value, Mapping) or value.get("type") != self.type:
            raise InvalidRequest(f"expected an object with the type {self.type} and an id")
        _only(value, {"type", "id"})
        return value.get("id")


class ToMany(Value, frozen=True):
    """Links to all that a relationship is to hold; an empty list clears it."""

    instead_of_null: ClassVar[str] = "write [] for none"
    type: str

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if isinstance(value, NotLoaded):
            raise InvalidRequest(f"was not loaded; pass a list of ids of {self.type}", path=path)
        if not isinstance(value, list | tuple):
            raise refuse(f"a list of {self.type}, or of their ids", value, path)
        one: Kind = ToOne(self.type)
        return [one.write(entry, f"{path}[{index}]", None) for index, entry in enumerate(value)]

    def read(self, value: Any, scope: Scope) -> Any:
        if not isinstance(value, list | tuple):
            return value
        found = []
        for index, entry in enumerate(value):
            try:
                found.append(ToOne(self.type).read(entry, scope))
            except InvalidRequest as fault:
                raise fault.under(f"[{index}]") from None
        return found


class ResourceInput(RequestModel):
    """What is sent of a resource. `relationships` are the names on the wire of those among its
    attributes that are links; errors name attributes and links alike, by their own name alone."""

    __slots__ = ()
    wire_type: ClassVar[str] = ""
    relationships: ClassVar[frozenset[str]] = frozenset()

    def write(self, path: str, currency: str | None) -> dict[str, Any]:
        flat = super().write(path, currency)
        data: dict[str, Any] = {"type": self.wire_type}
        if "id" in flat:
            data["id"] = flat.pop("id")
        for wire, value in flat.items():
            if wire in self.relationships:
                data.setdefault("relationships", {})[wire] = {"data": value}
            else:
                data.setdefault("attributes", {})[wire] = value
        return {"data": data}

    @classmethod
    def read(cls, data: Any, scope: Scope) -> Self:
        data = _object(data, cls.__name__)
        _only(data, {"data"})
        data = _object(data.get("data"), "data")
        _only(data, {"type", "id", "attributes", "relationships"})
        if data.get("type") != cls.wire_type:
            raise InvalidRequest(f"expected {cls.wire_type!r}", path="type")
        attributes = _object(data.get("attributes", {}), "attributes")
        links = _object(data.get("relationships", {}), "relationships")
        flat = {"id": data["id"]} if "id" in data else {}
        for wire, value in attributes.items():
            if wire in cls.relationships or wire == "id":
                raise InvalidRequest("is none of the attributes", path=wire)
            flat[wire] = value
        for wire, link in links.items():
            if wire not in cls.relationships:
                raise InvalidRequest("is none of the relationships", path=wire)
            if not isinstance(link, Mapping) or link.keys() != {"data"}:
                raise InvalidRequest("expected an object with data alone", path=wire)
            flat[wire] = link["data"]
        return super().read(flat, scope)


def _object(value: Any, path: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise refuse("an object", value, path)
    return value


def _only(value: Mapping[str, Any], known: set[str]) -> None:
    for name in value:
        if name not in known:
            raise InvalidRequest(f"is none of {', '.join(sorted(known))}", path=str(name))
