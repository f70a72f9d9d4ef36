"""The models of a document, with every name and expression worked out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from codegen.python.names import attribute_name, field_name, member_names, module_name
from codegen.reading.failures import GenerationFailed, UnsupportedSchema
from codegen.reading.walk import join
from codegen.schemas.bounds import bounds_in, rules_of
from codegen.schemas.money import carries_money, currency_field
from codegen.schemas.shapes import Shapes, words_shape
from codegen.schemas.unions import alone
from codegen.views.parts import Attribute, EnumView, ModelView
from codegen.views.tenants import tenants_in


class ModelViews:
    """Makes the view of each model."""

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self._alone = alone(shapes.document)

    def view(self, name: str, *, is_request: bool) -> ModelView:
        schema = self.shapes.schemas[name]
        told_by, classes = self.shapes.told_by.get(name, ("", {}))
        values = {each: value for value, each in classes.items()}
        tag = (told_by, values[name]) if classes and not is_request else None
        attributes = tuple(
            self._attribute(name, wire, schema, is_request=is_request)
            for wire in schema["properties"]
        )
        holds_money = any(attribute.shape.money for attribute in attributes)
        places = schema.get("x-currency")
        models = {entry for attribute in attributes for entry in attribute.shape.models}
        variants = {entry for attribute in attributes for entry in attribute.shape.variants}
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
            variants=tuple(sorted(variants.difference(classes.values()))),
            other_tags={each: value for each, value in values.items() if each != name},
            is_told=tag is not None and (len(classes) > 1 or name in self._alone),
            resource=schema["x-resource"]["type"] if "x-resource" in schema else None,
        )

    def _rules(self, model: str, schema: Mapping[str, Any]) -> tuple[str, ...]:
        try:
            return rules_of(schema)
        except UnsupportedSchema as fault:
            raise GenerationFailed(f"{model}: {fault}") from None

    def _attribute(
        self, model: str, wire: str, schema: Mapping[str, Any], *, is_request: bool
    ) -> Attribute:
        prop = schema["properties"][wire]
        try:
            shape, said = self.shapes.shape(prop), self.shapes.said(prop)
        except UnsupportedSchema as fault:
            place = join(join(join("#/components/schemas", model), "properties"), wire)
            raise GenerationFailed(f"{place}: {fault}") from None
        told_by, classes = self.shapes.told_by.get(model, (None, {}))
        const = said.get("const")
        if is_request and wire == told_by and const is None:
            shape = words_shape(list(classes), shape)
            const = next(iter(classes)) if len(classes) == 1 else None
        return Attribute(
            name=attribute_name(wire, prop),
            wire=wire,
            doc=_doc(wire, said, is_request=is_request),
            shape=shape,
            required=wire in schema.get("required", ()) and "x-tenant" not in prop,
            const=const,
            deprecated=said.get("deprecated", False),
            field=field_name(wire, list(schema["properties"]).index(wire)),
        )


def _doc(wire: str, said: Mapping[str, Any], *, is_request: bool) -> str:
    doc = str(said.get("description") or f"`{wire}`.")
    if said.get("deprecated") and "deprecated" not in doc.lower():
        doc += " Deprecated."
    if "default" in said:
        absent = "Left out, the platform takes" if is_request else "Where it is absent, it means"
        doc += f" {absent} `{json.dumps(said['default'], ensure_ascii=False, default=str)}`."
    return doc


def enum_view(name: str, schema: Mapping[str, Any]) -> EnumView:
    """The view of a named enum."""
    return EnumView(
        name=name,
        module=module_name(name),
        doc=schema.get("description", ""),
        members=tuple(zip(member_names(schema), schema["enum"], strict=True)),
    )
