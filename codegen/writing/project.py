"""Renders one platform's document: the generator's layout, our views, our templates.

The generator's own reading of schemas and parameters knows nothing of the `x-` extensions and loses
what it does not understand. So it is given the names alone, and lays out the package by them; what
its modules hold comes from the document itself.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2.bccache import Bucket, BytecodeCache
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from codegen.python.text import docstring, literal
from codegen.reading.failures import GenerationFailed
from codegen.templates import TEMPLATES
from codegen.views.parts import EnumView, ModelView, PackageView


class _Compiled(BytecodeCache):
    """What templates are compiled to, kept from one document to the next."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class PlatformProject(Project):
    """The generator's project, with what a document says beyond standard OpenAPI."""

    def __init__(self, view: PackageView, output: Path, source_name: str) -> None:
        config = Config.from_sources(
            ConfigFile(post_hooks=[]),
            MetaType.NONE,
            document_source=Path(source_name),
            file_encoding="utf-8",
            overwrite=True,
            output_path=output,
        )
        parsed = GeneratorData.from_dict(_names_of(view), config=config)
        if isinstance(parsed, GeneratorError):
            raise GenerationFailed(" ".join(f"{parsed.header} {parsed.detail}".split()))
        super().__init__(openapi=parsed, config=config, custom_template_path=TEMPLATES)
        self.view = view
        classes: tuple[ModelView | EnumView, ...] = (*view.models, *view.enums)
        self._modules = {each.name: each.module for each in classes}
        modules = dict(self._modules)
        for model in view.models:
            modules |= dict.fromkeys(model.other_tags, model.module)
        self.env.bytecode_cache = _COMPILED
        self.env.filters.update(docstring=docstring, literal=literal)
        self.env.globals.update(source_name=source_name, module_of=modules.__getitem__)
        self._check_names()

    def _check_names(self) -> None:
        """The generator lays operations out by the names that ours have, or not at all."""
        laid_out = {
            (str(tag), str(endpoint.name))
            for tag, collection in self.openapi.endpoint_collections_by_tag.items()
            for endpoint in collection.endpoints
        }
        for each in self.view.operations:
            if (each.tag, each.id) not in laid_out:
                raise GenerationFailed(
                    f"operationId {each.id}: Python cannot have this name; choose another"
                )

    # --- writing

    def build(self) -> list[GeneratorError]:
        """Write the package into an empty folder, once all of it could be rendered."""
        rendered = dict(self._rendered())
        for where, text in rendered.items():
            path = self.package_dir / where
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        _tidy(self.package_dir)
        return []

    def _rendered(self) -> Iterator[tuple[str, str]]:
        view = self.view
        yield "__init__.py", self._text("package_init.py.jinja", platform=view.platform)
        for model in view.models:
            yield f"models/{model.module}.py", self._text(model.template, model=model)
        for enum in view.enums:
            yield f"models/{enum.module}.py", self._text("str_enum.py.jinja", enum=enum)
        yield "models/__init__.py", self._text("models_init.py.jinja", names=self._modules)
        yield "models/__init__.pyi", self._text("models_stub.pyi.jinja", names=self._modules)
        yield "operations.py", self._text("operations.py.jinja", operations=view.operations)
        if view.resources:
            kept = {"resources": view.resources, "matchers": view.matchers}
            yield "resources.py", self._text("resource_tables.py.jinja", **kept)
            yield "resource_types.py", self._text("resource_types.py.jinja", **kept)
        tags = {each.tag for each in view.operations}
        yield "api/__init__.py", self._text("api_init.py.jinja", tags=tags)
        for tag in tags:
            names = [each.id for each in view.operations if each.tag == tag]
            text = self._text("endpoint_init.py.jinja", tag=tag, operations=names)
            yield f"api/{tag}/__init__.py", text
        for operation in view.operations:
            text = self._text("endpoint_module.py.jinja", operation=operation)
            yield f"api/{operation.tag}/{operation.id}.py", text

    def _text(self, template: str, **values: Any) -> str:
        text: str = self.env.get_template(template).render(**values)
        return text


def _names_of(view: PackageView) -> dict[str, Any]:
    """A document with the names of a view's operations and schemas, and nothing else."""
    answer = {"204": {"description": ""}}
    return {
        "openapi": "3.1.0",
        "info": {"title": view.platform.name, "version": ""},
        "paths": {
            f"/{each.tag}/{each.id}": {
                "get": {"operationId": each.id, "tags": [each.tag], "responses": answer}
            }
            for each in view.operations
        },
        "components": {
            "schemas": {each.name: {"type": "object", "properties": {}} for each in view.models}
        },
    }


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
