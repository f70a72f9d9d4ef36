"""Puts a hand-kept document together with the files that it takes parts from, as plain JSON."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from functools import lru_cache
from math import isfinite
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError, SafeConstructor
from ruamel.yaml.error import YAMLError

from codegen.reading.all_of import merge_schemas
from codegen.reading.failures import BundleError
from codegen.reading.path_parameters import merge_parameters
from codegen.reading.rate_limits import merge_limits
from codegen.reading.resources import expand_resources
from codegen.reading.walk import join, nodes, unescaped

_SHARED = {"paths", "components"}
_HALF = re.compile(r"\\u[dD]")
"""Perhaps half of a sign, which JSON takes alone and we do not."""


class _JsonConstructor(SafeConstructor):
    """Builds only what JSON has: an unquoted date stays the text that it is."""


_JsonConstructor.add_constructor(
    "tag:yaml.org,2002:timestamp", lambda constructor, node: constructor.construct_scalar(node)
)
_JsonConstructor.add_constructor(
    "tag:yaml.org,2002:str", lambda constructor, node: _whole(constructor.construct_scalar(node))
)


def _whole(text: str) -> str:
    """A text whose signs JSON wrote in halves. Raises `ValueError` for a half alone."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16")


def load(path: Path) -> dict[str, Any]:
    """Read one YAML file as plain JSON values, which are the caller's own."""
    try:
        document = deepcopy(_values(path.read_text(encoding="utf-8")))
    except OSError:
        raise BundleError(f"{path.name}: there is no such file to read; name one") from None
    except YAMLError as fault:
        raise BundleError(f"{path.name}: {_no_yaml(fault)}") from None
    except (ValueError, RecursionError) as fault:  # no UTF-8, an alias inside itself
        do = "write it as UTF-8, with no alias inside itself"
        raise BundleError(f"{path.name}: nothing that JSON can hold: {fault}; {do}") from None
    if not isinstance(document, dict):
        raise BundleError(f"{path.name}: holds no mapping; write an object")
    for place, do in _not_json(document, "#"):
        raise BundleError(f"{path.name} {place}: is not a JSON value; {do}")
    for place, part in _shared(document):
        if not isinstance(part, dict):
            do = "remove it" if "/x-" in place else "write an object"
            raise BundleError(f"{path.name} {place}: holds no mapping; {do}")
    for _, node in nodes(document):
        if isinstance(node.get("$ref"), str):
            node["$ref"] = unquote(node["$ref"])
    return document


@lru_cache(maxsize=32)
def _values(text: str) -> Any:
    """What a text holds. To parse it takes far longer than to copy what came of it, and most files
    of a revision are as they are today. JSON, which is YAML too, is read a hundred times faster as
    what it is; where that fails, YAML says what is wrong."""
    if not _HALF.search(text):
        with suppress(ValueError):
            return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _JsonConstructor
    document = yaml.load(text)
    json.dumps(document, default=str, skipkeys=True)
    return document


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(found := dict(pairs)) < len(pairs):
        raise ValueError("a key stands there twice")
    return found


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is no number of JSON")


def _no_yaml(fault: YAMLError) -> str:
    """What is wrong with a text that cannot be read, and what to do."""
    if isinstance(fault, DuplicateKeyError):
        key = re.search(r'found duplicate key "(.*)" with value', str(fault.problem), re.DOTALL)
        line = fault.problem_mark.line + 1
        return f"line {line}: the key {key[1] if key else '?'} stands there twice; write it once"
    return f"no YAML: {' '.join(str(fault).split())}; correct it there"


