"""The parameters of a request: taken apart as the document says, and held against it."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from starlette.requests import Request

from commerce_sdk.sandbox.engine.operation import Json, Operation, Parameter
from commerce_sdk.sandbox.engine.refusal import Problem, Refusal
from commerce_sdk.sandbox.engine.schemas import Schemas, place_of, types_of

_PLACES = ("cookie", "header", "query", "path")
_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|"}
_INTEGER = re.compile(r"-?[0-9]+")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_LONGEST = 400


def read_parameters(
    schemas: Schemas, operation: Operation, request: Request, path: Mapping[str, str]
) -> dict[str, Any]:
    """The values of a request's parameters. Raises `Refusal` for what the document does not
    allow."""
    values: dict[str, Any] = {}
    # Of one name in several places that of the path counts, for it tells things apart.
    for parameter in sorted(operation.parameters, key=lambda each: _PLACES.index(each.place)):
        value = _value(schemas, operation, parameter, request, path)
        if value is None:
            if parameter.required:
                raise _refused(parameter.name, "is required")
            continue
        for finding in schemas.findings(parameter.schema, value):
            raise _refused(place_of((parameter.name, *finding.path)), finding.message)
        values[parameter.name] = value
    return values


def text_of(parameter: Parameter, request: Request, path: Mapping[str, str]) -> str | None:
    """A parameter's text as it was sent."""
    if parameter.place == "path":
        return path[parameter.name]
    return sent_in(parameter.place, request).get(parameter.name)


def sent_in(place: str, request: Request) -> Mapping[str, str]:
    """What a request has in its query, its headers or its cookies, by the name."""
    if place == "query":
        return request.query_params
    return request.headers if place == "header" else request.cookies


def typed(schema: Json, text: str) -> Any:
    """A text as the value of a scalar schema; the text itself where it is none."""
    kinds = types_of(schema)
    if "boolean" in kinds and text in ("true", "false"):
        return text == "true"
    if "integer" in kinds and _INTEGER.fullmatch(text) and len(text) <= _LONGEST:
        return int(text)
    if "number" in kinds and _NUMBER.fullmatch(text) and math.isfinite(float(text)):
        return float(text)
    return text


def _value(
    schemas: Schemas,
    operation: Operation,
    parameter: Parameter,
    request: Request,
    path: Mapping[str, str],
) -> Any:
    schema = schemas.shape(parameter.schema)
    if "object" in types_of(schema):
        others = {each.name for each in operation.parameters}
        return _object(schemas, parameter, request, others)
    text = text_of(parameter, request, path)
    if "array" not in types_of(schema) or text is None:
        return text if text is None else typed(schema, text)
    entries: Sequence[str] = (
        request.query_params.getlist(parameter.name)
        if parameter.place == "query" and parameter.explode
        else text.split(_DELIMITERS.get(parameter.style, ","))
    )
    items = schemas.shape(schema.get("items", {}))
    return [typed(items, each) for each in entries]


def _object(
    schemas: Schemas, parameter: Parameter, request: Request, others: Collection[str]
) -> Json | None:
    """One pair for each field, or each key of a map, but for what is a parameter by itself:
    `filter[colour]=red`."""
    begin = f"{parameter.name}["
    properties = schemas.properties(parameter.schema)
    values = schemas.shape(parameter.schema).get("additionalProperties")
    rest = values if isinstance(values, Mapping) else {}
    found: dict[str, Any] = {}
    for key in request.query_params:
        if key.startswith(begin) and key.endswith("]") and key not in others:
            name = key[len(begin) : -1]
            schema = schemas.shape(properties.get(name, rest))
            sent = request.query_params.getlist(key)
            items = schemas.shape(schema.get("items", {}))
            is_list = "array" in types_of(schema)
            found[name] = (
                [typed(items, each) for each in sent] if is_list else typed(schema, sent[-1])
            )
    return found or None


def _refused(name: str, message: str) -> Refusal:
    problem = Problem(message, parameter=name)
    return Refusal(400, "parameter_invalid", f"{name} {message}", problems=[problem])
