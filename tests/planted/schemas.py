"""In what generated code makes of names, enums, constants and unions."""

from __future__ import annotations

from tests.planted.bug import Bug

_NAMES = ("tests/codegen/python/test_names.py",)
_KINDS = ("tests/codegen/schemas/test_kinds.py",)
_MODEL = "src/commerce_sdk/document/model.py"
_WIRE = "src/commerce_sdk/document/kinds.py"

PLANTED = [
    Bug(
        "a number that no enum knows is lost",
        "src/commerce_sdk/document/open_enums.py",
        "        member = int.__new__(cls, value)\n",
        "        return None\n        member = int.__new__(cls, value)\n",
        _KINDS,
    ),
    Bug(
        "True is a member of an enum of numbers",
        "src/commerce_sdk/document/attributes.py",
        "    return enum(value) if value.__class__ is int else",
        "    return enum(value) if isinstance(value, int) else",
        _KINDS,
    ),
    Bug(
        "True is the constant 1",
        _WIRE,
        "        is_bool = isinstance(value, bool) is isinstance(self.value, bool)\n",
        "        is_bool = True\n",
        _KINDS,
    ),
    Bug(
        "a variant goes out under any value",
        _WIRE,
        "        if not isinstance(value, str) or value not in self.values:\n",
        "        if not isinstance(value, str):\n",
        _KINDS,
    ),
    Bug(
        "a variant says its class's value, not what came",
        _MODEL,
        "(self._sdk_unknown or {}).get(str(config.tag_field), config.tag)",
        "config.tag if isinstance(config.tag, str) else None",
        _KINDS,
    ),
    Bug(
        "a wire name that no struct can have is lost",
        _MODEL,
        "            elif wire in self.odd_names:\n",
        "            elif False:\n",
        _NAMES,
    ),
    Bug(
        "what came under such a name is unknown",
        "src/commerce_sdk/document/reading.py",
        "        if entry.encode_name in odd or not",
        "        if not",
        _NAMES,
    ),
    Bug(
        "our own frames are told that something is deprecated",
        "src/commerce_sdk/document/deprecation.py",
        "    while caller is not None and _package(caller)",
        "    while caller is None and _package(caller)",
        _KINDS,
    ),
]
