"""Writes `generated/` from the hand-kept documents, and the SDK's public names from its stub;
`--check` fails on any difference.

Run it with the tools environment (`make generate`, `make check-generated`).
"""

from __future__ import annotations

import argparse
import filecmp
import hashlib
import json
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

import openapi_python_client

from codegen.reading.bundle import as_json, bundle
from codegen.reading.documents import ROOT, documents
from codegen.reading.failures import DocumentFailed, GenerationFailed
from codegen.templates import TEMPLATES
from codegen.validation.faults import faults
from codegen.views.package import package_view
from codegen.writing.output import claimed, put
from codegen.writing.project import PlatformProject
from codegen.writing.public_names import table

PACKAGE = "commerce_sdk_api"
NAMES = "src/commerce_sdk/_names.py"
DOCUMENTS = "src/commerce_sdk/sandbox/documents"
STUB = "src/commerce_sdk/__init__.pyi"
UPSTREAM = Path(openapi_python_client.__file__).parent / "templates"


def write(root: Path) -> None:
    """Write every platform's package and bundled document below `root`, and the public names."""
    with tempfile.TemporaryDirectory() as scratch:
        for where, path in made(Path(scratch)).items():
            put(path, root / where)


def write_one(source: Path, output: Path) -> None:
    """Write the package of one document, for a trial."""
    where = claimed(output)
    with tempfile.TemporaryDirectory() as scratch:
        package = Path(scratch, where.name)
        build(source, package, source.name)
        put(package, where)


def made(scratch: Path) -> dict[str, Path]:
    """All that is generated, in a folder of its own: by where it belongs, where it is now."""
    generated, kept, names = scratch / "generated", scratch / "documents", scratch / "names.py"
    package = generated / PACKAGE
    package.mkdir(parents=True)
    kept.mkdir()
    (package / "__init__.py").write_text(
        '"""Generated from the OpenAPI documents, one package a platform. Not edited by hand."""\n',
        encoding="utf-8",
    )
    (package / "py.typed").write_bytes(b"")
    for source in documents():
        document = build(source, package / source.stem, f"openapi/{source.name}")
        (kept / f"{source.stem}.json").write_text(as_json(document), encoding="utf-8", newline="\n")
    names.write_text(table(ROOT / STUB), encoding="utf-8", newline="\n")
    return {"generated": generated, DOCUMENTS: kept, NAMES: names}


def build(source: Path, package: Path, name: str) -> dict[str, Any]:
    """Write the package of one document, which calls it by this name, into a folder that is not
    there yet, and give the document."""
    document = bundle(source)
    try:
        for fault in faults(document):
            raise GenerationFailed(str(fault))
        view = package_view(document, Path(name).stem)
        PlatformProject(view, package, name).build()
    except DocumentFailed as fault:
        raise DocumentFailed(f"{source.name} {fault}") from None
    return document


def differences(expected: Path, actual: Path) -> list[str]:
    """The files of two trees that are not the same bytes, as one line each."""
    names = {_name(path, expected) for path in _files(expected)}
    others = {_name(path, actual) for path in _files(actual)}
    found = [f"missing: {name}" for name in sorted(names - others)]
    found += [f"not generated: {name}" for name in sorted(others - names)]
    _, changed, failed = filecmp.cmpfiles(expected, actual, sorted(names & others), shallow=False)
    return found + [f"differs: {name}" for name in sorted([*changed, *failed])]


def _files(folder: Path) -> list[Path]:
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    ]


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def check() -> list[str]:
    """What is committed and is not what the documents give."""
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        for where, path in made(Path(scratch)).items():
            if path.is_dir():
                found += [f"{line} (in {where})" for line in differences(path, ROOT / where)]
            elif path.read_bytes() != (ROOT / where).read_bytes():
                found.append(f"differs: {where}")
    return found


def upstream_hashes() -> dict[str, str]:
    """The hash of each of the generator's templates that one of ours replaces."""
    return {
        template.name: hashlib.sha256((UPSTREAM / template.name).read_bytes()).hexdigest()
        for template in sorted(TEMPLATES.glob("*.jinja"))
        if (UPSTREAM / template.name).is_file()
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--check", action="store_true", help="write nothing, fail on a difference")
    choice.add_argument("--upstream-hashes", action="store_true", help="print them as JSON")
    choice.add_argument("--document", type=Path, help="one document, for a trial")
    parser.add_argument("--output", type=Path, help="where --document's package goes")
    arguments = parser.parse_args()
    if (arguments.document is None) != (arguments.output is None):
        parser.error("--document and --output need each other")
    try:
        if arguments.upstream_hashes:
            print(json.dumps(upstream_hashes(), indent=2))
        elif arguments.check:
            found = check()
            print("\n".join(found) or "generated/ is what the documents say")
            return 1 if found else 0
        elif arguments.document:
            write_one(arguments.document, arguments.output)
        else:
            write(ROOT)
    except DocumentFailed as fault:
        print(f"generation failed: {fault}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("generation failed: it was interrupted; run it again", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    # Whoever ends it lets it clear up behind itself.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(main())
