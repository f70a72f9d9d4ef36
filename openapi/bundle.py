"""Puts a hand-kept document together with the files that it takes parts from, as plain JSON."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError

from failures import BundleError
from limit_facts import merge_limits
from path_facts import merge_parameters

_SHARED = {"paths", "components"}


class _JsonConstructor(SafeConstructor):
    """Builds only what JSON has: an unquoted date stays the text that it is."""


_JsonConstructor.add_constructor(
    "tag:yaml.org,2002:timestamp", lambda constructor, node: constructor.construct_scalar(node)
)


def load(path: Path) -> dict[str, Any]:
    """Read one YAML file as plain JSON values."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _JsonConstructor
    try:
        document = yaml.load(path.read_text(encoding="utf-8"))
    except OSError:
        raise BundleError(f"{path.name}: there is no such file to read") from None
    except YAMLError as fault:
        raise BundleError(f"{path.name}: no YAML: {' '.join(str(fault).split())}") from None
    if not isinstance(document, dict):
        raise BundleError(f"{path.name}: holds no mapping")
    return document


def bundle(path: Path) -> dict[str, Any]:
    """Read a document, with the paths and components of the files that it takes parts from.

    A path of the document refers to one of another file (`group.yaml#/paths/~1orders`). A reference
    into a file brings all of that file's components, so names are unique over all files. What a
    file holds beside paths and components is an error, as is a path that nobody refers to. Limits
    that the document publishes over several operations stand at each of them, too; the parameters
    of a path stand only there.
    """
    root = path.resolve()
    files: dict[Path, dict[str, Any]] = {}
    _collect(root, files)
    others = {key: value for key, value in files[root].items() if key not in _SHARED}
    document = {**_local(others, root, files), "paths": {}, "components": {}}
    taken: set[tuple[Path, str]] = set()
    for name, item in files[root].get("paths", {}).items():
        file, place = _target(item["$ref"], root) if "$ref" in item else (root, name)
        if "$ref" in item:
            steps = _steps(place)
            if steps[:1] != ["paths"] or _lookup(files[file], steps) is None:
                raise BundleError(f"{root.name}: {item['$ref']} names no path")
            place = steps[1]
        taken.add((file, place))
        document["paths"][name] = _local(files[file]["paths"][place], file, files)
    for file, content in files.items():
        _merge(document["components"], _local(content.get("components", {}), file, files), file)
        left = {place for place in content.get("paths", {}) if (file, place) not in taken}
        if file != root and left:
            raise BundleError(f"{file.name}: {sorted(left)} is in no path of {root.name}")
        if file != root and content.keys() - _SHARED:
            raise BundleError(f"{file.name}: only paths and components can be shared")
    for key in _SHARED:
        if key not in files[root] and not document[key]:
            del document[key]
    for place in _not_json(document, "#"):
        raise BundleError(f"{path.name}: {place} is not a JSON value")
    merge_parameters(document)
    merge_limits(document)
    return document


def _collect(file: Path, files: dict[Path, dict[str, Any]]) -> None:
    """Load a file, and every file that it refers to."""
    files[file] = load(file)
    for reference in _references(files[file]):
        other, _ = _target(reference, file)
        if other not in files:
            _collect(other, files)


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


def _target(reference: str, file: Path) -> tuple[Path, str]:
    name, _, pointer = reference.partition("#")
    target = (file.parent / name).resolve() if name else file
    if not target.is_file():
        raise BundleError(f"{file.name}: {reference} names no file")
    return target, pointer


def _steps(pointer: str) -> list[str]:
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def _lookup(node: Any, steps: list[str]) -> Any:
    for step in steps:
        if not isinstance(node, dict) or step not in node:
            return None
        node = node[step]
    return node


def _local(node: Any, file: Path, files: dict[Path, dict[str, Any]]) -> Any:
    """A part with its references into other files made references into the bundle."""
    if isinstance(node, list):
        return [_local(each, file, files) for each in node]
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("$ref"), str) and not node["$ref"].startswith("#"):
        target, pointer = _target(node["$ref"], file)
        steps = _steps(pointer)
        if steps[:1] != ["components"] or _lookup(files[target], steps) is None:
            raise BundleError(f"{file.name}: {node['$ref']} names no component")
        node = {**node, "$ref": f"#{pointer}"}
    return {key: _local(value, file, files) for key, value in node.items()}


def _merge(into: dict[str, Any], components: dict[str, Any], file: Path) -> None:
    for kind, parts in components.items():
        known = into.setdefault(kind, {})
        for name in known.keys() & parts.keys():
            raise BundleError(f"{file.name}: components/{kind}/{name} is in another file too")
        known.update(parts)


def _not_json(node: Any, place: str) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if not isinstance(key, str):
                yield f"{place}/{key} (its key)"
            yield from _not_json(value, f"{place}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _not_json(value, f"{place}/{index}")
    elif node is not None and not isinstance(node, str | int | float | bool):
        yield place


def as_json(document: dict[str, Any]) -> str:
    """The document as text, the same bytes for the same document."""
    return json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
