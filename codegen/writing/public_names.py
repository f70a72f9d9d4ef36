"""The public names of the SDK: what its stub says, as Python."""

from __future__ import annotations

import ast
from pathlib import Path


def names_of(stub: str) -> dict[str, str]:
    """Each name that a stub exports (`from x import A as A`), with its module. The modules of the
    package itself are none of them."""
    return {
        alias.asname: "." * node.level + (node.module or "")
        for node in ast.walk(ast.parse(stub))
        if isinstance(node, ast.ImportFrom) and node.module != "commerce_sdk"
        for alias in node.names
        if alias.asname is not None
    }


def table(stub: Path) -> str:
    """The module that a package reads in place of its stub, which stays behind where only compiled
    code is shipped."""
    names = names_of(stub.read_text(encoding="utf-8"))
    entries = "".join(f'    "{name}": "{names[name]}",\n' for name in sorted(names))
    return (
        '"""The public names, each with its module; `make generate` writes it from the stub."""\n\n'
        f"NAMES = {{\n{entries}}}\n"
    )
