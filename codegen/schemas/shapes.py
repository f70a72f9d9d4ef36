"""The shapes that a document's schemas have, and how generated code holds each one.

The generator's own properties know nothing of the `x-` extensions and lose what they do not
understand; these stand in their place when models are rendered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from codegen.python.text import literal
from codegen.reading.failures import UnsupportedSchema
from codegen.reading.walk import references, schemas
from codegen.schemas.bounds import Schema, bounded, rules_of
from codegen.schemas.enums import check_enum
from codegen.schemas.scalars import const_shape, link_shape, scalar_shape
from codegen.schemas.shape import AS_STORED, Link, Shape
from codegen.schemas.unions import Union, union_of, variant_classes
from codegen.schemas.unwrap import unwrapped
from codegen.schemas.values import default_of, is_secret, values_of, wire_of, without_places

_DEEPEST = 20


class Shapes:
    """Reads a document's schemas as shapes."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.schemas: Mapping[str, Schema] = document.get("components", {}).get("schemas", {})
        self._named: dict[str, tuple[str, ...]] = {}

    # --- what kind of schema it is

    def named(self, schema: Schema) -> tuple[str | None, Schema]:
        """A schema behind its `$ref`s, with the name of the last one."""
        name = None
        while "$ref" in schema:
            name = str(schema["$ref"]).rsplit("/", 1)[1]
            if name not in self.schemas:
                raise UnsupportedSchema(f"{schema['$ref']} leads nowhere")
            schema = self.schemas[name]
        return name, schema

    def said(self, schema: Schema) -> Mapping[str, Any]:
        """What a schema says, or else what it refers to does. Raises `UnsupportedSchema`."""
        return unwrapped(schema, self.schemas).said

    def union(self, schema: Schema) -> Union | None:
        """The union that a schema is, if it is one."""
        return union_of(self.named(schema)[1], self.schemas)

    @cached_property
    def told_by(self) -> Mapping[str, tuple[str, Mapping[str, str]]]:
        """The discriminator of each variant of a union, and the class of each of its values."""
        values: dict[str, tuple[str, list[str]]] = {}
        for _, schema in schemas(self.document):
            union = self._told_apart(schema)
            for value, model in union.models.items():
                known = values.setdefault(model, (union.discriminator, []))[1]
                if value not in known:
                    known.append(value)
        return {
            model: (discriminator, variant_classes(model, found))
            for model, (discriminator, found) in values.items()
        }

    def _told_apart(self, schema: Schema) -> Union:
        """The union that a schema is; of one that is odd, whoever holds it is told."""
        try:
            return union_of(schema, self.schemas) or Union("")
        except UnsupportedSchema:
            return Union("")

    def is_enum(self, name: str) -> bool:
        return "enum" in self.schemas[name]

    def is_model(self, name: str) -> bool:
        return "properties" in self.schemas[name]

    # --- how it is held

    def shape(self, schema: Schema, depth: int = 0) -> Shape:
        """How a schema is held, in so many lists and maps. Raises `UnsupportedSchema` for what
        cannot be, faithfully."""
        found = unwrapped(schema, self.schemas)
        if depth > _DEEPEST:
            raise UnsupportedSchema(
                f"lists or maps in more than {_DEEPEST} of their kind; put an object between them"
            )
        said = dict(found.said)
        shape = self._shape(found.name, found.schema, said, depth)
        rules = rules_of(without_places(said))
        if rules and "properties" not in said:
            shape = replace(shape, written=bounded(shape.written, rules))
        return replace(
            shape,
            nullable=found.nullable,
            secret=shape.secret or is_secret(said),
            bounds={} if "properties" in said else values_of(said),
            wire=wire_of(said),
            measure=said.get("x-number"),
            default=default_of(said),
        )

    def _shape(self, name: str | None, target: Schema, schema: Schema, depth: int) -> Shape:
        if "allOf" in schema:
            raise UnsupportedSchema("allOf; write the schema out in full")
        if "x-relationship" in schema:
            return link_shape(Link(**schema["x-relationship"]))
        if "x-answers" in schema:
            return self._document_shape(name, schema)
        union = union_of(target, self.schemas)
        if union is not None:
            return self._union_shape(union)
        if "enum" in schema:
            return self._enum_shape(name, schema)
        if "const" in schema:
            return const_shape(schema)
        if "properties" in schema:
            return self._model_shape(name)
        kind = schema.get("type")
        if kind == "array":
            return self._list_shape(schema, depth)
        if kind == "object":
            return self._map_shape(schema, depth)
        return scalar_shape(schema)

    def _union_shape(self, union: Union) -> Shape:
        names = sorted(set(union.models.values()))
        classes = {self.told_by[model][1][value] for value, model in union.models.items()}
        entries = ", ".join(
            f"{literal(value)}: {model}" for value, model in sorted(union.models.items())
        )
        default = self._default_variant(union)
        tail = f", default={literal(default)}" if default else ""
        return Shape(
            stored=" | ".join(sorted(classes)),
            public=" | ".join([*names, "UnknownVariant"]),
            read=AS_STORED,
            accepted=" | ".join(names),
            written=f"OneOf({literal(union.discriminator)}, lambda: {{{entries}}}{tail})",
            models=frozenset(names),
            variants=frozenset(classes) - frozenset(names),
            union=union,
        )

    def _default_variant(self, union: Union) -> str | None:
        """The variant whose discriminator may be left out; None where that says nothing."""
        found = [
            value
            for value, name in union.models.items()
            if union.discriminator not in self.schemas[name].get("required", ())
        ]
        return found[0] if len({union.models[value] for value in found}) == 1 else None

    def _enum_shape(self, name: str | None, schema: Schema) -> Shape:
        if name is None:
            raise UnsupportedSchema("an enum without a name; move it to components/schemas")
        for keyword in schema.keys() & {"x-money", "x-timestamp"}:
            raise UnsupportedSchema(f"{keyword} on an enum; remove it, or leave enum out")
        check_enum(schema)
        is_text = schema["type"] == "string"
        return Shape(
            stored="str" if is_text else "int",
            public=name,
            read=f"choice({name}, {{v}})" if is_text else f"int_choice({name}, {{v}})",
            accepted=f"{name} | {'str' if is_text else 'int'}",
            written=f"{'Choice' if is_text else 'IntChoice'}(lambda: {name})",
            enums=frozenset({name}),
            closed=True,
        )

    def _model_shape(self, name: str | None) -> Shape:
        if name is None:
            raise UnsupportedSchema(
                "an object with properties needs a name; move it to components/schemas"
            )
        return Shape(
            stored=name,
            public=name,
            read=AS_STORED,
            accepted=name,
            written=f"Nested(lambda: {name})",
            models=frozenset({name}),
        )

    def _document_shape(self, name: str | None, schema: Schema) -> Shape:
        """A document of resources, as answers hold them."""
        if schema["x-answers"] != "list":
            of = str(name)
            is_null = schema["x-answers"] == "one or none"
            told = f"DocumentOf(lambda: {of}{', nullable=True' if is_null else ''})"
            return Shape(of, of, AS_STORED, of, "", models=frozenset({of}), told=told)
        data = self.shape(schema["properties"]["data"])
        (of,) = data.models
        held = f"ResourceList[{of}]"
        return Shape(
            stored=held,
            public=held,
            read=AS_STORED,
            accepted=held,
            written="",
            models=data.models,
            inside={".data": data},
            told=f"ResourceListOf(lambda: {of})",
        )

    def _list_shape(self, schema: Schema, depth: int) -> Shape:
        if "items" not in schema:
            raise UnsupportedSchema("an array without items; say what it holds")
        item = self.shape(schema["items"], depth + 1)
        read = "objects({v})"
        if item.read != AS_STORED:
            read = "each({v}, lambda entry: " + item.read.format(v="entry") + ")"
        return Shape(
            stored=f"list[{item.stored} | None]",
            public=f"list[{item.public}]",
            read=read,
            accepted=f"Sequence[{_or_none(item.accepted, item.nullable)}]",
            written=f"ListOf({item.written}{', nullable=True' if item.nullable else ''})",
            models=item.models,
            enums=item.enums,
            variants=item.variants,
            money=item.money,
            closed=item.closed,
            secret=item.secret,
            inside={"[]": item},
        )

    def _map_shape(self, schema: Schema, depth: int) -> Shape:
        values = schema.get("additionalProperties", True)
        if values is False:
            raise UnsupportedSchema("an object that can hold nothing; write properties: {}")
        if values is True or values == {}:
            free = "dict[str, Any]"
            return Shape(free, free, AS_STORED, "Mapping[str, Any]", "MapOf(Plain())")
        value = self.shape(values, depth + 1)
        read = AS_STORED if value.stored == value.public else "dict({v})"
        if value.read != AS_STORED:
            read = "mapped({v}, lambda entry: " + value.read.format(v="entry") + ")"
        return Shape(
            stored=f"dict[str, {value.stored} | None]",
            public=f"dict[str, {value.public} | None]",
            read=read,
            accepted=f"Mapping[str, {_or_none(value.accepted, value.nullable)}]",
            written=f"MapOf({value.written}{', nullable=True' if value.nullable else ''})",
            models=value.models,
            enums=value.enums,
            variants=value.variants,
            money=value.money,
            secret=value.secret,
            inside={"{}": value},
        )

    def reachable(self, roots: Iterator[str] | set[str]) -> set[str]:
        """The names of all schemas that can be reached from these."""
        found: set[str] = set()
        waiting = list(roots)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                if name not in self._named:
                    self._named[name] = tuple(references(self.schemas[name]))
                waiting.extend(self._named[name])
        return found


def _or_none(annotation: str, nullable: bool) -> str:
    return f"{annotation} | None" if nullable else annotation


def words_shape(values: Collection[str], of: Shape) -> Shape:
    """How a request holds plain text that tells a variant: the values that it is told by."""
    said = ", ".join(map(literal, values))
    written = f"Words(({said}))" if len(values) > 1 else f"Const({said})"
    return replace(of, accepted=f"Literal[{said}]", written=written)
