"""The operations of a document, with every name and expression worked out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from failures import GenerationFailed, UnsupportedSchema
from money_facts import currency_field, needs_currency
from paging_views import paging_views
from python_names import module_name, parameter_name
from security import taken
from shapes import Shapes, is_secret
from tenants import TenantView, tenants_in
from views import FILE, AnswersView, CurrencyView, OperationView, ParameterView
from walk import Operation, content, is_json, resolve


class OperationViews:
    """Makes the view of each operation."""

    def __init__(self, document: Mapping[str, Any], shapes: Shapes) -> None:
        self.document = document
        self.shapes = shapes

    def view(self, found: Operation) -> OperationView:
        operation = found.node
        located: dict[str, list[ParameterView]] = {"path": [], "query": [], "header": []}
        tenants = []
        for part in operation.get("parameters", ()):
            parameter = resolve(self.document, part)
            view = self._parameter(operation, parameter)
            if "x-tenant" in parameter:
                tenants.append(TenantView.of(parameter["x-tenant"], parameter["in"], view))
            else:
                located[parameter["in"]].append(view)
        answers = self._answers(operation)
        body = self._body(operation)
        described = resolve(self.document, operation.get("requestBody", {}))
        security = taken(operation.get("security", self.document.get("security")))
        tenants += self._tenants_in(operation, body)
        return OperationView(
            id=operation["operationId"],
            tag=module_name(next(iter(operation.get("tags", ())), "default")),
            method=found.method.upper(),
            path=found.path,
            summary=operation.get("summary", ""),
            doc=operation.get("description", ""),
            facts=operation,
            parameters={where: tuple(views) for where, views in located.items()},
            tenants=tuple(tenants),
            security=None if security == taken(self.document.get("security")) else security,
            paging=paging_views(operation),
            body=body,
            body_type=next(iter(content(self.document, operation.get("requestBody", {}))), ""),
            body_doc=described.get("description", ""),
            body_required=described.get("required", False),
            currency=self._currency(body, [view for views in located.values() for view in views]),
            answers=answers,
            enums=tuple(
                sorted({e for views in located.values() for v in views for e in v.shape.enums})
            ),
            deprecated=bool(operation.get("deprecated")),
        )

    def _parameter(
        self, operation: Mapping[str, Any], parameter: Mapping[str, Any]
    ) -> ParameterView:
        wire = parameter["name"]
        schema = parameter["schema"]
        if is_secret(parameter):
            schema = {**schema, "x-secret": True}
        try:
            shape = self.shapes.shape(schema)
        except UnsupportedSchema as fault:
            raise GenerationFailed(f"{operation['operationId']}({wire}): {fault}") from None
        return ParameterView(
            name=parameter_name(wire),
            wire=wire,
            doc=parameter.get("description") or f"`{wire}`.",
            shape=shape,
            required=bool(parameter.get("required")),
            style=_style(parameter) if shape.inside else "",
            deprecated=bool(parameter.get("deprecated")),
        )

    def _body(self, operation: Mapping[str, Any]) -> tuple[str, ...]:
        found = content(self.document, operation.get("requestBody", {}))
        if not found:
            return ()
        if len(found) > 1 or "*/*" in found or not all(map(is_json, found)):
            raise GenerationFailed(f"{operation['operationId']}: only JSON bodies are supported")
        (schema,) = found.values()
        union = self.shapes.union(schema)
        if union is not None:
            return tuple(union.models.values())
        return (self._name_of(schema, operation, "the body"),)

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

    def _currency(self, body: tuple[str, ...], parameters: Sequence[ParameterView]) -> CurrencyView:
        amounts = tuple(each.name for each in parameters if each.shape.money)
        asked = any(needs_currency(self.shapes, name) for name in body)
        said = any(currency_field(self.shapes, name) for name in body)
        own = next((each for each in parameters if each.name == "currency"), None)
        return CurrencyView(
            is_asked=own is None and (asked or (bool(amounts) and not said)),
            is_parameter=own is not None and (asked or bool(amounts)),
            is_filled=own is not None
            and not own.required
            and "str" in own.shape.accepted.split(" | "),
            amounts=amounts,
        )

    def _answers(self, operation: Mapping[str, Any]) -> AnswersView:
        success: dict[int, str | None] = {}
        errors: dict[str, list[int]] = {}
        media: set[str] = set()
        of_errors: set[str] = set()
        for code, part in operation["responses"].items():
            answer, status = resolve(self.document, part), int(code)
            found = content(self.document, answer)
            for kind, schema in found.items():
                if not is_json(kind) and (status >= 300 or schema.get("format") != "binary"):
                    raise GenerationFailed(
                        f"{operation['operationId']}: {kind} is neither JSON nor a file"
                    )
            if "x-error" in answer:
                errors.setdefault(answer["x-error"], []).append(status)
                of_errors |= found.keys() - {"*/*"}
                continue
            first = next(iter(found.items()), None)
            success[status] = self._answer_type(first, operation)
            media |= {first[0]} - {"*/*"} if first else set()
        if FILE in success.values() or not media:
            media |= of_errors or {"application/json"}
        return AnswersView(
            success=success,
            errors={family: tuple(sorted(statuses)) for family, statuses in errors.items()},
            accept=", ".join(sorted(media, reverse=True)),
        )

    def _answer_type(
        self, first: tuple[str, Mapping[str, Any]] | None, operation: Mapping[str, Any]
    ) -> str | None:
        """The model of a success answer, `bytes` for a file, None for nothing."""
        if first is None:
            return None
        kind, schema = first
        return self._name_of(schema, operation, "a success") if is_json(kind) else FILE

    def _name_of(self, schema: Mapping[str, Any], operation: Mapping[str, Any], of: str) -> str:
        name, _ = self.shapes.named(schema)
        if name is None:
            raise GenerationFailed(f"{operation['operationId']}: the schema of {of} needs a name")
        return name


def _style(parameter: Mapping[str, Any]) -> str:
    """How the entries of a parameter stand on the wire."""
    style = parameter.get("style", "form" if parameter["in"] == "query" else "simple")
    return f"{style}, each by itself" if parameter.get("explode", style == "form") else str(style)
