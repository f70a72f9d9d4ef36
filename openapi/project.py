"""Renders one platform's document: the generator's parse, our shapes, our templates."""

from __future__ import annotations

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
from openapi_python_client.parser.properties import EnumProperty

from content import content, operations
from failures import GenerationFailed
from faults import faults
from model_views import ModelViews
from operation_views import OperationViews
from platform_view import platform_view
from python_names import class_name
from shapes import Shapes, Union, references

TEMPLATES = Path(__file__).resolve().parent / "templates"

# What the generator knows under another name.
_OVERRIDES = {"*/*": "application/json", "application/pdf": "application/octet-stream"}


class PlatformProject(Project):
    """The generator's project, with what the document says beyond standard OpenAPI."""

    def __init__(self, document: Mapping[str, Any], output: Path, source_name: str) -> None:
        for fault in faults(dict(document)):
            raise GenerationFailed(str(fault))
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
            raise GenerationFailed(" ".join(f"{parsed.header} {parsed.detail}".split()))
        super().__init__(openapi=parsed, config=config, custom_template_path=TEMPLATES)
        self.document = document
        self._name = Path(source_name).stem
        self.shapes = Shapes(document)
        self.env.globals.update(source_name=source_name)
        self._check_complete()
        self._request_models, self._response_models = self._sides()
        prefix = self.config.field_prefix
        self._model_views = ModelViews(self.shapes, dict(self._tagged()), prefix)
        self._operation_views = OperationViews(document, self.shapes, prefix)

    # --- nothing may be lost on the way

    def _check_complete(self) -> None:
        warnings = [f"{error.header}: {error.detail or ''}".split() for error in self._get_errors()]
        if warnings:
            lost = "; ".join(map(" ".join, warnings))
            raise GenerationFailed(f"the generator would drop parts: {lost}")
        parsed = {endpoint.name for endpoint in self._endpoints()}
        written = {operation["operationId"] for _, _, operation in operations(self.document)}
        if parsed != written:
            raise GenerationFailed(f"operations got lost: {sorted(parsed ^ written)}")
        models = {prop.class_info.name for prop in self.openapi.models}
        named = {name for name in self.shapes.schemas if self.shapes.is_model(name)}
        if named - models:
            raise GenerationFailed(f"schemas got lost: {sorted(named - models)}")

    def _endpoints(self) -> Iterator[Endpoint]:
        for collection in self.openapi.endpoint_collections_by_tag.values():
            yield from collection.endpoints

    def _sides(self) -> tuple[set[str], set[str]]:
        requests: set[str] = set()
        responses: set[str] = set()
        for _, _, operation in operations(self.document):
            requests |= set(references(content(self.document, operation.get("requestBody", {}))))
            for answer in operation["responses"].values():
                responses |= set(references(content(self.document, answer)))
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

    # --- writing

    def build(self) -> list[GeneratorError]:
        """Write the package, replacing what stood there, once all of it could be rendered."""
        self._rendered: dict[str, str] = {}
        platform = platform_view(self.document, self._name, self.shapes)
        self._render("__init__.py", "package_init.py.jinja", platform=platform)
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
                model=self._model_views.view(model),
                is_request=sided[0],
                module_of=self._module_of,
            )
        for enum in self.openapi.enums:
            assert isinstance(enum, EnumProperty)
            name = class_name(str(enum.class_info.name))
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
        views = [self._operation_views.view(endpoint) for endpoint in self._endpoints()]
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