def _shared(document: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The parts that a bundle is put together from."""
    paths, components = document.get("paths", {}), document.get("components", {})
    yield from (("#/paths", paths), ("#/components", components))
    if isinstance(paths, dict) and isinstance(components, dict):
        yield from ((join("#/paths", name), item) for name, item in paths.items())
        yield from ((join("#/components", kind), part) for kind, part in components.items())


def normalise(document: dict[str, Any]) -> None:
    """Write out, in place, what a document says once of several places: the parameters of a path
    and the limits of all operations at each of them, the envelopes of each resource, and the
    schemas that `allOf` adds up."""
    expand_resources(document)
    merge_parameters(document)
    merge_limits(document)
    merge_schemas(document)


def bundle(path: Path) -> dict[str, Any]:
    """Read a document, with the paths and components of the files that it takes parts from.

    A path of the document refers to one of another file (`group.yaml#/paths/~1orders`). A reference
    into a file brings all of that file's components, so names are unique over all files. What a
    file holds beside paths and components is an error, as is a path that nobody refers to. What a
    document says once of several places stands at each of them (`normalise`).
    """
    root = path.resolve()
    files: dict[Path, dict[str, Any]] = {}
    _collect(root, files)
    others = {key: value for key, value in files[root].items() if key not in _SHARED}
    document = {**_local(others, "#", root, files, "document"), "paths": {}, "components": {}}
    taken: set[tuple[Path, str]] = set()
    for name, item in files[root].get("paths", {}).items():
        file, place, spot = root, name, join("#/paths", name)
        if isinstance(item.get("$ref"), str):
            file, pointer = _target(item["$ref"], spot, root)
            steps = _steps(pointer)
            if len(steps) != 2 or steps[0] != "paths" or _lookup(files[file], steps) is None:
                do = f"name one that exists, such as {file.name}#/paths/~1orders"
                raise BundleError(f"{root.name} {spot}: $ref {item['$ref']} names no path; {do}")
            place = steps[1]
        taken.add((file, place))
        content = files[file]["paths"][place]
        document["paths"][name] = _local(content, join("#/paths", place), file, files, "path")
    for file, content in files.items():
        components = content.get("components", {})
        parts = _local(components, "#/components", file, files, "components")
        _merge(document["components"], parts, file)
        left = sorted(name for name in content.get("paths", {}) if (file, name) not in taken)
        if file != root and left:
            do = "refer to it there, or remove it"
            spot = join("#/paths", left[0])
            raise BundleError(f"{file.name} {spot}: is in no path of {root.name}; {do}")
        unshared = sorted(content.keys() - _SHARED)
        if file != root and unshared:
            do = f"only paths and components can be shared; move it to {root.name}, or remove it"
            raise BundleError(f"{file.name} {join('#', unshared[0])}: {do}")
    for key in _SHARED:
        if key not in files[root] and not document[key]:
            del document[key]
    # What is of another shape than it can be read in is refused with its place (`accepted.py`).
    with suppress(AttributeError, KeyError, TypeError):
        normalise(document)
    return document


def _collect(file: Path, files: dict[Path, dict[str, Any]]) -> None:
    """Load a file, and every file that it refers to."""
    files[file] = load(file)
    for place, node in nodes(files[file]):
        if isinstance(node.get("$ref"), str):
            other, _ = _target(node["$ref"], place, file)
            if other not in files:
                _collect(other, files)


def _target(reference: str, place: str, file: Path) -> tuple[Path, str]:
    """The file that a reference leads to, and where in it."""
    name, _, pointer = reference.partition("#")
    try:
        target = (file.parent / name).resolve() if name else file
        is_there = target.is_file()
    except (OSError, ValueError):
        is_there = False
    if not is_there:
        do = f"name one that is there, from the folder of {file.name}, or '#' and a place in it"
        if "://" in name:
            do = f"only files are read: keep a copy beside {file.name} and refer to that"
        raise BundleError(f"{file.name} {place}: $ref {reference} names no file; {do}")
    return target, pointer


def _steps(pointer: str) -> list[str]:
    return [unescaped(step) for step in pointer.split("/")[1:]]


def _lookup(node: Any, steps: list[str]) -> Any:
    for step in steps:
        if not isinstance(node, dict) or step not in node:
            return None
        node = node[step]
    return node


def _local(part: Any, place: str, file: Path, files: dict[Path, dict[str, Any]], kind: str) -> Any:
    """A part with its references into other files made references into the bundle."""
    part = _apart(part)
    for spot, node in nodes(part, place, kind):
        if isinstance(node.get("$ref"), str) and not node["$ref"].startswith("#"):
            target, pointer = _target(node["$ref"], spot, file)
            steps = _steps(pointer)
            if steps[:1] != ["components"] or _lookup(files[target], steps) is None:
                do = f"name one that exists, such as {target.name}#/components/schemas/Order"
                what = f"$ref {node['$ref']} names no component"
                raise BundleError(f"{file.name} {spot}: {what}; {do}")
            node["$ref"] = f"#{pointer}"
    return part


def _apart(node: Any) -> Any:
    """A copy in which nothing stands in two places, as what YAML's aliases name does."""
    if isinstance(node, list):
        return [_apart(each) for each in node]
    return {key: _apart(each) for key, each in node.items()} if isinstance(node, dict) else node


def _merge(into: dict[str, Any], components: dict[str, Any], file: Path) -> None:
    for kind, parts in components.items():
        known = into.setdefault(kind, {})
        for name in sorted(known.keys() & parts.keys()):
            place = join(join("#/components", kind), name)
            do = "give one of them another name"
            raise BundleError(f"{file.name} {place}: is in another file too; {do}")
        known.update(parts)


def _not_json(node: Any, place: str) -> Iterator[tuple[str, str]]:
    """The place of what JSON does not have, and what to write there."""
    as_text = "write it as text, in quotes"
    if isinstance(node, dict):
        for key, value in node.items():
            if not isinstance(key, str):
                yield f"{join(place, key)} (its key)", as_text
            yield from _not_json(value, join(place, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _not_json(value, join(place, index))
    elif isinstance(node, float):
        if not isfinite(node):
            yield place, "write a number that JSON has, or leave it out"
    elif node is not None and not isinstance(node, str | int | bool):
        yield place, as_text


def as_json(document: dict[str, Any]) -> str:
    """The document as text, the same bytes for the same document."""
    return json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
