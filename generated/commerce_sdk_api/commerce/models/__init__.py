"""The models and enums of openapi/commerce.yaml, each loaded on first use.

The stub beside this file lists them.
"""

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MODULES: dict[str, str] = {}


def _modules() -> dict[str, str]:
    if not _MODULES:
        module = ""
        stub = __spec__.loader.get_data(f"{__file__}i").decode()  # type: ignore[union-attr]
        for words in map(str.split, stub.splitlines()):
            # Either `from .a import A as A`, or the name in a line of its own.
            if words[:1] == ["from"]:
                module, words = words[1], words[3:]
            if len(words) == 3:
                _MODULES[words[0]] = module
    return _MODULES


def __getattr__(name: str) -> "Any":
    if name == "__all__":
        return sorted(_modules())
    if name not in _modules():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}{_modules()[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(_modules())
