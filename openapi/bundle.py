"""Writes the hand-kept document as the one JSON file that the sandbox reads."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "commerce.yaml"
TARGET = HERE.parent / "src" / "commerce_sdk" / "sandbox" / "documents" / "commerce.json"


class BundleError(Exception):
    """The document cannot be written as one JSON file."""


class _JsonConstructor(SafeConstructor):
    """Builds only what JSON has: an unquoted date stays the text that it is."""


_JsonConstructor.add_constructor(
    "tag:yaml.org,2002:timestamp", lambda constructor, node: constructor.construct_scalar(node)
)


def load(path: Path) -> dict[str, Any]:
    """Read one YAML file as plain JSON values."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _JsonConstructor
    document = yaml.load(path.read_text(encoding="utf-8"))
    if not isinstance(document, dict):
        raise BundleError(f"{path.name}: holds no mapping")
    return document


def bundle(path: Path) -> dict[str, Any]:
    """Read a document and put every part that it takes from another file in place."""
    document = _resolved(load(path), path.resolve(), ())
    assert isinstance(document, dict)
    for place in _not_json(document, "#"):
        raise BundleError(f"{path.name}: {place} is not a JSON value")
    return document


def _resolved(node: Any, file: Path, seen: tuple[str, ...]) -> Any:
    if isinstance(node, list):
        return [_resolved(each, file, seen) for each in node]
    if not isinstance(node, dict):
        return node
    reference = node.get("$ref")
    if not isinstance(reference, str) or (reference.startswith("#") and not seen):
        return {key: _resolved(value, file, seen) for key, value in node.items()}
    # A part that was put in place has left its own file, so its own "#" has to be resolved too.
    name, _, pointer = reference.partition("#")
    source = (file.parent / name).resolve() if name else file
    place = f"{source}#{pointer}"
    if place in seen:
        raise BundleError(f"{file.name}: {reference} leads back to itself through another file")
    part: Any = load(source)
    for step in pointer.strip("/").split("/") if pointer.strip("/") else []:
        key = step.replace("~1", "/").replace("~0", "~")
        if not isinstance(part, dict) or key not in part:
            raise BundleError(f"{file.name}: {reference} names nothing")
        part = part[key]
    return _resolved(part, source, (*seen, place))


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


def main(arguments: list[str]) -> int:
    """Write the bundle, or with --check only say whether it is up to date."""
    text = as_json(bundle(SOURCE))
    if "--check" in arguments:
        if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text:
            return 0
        print(f"{TARGET.name} is not what {SOURCE.name} says: run python openapi/bundle.py")
        return 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
