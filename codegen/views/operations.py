"""The operations of a document, with every name and expression worked out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from codegen.python.arguments import argument_names
from codegen.python.names import module_name
from codegen.reading.failures import GenerationFailed, UnsupportedSchema
from codegen.reading.security import taken
from codegen.reading.styles import delimiter
from codegen.reading.walk import Operation, content, parameters, resolve, types
from codegen.schemas.money import carries_money, currency_field, needs_currency
from codegen.schemas.shape import Shape
from codegen.schemas.shapes import Shapes
from codegen.schemas.values import is_secret
from codegen.views.answers import answers_view
from codegen.views.paging import paging_views
from codegen.views.parts import CurrencyView, OperationView, ParameterView
from codegen.views.tenants import TenantView, tenants_in


class OperationViews:
    """Makes the view of each operation."""

    def __init__(self, document: Mapping[str, Any], shapes: Shapes) -> None:
        self.document = document
        self.shapes = shapes

    def view(self, found: Operation) -> OperationView:
        operation = found.node
        located: dict[str, list[ParameterView]] = {"path": [], "query": [], "header": []}
        tenants = []
        given = parameters(self.document, operation)
        arguments = [each for each in given if "x-tenant" not in each]
        for parameter in given:
            if "x-tenant" in parameter:
                view = self._parameter(operation, parameter, "")
                tenants.append(TenantView.of(parameter["x-tenant"], parameter["in"], view))
        for parameter, name in zip(arguments, argument_names(arguments), strict=True):
            located[parameter["in"]].append(self._parameter(operation, parameter, name))
        views = [each for place in located.values() for each in place]
        answers = answers_view(self.document, self.shapes, found)
        body, body_shape = self._body(operation)
        described = resolve(self.document, operation.get("requestBody", {}))
        security = taken(operation.get("security", self.document.get("security")))
        if body_shape is None:
            tenants += self._tenants_in(operation, body)
        return OperationView(
            id=operation["operationId"],
            tag=module_name(next(iter(operation.get("tags", ())), "default")),
            method=found.method.upper(),
            path=found.path,
            summary=operation.get("summary", ""),
            doc=operation.get("description", ""),
            facts=operation,
            parameters={where: tuple(place) for where, place in located.items()},
            tenants=tuple(tenants),
            security=None if security == taken(self.document.get("security")) else security,
            paging=paging_views(found, self.document),
            body=body,
            body_shape=body_shape,
            body_type=next(iter(content(self.document, operation.get("requestBody", {}))), ""),
            body_doc=described.get("description", ""),
            body_required=described.get("required", False),
            currency=self._currency(found.place, body, body_shape, views),
            answers=answers,
            enums=_named("enums", views, body_shape),
            models=_named("models", views, body_shape),
            deprecated=bool(operation.get("deprecated")),
        )

    def _parameter(
        self, operation: Mapping[str, Any], parameter: Mapping[str, Any], name: str
    ) -> ParameterView:
        wire, required = parameter["name"], bool(parameter.get("required"))
        schema = parameter["schema"]
        if is_secret(parameter):
            schema = {**schema, "x-secret": True}
        try:
            shape = self.shapes.shape(schema)
        except UnsupportedSchema as fault:
            raise GenerationFailed(f"{operation['operationId']}({wire}): {fault}") from None
        target = self.shapes.said(schema)
        between = delimiter(parameter) if types(target) == ["array"] else None
        if between is not None:
            shape = replace(shape, written=f"Joined({shape.written}, {between!r})")
        doc = parameter.get("description") or f"`{wire}`."
        deprecated = bool(parameter.get("deprecated") or target.get("deprecated"))
        if deprecated:
            doc = f"Deprecated. {doc}"
        if "default" in target and not required:
            doc = f"{doc} Left out, the platform takes {json.dumps(target['default'])}."
        return ParameterView(
            name=name,
            wire=wire,
            doc=doc,
            shape=shape,
            required=required,
            const=repr(target["const"]) if required and "const" in target else None,
            delimited=between is not None and parameter["in"] == "query",
            style=_style(parameter) if shape.inside else "",
            money=shape.money or any(carries_money(self.shapes, each) for each in shape.models),
            deprecated=deprecated,
        )

    def _body(self, operation: Mapping[str, Any]) -> tuple[tuple[str, ...], Shape | None]:
        """The models that a body is one of; or how it is held, with the models that it is made of,
        as one that may be null is too. Of several content types the first is sent."""
        schema = next(iter(content(self.document, operation.get("requestBody", {})).values()), None)
        if schema is None:
            return (), None
        try:
            shape = self.shapes.shape(schema)
        except UnsupportedSchema as fault:
            raise GenerationFailed(f"{operation['operationId']}: its body: {fault}") from None
        union = self.shapes.union(schema)
        if union is not None and not shape.nullable:
            return tuple(dict.fromkeys(union.models.values())), None
        name, _ = self.shapes.named(schema)
        if name is not None and self.shapes.is_model(name) and not shape.nullable:
            return (name,), None
        return tuple(sorted(shape.models)), shape

    def _tenants_in(
        self, operation: Mapping[str, Any], body: tuple[str, ...]
    ) -> tuple[TenantView, ...]:
        """The properties of a body that the client fills; every variant has the same."""
        found = {name: tuple(tenants_in(self.shapes, name)) for name in body}
        if len(set(found.values())) > 1:
            raise GenerationFailed(
                f"{operation['operationId']}: x-tenant has to be the same in {' and '.join(body)}"
            )
        return next(iter(found.values()), ())

    def _currency(
        self,
        place: str,
        body: tuple[str, ...],
        shape: Shape | None,
        parameters: Sequence[ParameterView],
    ) -> CurrencyView:
        """What says the currency; a parameter does by its name on the wire. Raises
        `GenerationFailed` for a parameter that cannot, or that is called what one is asked by."""
        amounts = tuple(each.name for each in parameters if each.money)
        models = {*body, *(name for each in parameters for name in each.shape.models)}
        asked = any(needs_currency(self.shapes, name) for name in models)
        asked |= shape is not None and shape.money
        said = any(currency_field(self.shapes, name) for name in models)
        own = next((each for each in parameters if each.wire == "currency"), None)
        is_asked = own is None and (asked or (bool(amounts) and not said))
        is_parameter = own is not None and (asked or bool(amounts))
        if own is not None and is_parameter and not _is_text(own.shape):
            raise GenerationFailed(
                f"{place}/parameters ({own.wire}): a currency of amounts that is no text; write "
                "type: string"
            )
        taken = next((each for each in parameters if each.name == "currency"), None)
        if is_asked and taken is not None:
            raise GenerationFailed(
                f"{place}/parameters ({taken.wire}): the argument 'currency', which says what "
                "amounts are in and not this; give it another x-python-name"
            )
        return CurrencyView(
            is_asked=is_asked,
            is_parameter=is_parameter,
            argument=own.name if own is not None else "currency",
            is_filled=own is not None
            and not own.required
            and "str" in own.shape.accepted.split(" | "),
            amounts=amounts,
        )


def _named(kind: str, views: Sequence[ParameterView], body: Shape | None) -> tuple[str, ...]:
    shapes = [*(each.shape for each in views), *([body] if body else [])]
    return tuple(sorted({name for shape in shapes for name in getattr(shape, kind)}))


def _is_text(shape: Shape) -> bool:
    """Plain text, one text, or an enum of texts."""
    return ("str" in shape.accepted.split(" | ") and not shape.wire.startswith("string (")) or (
        shape.accepted.startswith("Literal[") and shape.stored == "str"
    )


def _style(parameter: Mapping[str, Any]) -> str:
    """How the entries of a parameter stand on the wire."""
    style = parameter.get("style", "form" if parameter["in"] == "query" else "simple")
    return f"{style}, each by itself" if parameter.get("explode", style == "form") else str(style)
