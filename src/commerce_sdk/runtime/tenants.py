"""On whose behalf calls are made: what a client is set up with once, and every request is given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, TypeVar

import msgspec
from msgspec import field
from msgspec.structs import force_setattr, replace

from commerce_sdk.document.operation import Request, Tenant
from commerce_sdk.document.parameters import headers_of, path_of, query_of
from commerce_sdk.document.text import account_text
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.checks import account
from commerce_sdk.value import Value

T = TypeVar("T")

_PARTS = msgspec.json.Decoder(dict[str, msgspec.Raw])


class TenantSetting(Value, frozen=True):
    """How a client is given a tenant: its keyword, and the variable that `from_env` reads."""

    keyword: str
    variable: str | None = None

    @property
    def advice(self) -> str:
        """What to do where it is missing."""
        read = f", or {self.variable} where from_env() makes it" if self.variable else ""
        return f"set it on the client{read}"


class Tenants(Value, frozen=True, kw_only=True):
    """The tenants of a client by the document's names (`x-tenant`). Raises `InvalidRequest`, with
    the keyword, for one that no header can carry."""

    hidden: ClassVar[tuple[str, ...]] = ("settings", "first")

    settings: Mapping[str, TenantSetting] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    first: str | None = None
    """The one that stands for the client where a limit counts by account, and a request is for
    none; not to be given."""

    def __post_init__(self) -> None:
        texts = {}
        for name, setting in self.settings.items():
            if self.given.get(name) is not None:
                account(self.given[name], setting.keyword)
                texts[name] = account_text(self.given[name], setting.keyword)
        force_setattr(self, "given", texts)
        force_setattr(self, "first", next(iter(texts.values()), None))

    def get(self, name: str) -> str | None:
        """The tenant of this name, where there is one."""
        return self.given.get(name)

    def but(self, others: Mapping[str, str | None]) -> Tenants:
        """The same with others; None keeps the present one."""
        changed = {name: other for name, other in others.items() if other is not None}
        return replace(self, given={**self.given, **changed})

    def missing(self, name: str, why: str) -> InvalidRequest:
        """The error where a tenant is needed that the client was not given."""
        setting = self.settings.get(name, TenantSetting(name))
        return InvalidRequest(f"{why}: {setting.advice}", path=setting.keyword)

    def fill(self, request: Request[T]) -> Request[T]:
        """The request with its tenants, wherever the document says that they go. Pure.

        What a body says of itself stays; bytes that were kept are never filled, only checked.
        Raises `InvalidRequest` naming the setting that is missing.
        """
        for tenant in request.operation.tenants:
            own = self.given.get(tenant.name)
            if tenant.place == "body":
                request = self._in_body(request, tenant, own)
            elif own is not None:
                request = _in_address(request, tenant, own)
            elif tenant.required:
                raise self.missing(tenant.name, f"{request.operation.id} needs it")
        return request

    def _in_body(self, request: Request[T], tenant: Tenant, own: str | None) -> Request[T]:
        parts = {} if request.body is None else _PARTS.decode(request.body)
        said = parts.get(tenant.wire)
        if said is None and own is not None and not request.is_kept:
            parts[tenant.wire] = _raw(tenant.kind.write(own, self._keyword(tenant), None))
            body = msgspec.json.encode(parts)
            return replace(request, body=body, tenants=_with(request.tenants, own))
        if said is None and tenant.required:
            raise self.missing(tenant.name, f"{request.operation.id} needs it")
        if said is None:
            return request
        named = msgspec.json.decode(said)
        if not isinstance(named, str):
            return request
        if own is not None and named.lower() == own.lower():
            named = own  # one bucket, however it is written
        elif own is not None and request.is_kept:
            raise InvalidRequest(
                f"the client is for another {self._keyword(tenant)}", path=tenant.wire
            )
        return replace(request, tenants=_with(request.tenants, named))

    def _keyword(self, tenant: Tenant) -> str:
        return self.settings.get(tenant.name, TenantSetting(tenant.name)).keyword


def _raw(value: object) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(value))


def _with(given: tuple[str, ...], own: str) -> tuple[str, ...]:
    # One that stands in a header and in the body is one, for limits as well.
    return given if own in given else (*given, own)


def _in_address(request: Request[T], tenant: Tenant, own: str) -> Request[T]:
    parameter = (tenant.wire, own, tenant.kind, True)
    given = _with(request.tenants, own)
    match tenant.place:
        case "header":
            headers = (*request.headers, *headers_of([parameter]))
            return replace(request, headers=headers, tenants=given)
        case "query":
            query = (*request.query, *query_of([parameter]))
            return replace(request, query=query, tenants=given)
    return replace(request, path=path_of(request.path, [parameter]), tenants=given)
