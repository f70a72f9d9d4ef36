"""In how a document's resources are written out, checked, made flat and compared."""

from __future__ import annotations

from tests.planted.bug import Bug

_CODE = ("tests/codegen/test_resources.py",)
_REFUSED = ("tests/codegen/validation/test_resources.py",)
_COMPARED = ("tests/codegen/comparison/test_diff_resources.py",)
_FLAT, _FAULTS = "codegen/schemas/resources.py", "codegen/validation/resources.py"

PLANTED = [
    Bug("an underscore stays in front", "codegen/python/names.py", 'attribute_name(wire.lstrip("_"))', "attribute_name(wire)", _CODE),
    Bug("what is only sent is read too", _FLAT, 'if each.get("read", True):', "if True:", _CODE),
    Bug("a filter is held to what is sent", _FLAT, "del schema[keyword]", "pass", _CODE),
    Bug("what a change needs is left out", _FLAT, 'required += [wire] if each[use] == "required" else []', "pass", _CODE),
    Bug("the only one of its type has an id", _FLAT, 'use == "update" and not said.get("singleton")', 'use == "update"', _CODE),
    Bug("each relationship can be cleared", _FLAT, 'not each.get("many") and clears(each)', "True", _CODE),
    Bug("there is always a resource", "codegen/schemas/shapes.py", "', nullable=True' if is_null else ''", "''", _CODE),
    Bug("what is included stands the wrong way round", "codegen/views/resources.py", 'yield from (f"{wire}.{further}"', 'yield from (f"{further}.{wire}"', _CODE),
    Bug("a relationship leads to nobody", _FAULTS, 'if each["to"] not in found:', "if False:", _REFUSED),
    Bug("two resources have one type", _FAULTS, "(other := types.setdefault(said[\"type\"], name)) != name", "(other := name) != name", _REFUSED),
    Bug("an envelope may be another", _FAULTS, "if name in named and named[name] != schema:", "if False:", _REFUSED),
    Bug("a field of two places has two faults", "codegen/lint.py", "at_its_source(document, each) for each in said", "each for each in said", _REFUSED),
    Bug("what links to a resource does not reach it", "codegen/validation/directions.py", "document = flattened(document)", "pass", _REFUSED),
    Bug("a matcher goes unnoticed", "codegen/comparison/models.py", '"removed", "the matcher", True', '"removed", "the matcher", False', _COMPARED),
    Bug("envelopes are compared", "codegen/comparison/version_view.py", "settled = dict(flattened(settled))", "pass", _COMPARED),
    Bug("what bundling would write is nowhere", "codegen/comparison/version_view.py", "expand_resources(written)", "pass", _COMPARED),
]  # fmt: skip
