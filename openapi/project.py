"""Renders one platform's document: the generator's parse, our shapes, our templates."""

from __future__ import annotations

import builtins
import keyword
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.strings import PythonIdentifier

from shapes import Shapes, Union, UnsupportedSchema, references
from views import FILE, AnswersView, Attribute, ModelView, OperationView, ParameterView

TEMPLATES = Path(__file__).resolve().parent / "templates"

_JSON = ("application/json", "*/*")
# What the generator knows under another name.
_OVERRIDES = {"*/*": "application/json", "application/pdf": "application/octet-stream"}
METHODS = ("get", "put", "post", "delete", "patch")
_TAKEN = frozenset(
    {"to_dict", "to_json", "from_dict", "is_set", "unknown_fields", "read", "write", "property"}
)
_USED_IN_ANNOTATIONS = frozenset({"list", "dict", "str", "int", "bool"})


class GenerationFailed(Exception):
    """The document cannot be generated in full; nothing was written."""


class PlatformProject(Project):
    """The generator's project, with what the document says beyond standard OpenAPI."""

    def __init__(self, document: Mapping[str, Any], output: Path, source_name: str) -> None:
        config = Config.from_sources(
            ConfigFile(post_hooks=[], content_type_overrides=_OVERRIDES),
            MetaType.NONE,
            document_source=Path(source_name),
            file_encoding="utf-8",
            overwrite=True,
            output_path=output,
        )
        parsed = GeneratorData.from_dict(dict(document), config=config)
        if isinstance(parsed, GeneratorError):
            raise GenerationFailed(f"{parsed.header}\n{parsed.detail}")
        super().__init__(openapi=parsed, config=config, custom_template_path=TEMPLATES)
        self.document = document
        self.shapes = Shapes(document)
        self.env.globals.update(source_name=source_name)
        self._check_complete()
        self._request_models, self._response_models = self._sides()
        self._response_unions = dict(self._tagged())

    # --- nothing may be lost on the way

    def _check_complete(self) -> None:
        warnings = [f"{error.header}: {error.detail or ''}".strip() for error in self._get_errors()]
        if warnings:
            raise GenerationFailed("the generator would drop parts:\n" + "\n".join(warnings))
        parsed = {endpoint.name for endpoint in self._endpoints()}
        written = {operation["operationId"] for _, _, operation in self._operations()}
        if parsed != written:
            raise GenerationFailed(f"operations got lost: {sorted(parsed ^ written)}")
        models = {prop.class_info.name for prop in self.openapi.models}
        named = {name for name in self.shapes.schemas if self.shapes.is_model(name)}
        if named - models:
            raise GenerationFailed(f"schemas got lost: {sorted(named - models)}")

    def _endpoints(self) -> Iterator[Endpoint]:
        for collection in self.openapi.endpoint_collections_by_tag.values():
            yield from collection.endpoints

    def _operations(self) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield path, method, item[method]

    def _sides(self) -> tuple[set[str], set[str]]:
        requests: set[str] = set()
        responses: set[str] = set()
        for _, _, operation in self._operations():
            requests |= set(references(self._content(operation.get("requestBody", {}))))
            for answer in operation["responses"].values():
                responses |= set(references(self._content(answer)))
        requests, responses = self.shapes.reachable(requests), self.shapes.reachable(responses)
        both = {name for name in requests & responses if self.shapes.is_model(name)}
        if both:
            raise GenerationFailed(
                f"schemas are for requests or for responses, never both: {sorted(both)}"
            )
        return requests, responses

    def _tagged(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for name in self._response_models:
            union: Union | None = self.shapes.union(self.shapes.schemas[name])
            if union is not None:
                for value, model in union.models.items():
                    yield model, (union.discriminator, value)

    def _resolved(self, part: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in part:
            target: Any = self.document
            for step in part["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            part = target
        return part

    def _content(self, part: Mapping[str, Any]) -> Mapping[str, Any]:
        content: Mapping[str, Any] = self._resolved(part).get("content", {})
        return {kind: media.get("schema", {}) for kind, media in content.items()}

    # --- models

    def model_view(self, model: ModelProperty) -> ModelView:
        name = str(model.class_info.name)
        schema = self.shapes.schemas[name]
        tag = self._response_unions.get(name)
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
            doc=schema.get("description", ""),
            attributes=attributes,
            tag=tag,
            holds_money=holds_money,
            carries_money=self._carries_money(name),
            currency_places=tuple(places) if places else None,
            models=tuple(sorted(models - {name})),
            enums=tuple(sorted({e for attribute in attributes for e in attribute.shape.enums})),
        )

    def _attribute(
        self, model: str, wire: str, prop: Mapping[str, Any], schema: Mapping[str, Any]
    ) -> Attribute:
        try:
            shape = self.shapes.shape(prop)
        except UnsupportedSchema as fault:
            raise GenerationFailed(f"{model}.{wire}: {fault}") from None
        _, target = self.shapes.named(self.shapes.without_null(prop)[0])
        return Attribute(
            name=self._python_name(wire, model),
            wire=wire,
            doc=prop.get("description") or target.get("description") or f"`{wire}`.",
            shape=shape,
            required=wire in schema.get("required", ()),
            const=prop.get("const"),
        )

    def _python_name(self, wire: str, model: str) -> str:
        name = str(PythonIdentifier(wire, self.config.field_prefix))
        bare = name.removesuffix("_")
        if hasattr(builtins, bare) and not keyword.iskeyword(bare):
            name = name if bare in _USED_IN_ANNOTATIONS else bare
        if name in _TAKEN:
            raise GenerationFailed(f"{model}.{wire}: the Python name {name!r} is taken")
        return name

    def _carries_money(self, name: str) -> bool:
        return any(
            "x-money" in prop
            for reached in self.shapes.reachable({name})
            for prop in self.shapes.schemas[reached].get("properties", {}).values()
        )

    def _needs_currency(self, name: str) -> bool:
        """Are there amounts in a body that does not say their currency itself?"""
        return (
            self._carries_money(name) and "currency" not in self.shapes.schemas[name]["properties"]
        )

    # --- operations

    def operation_view(self, endpoint: Endpoint) -> OperationView:
        path, method, operation = next(
            entry for entry in self._operations() if entry[2]["operationId"] == endpoint.name
        )
        located: dict[str, list[ParameterView]] = {"path": [], "query": [], "header": []}
        tenants = []
        for part in operation.get("parameters", ()):
            parameter = self._resolved(part)
            view = self._parameter(endpoint, parameter)
            located[parameter["in"]].append(view)
            if "x-tenant" in parameter:
                tenants.append((parameter["x-tenant"], view.name, view.required))
        answers = self._answers(operation)
        body = self._body(operation)
        return OperationView(
            id=str(endpoint.name),
            tag=str(endpoint.tags[0]),
            method=method.upper(),
            path=path,
            summary=operation.get("summary", ""),
            doc=operation.get("description", ""),
            facts=operation,
            parameters={where: tuple(views) for where, views in located.items()},
            tenants=tuple(tenants),
            paging=self._paging(operation, located["query"]),
            body=body,
            body_doc=self._resolved(operation.get("requestBody", {})).get("description", ""),
            body_required=self._resolved(operation.get("requestBody", {})).get("required", False),
            body_currency=any(self._needs_currency(name) for name in body),
            answers=answers,
            enums=tuple(
                sorted({e for views in located.values() for v in views for e in v.shape.enums})
            ),
        )

    def _paging(self, operation: Mapping[str, Any], query: list[ParameterView]) -> dict[str, str]:
        """How it pages, in the names that generated code gives the document's."""
        facts = operation.get("x-pagination", {})
        names = {view.wire: view.name for view in query}
        paging = {}
        for key, value in facts.items():
            if key == "strategy":
                paging[key] = value
            elif key in ("cursor", "size"):
                paging[key] = names[value]
            else:
                paging[key] = self._python_name(value, operation["operationId"])
        return paging

    def _parameter(self, endpoint: Endpoint, parameter: Mapping[str, Any]) -> ParameterView:
        wire = parameter["name"]
        parsed = {
            prop.name.get_untrusted_value(): str(prop.python_name)
            for _, prop in endpoint.iter_all_parameters()
        }
        return ParameterView(
            name=parsed[wire],
            wire=wire,
            doc=parameter.get("description") or f"`{wire}`.",
            shape=self.shapes.shape(parameter["schema"]),
            required=bool(parameter.get("required")),
        )

    def _body(self, operation: Mapping[str, Any]) -> tuple[str, ...]:
        content = self._content(operation.get("requestBody", {}))
        if not content:
            return ()
        if set(content) != {"application/json"}:
            raise GenerationFailed(f"{operation['operationId']}: only JSON bodies are supported")
        schema = content["application/json"]
        union = self.shapes.union(schema)
        if union is not None:
            return tuple(union.models.values())
        return (self._name_of(schema, operation, "the body"),)

    def _answers(self, operation: Mapping[str, Any]) -> AnswersView:
        success: dict[int, str | None] = {}
        errors: dict[int, tuple[str, bool]] = {}
        families: dict[int, str] = {}
        media = {"application/json"}
        for code, part in operation["responses"].items():
            answer, status = self._resolved(part), int(code)
            if "x-error" in answer:
                families[status] = answer["x-error"]
            for kind, schema in self._content(answer).items():
                if kind not in _JSON and (status >= 300 or schema.get("format") != "binary"):
                    raise GenerationFailed(
                        f"{operation['operationId']}: {kind} is neither JSON nor a file"
                    )
            content = next(iter(self._content(answer).items()), None)
            if "x-error" not in answer:
                success[status] = self._answer_type(content, operation)
                media |= {content[0]} if content else set()
            elif content is not None:
                many = content[1].get("type") == "array"
                schema = content[1]["items"] if many else content[1]
                errors[status] = (self._name_of(schema, operation, f"answer {code}"), many)
        return AnswersView(success, errors, families, ", ".join(sorted(media, reverse=True)))

    def _answer_type(
        self, content: tuple[str, Mapping[str, Any]] | None, operation: Mapping[str, Any]
    ) -> str | None:
        """The model of a success answer, `bytes` for a file, None for nothing."""
        if content is None:
            return None
        kind, schema = content
        return self._name_of(schema, operation, "a success") if kind in _JSON else FILE

    def _name_of(self, schema: Mapping[str, Any], operation: Mapping[str, Any], of: str) -> str:
        name, _ = self.shapes.named(schema)
        if name is None:
            raise GenerationFailed(f"{operation['operationId']}: the schema of {of} needs a name")
        return name

    # --- writing

    def build(self) -> list[GeneratorError]:
        """Write the package, replacing what stood there, once all of it could be rendered."""
        self._rendered: dict[str, str] = {}
        server = self.document["servers"][0]["url"]
        self._render("__init__.py", "package_init.py.jinja", server=server)
        self._build_models()
        self._build_api()
        shutil.rmtree(self.package_dir, ignore_errors=True)
        for where, text in self._rendered.items():
            path = self.package_dir / where
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        _tidy(self.package_dir)
        return []

    def _build_models(self) -> None:
        names: dict[str, str] = {}
        for model in self.openapi.models:
            name = str(model.class_info.name)
            if name not in self.shapes.schemas:
                continue  # a free-form map: the generator names it, we keep it a dict
            sided = name in self._request_models, name in self._response_models
            if sided == (False, False):
                raise GenerationFailed(f"{name}: no operation reaches this schema; remove it")
            names[name] = str(model.class_info.module_name)
            self._render(
                f"models/{model.class_info.module_name}.py",
                "model.py.jinja",
                model=self.model_view(model),
                is_request=sided[0],
                module_of=self._module_of,
            )
        for enum in self.openapi.enums:
            assert isinstance(enum, EnumProperty)
            name = str(enum.class_info.name)
            names[name] = str(enum.class_info.module_name)
            schema = self.shapes.schemas[name]
            self._render(
                f"models/{names[name]}.py",
                "str_enum.py.jinja",
                name=name,
                doc=schema.get("description", ""),
                # The parsed values are already escaped, the document's own are escaped once.
                members=list(zip(enum.values, schema["enum"], strict=True)),
            )
        self._render("models/__init__.py", "models_init.py.jinja", names=names)
        self._render("models/__init__.pyi", "models_stub.pyi.jinja", names=names)

    def _module_of(self, name: str) -> str:
        from openapi_python_client.parser.properties import Class

        return str(Class.from_string(string=name, config=self.config).module_name)

    def _build_api(self) -> None:
        views = [self.operation_view(endpoint) for endpoint in self._endpoints()]
        self._render("operations.py", "operations.py.jinja", operations=views)
        tags = {view.tag for view in views}
        self._render("api/__init__.py", "api_init.py.jinja", tags=tags)
        for tag in tags:
            operations = [view.id for view in views if view.tag == tag]
            self._render(
                f"api/{tag}/__init__.py", "endpoint_init.py.jinja", tag=tag, operations=operations
            )
        for view in views:
            self._render(
                f"api/{view.tag}/{view.id}.py",
                "endpoint_module.py.jinja",
                operation=view,
                module_of=self._module_of,
            )

    def _render(self, where: str, template: str, **values: Any) -> None:
        self._rendered[where] = self.env.get_template(template).render(**values)


def _tidy(folder: Path) -> None:
    ruff = [sys.executable, "-m", "ruff"]
    style = ["--isolated", "--no-cache", "--quiet", "--line-length", "100", str(folder)]
    for arguments in (
        [
            *("check", "--fix-only", "--select", "F401,I,UP", "--target-version", "py311"),
            *("--config", "lint.isort.split-on-trailing-comma=false"),
            *("--config", 'lint.isort.known-first-party=["commerce_sdk"]'),
        ],
        [
            "format",
            "--target-version",
            "py311",
            "--config",
            "format.skip-magic-trailing-comma=true",
        ],
    ):
        subprocess.run([*ruff, *arguments, *style], check=True)
