"""The models of a document, with every name and expression worked out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bounds import bounds_in, rules_of
from failures import GenerationFailed, UnsupportedSchema
from money_facts import carries_money, currency_field
from python_names import attribute_name, class_name, member_names, module_name
from shapes import Shapes
from tenants import tenants_in
from views import Attribute, EnumView, ModelView


class ModelViews:
    """Makes the view of each model. `unions` has the discriminator and value of each variant."""

    def __init__(self, shapes: Shapes, unions: Mapping[str, tuple[str, str]]) -> None:
        self.shapes = shapes
        self._unions = unions

    def view(self, schema_name: str, *, is_request: bool) -> ModelView:
        name = class_name(schema_name)
        schema = self.shapes.schemas[name]
        tag = self._unions.get(name)
        attributes = tuple(
            self._attribute(name, wire, prop, schema) for wire, prop in schema["properties"].items()
        )
        if len({attribute.name for attribute in attributes}) < len(attributes):
            raise GenerationFailed(f"{name}: two properties would have the same Python name")
        holds_money = any(attribute.shape.money for attribute in attributes)
        places = schema.get("x-currency")
        models = {entry for attribute in attributes for entry in attribute.shape.models}
        return ModelView(
            name=name,
            module=module_name(name),
            is_request=is_request,
            doc=schema.get("description", ""),
            attributes=attributes,
            tag=tag,
            holds_money=holds_money,
            carries_money=carries_money(self.shapes, name),
            currency_places=tuple(places) if places else None,
            currency_field=currency_field(self.shapes, name),
            rules=self._rules(name, schema),
            filled_later=tuple(tenant.wire for tenant in tenants_in(self.shapes, name)),
            models=tuple(sorted(models - {name})),
            enums=tuple(sorted({e for attribute in attributes for e in attribute.shape.enums})),
            bounds={keyword: schema[keyword] for keyword in bounds_in(schema)},
            others=schema.get("additionalProperties", True),
        )

    def _rules(self, model: str, schema: Mapping[str, Any]) -> tuple[str, ...]:
        try:
            return rules_of(schema)
        except UnsupportedSchema as fault:
            raise GenerationFailed(f"{model}: {fault}") from None

    def _attribute(
        self, model: str, wire: str, prop: Mapping[str, Any], schema: Mapping[str, Any]
    ) -> Attribute:
        try:
            shape = self.shapes.shape(prop)
        except UnsupportedSchema as fault:
            raise GenerationFailed(f"{model}.{wire}: {fault}") from None
        return Attribute(
            name=attribute_name(wire, model),
            wire=wire,
            doc=self._doc(prop) or f"`{wire}`.",
            shape=shape,
            required=wire in schema.get("required", ()) and "x-tenant" not in prop,
            const=prop.get("const"),
            deprecated=bool(prop.get("deprecated")),
        )

    def _doc(self, prop: Mapping[str, Any]) -> str:
        """What a property says of itself, or else what its schema does."""
        _, target = self.shapes.named(self.shapes.without_null(prop)[0])
        return str(prop.get("description") or target.get("description") or "")


def enum_view(name: str, schema: Mapping[str, Any]) -> EnumView:
    """The view of a named enum."""
    return EnumView(
        name=class_name(name),
        module=module_name(name),
        doc=schema.get("description", ""),
        members=tuple(zip(member_names(schema["enum"]), schema["enum"], strict=True)),
    )
