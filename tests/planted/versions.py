"""In the comparison of two versions of a document."""

from __future__ import annotations

from tests.planted.bug import Bug

_PAIRS = ("tests/codegen/comparison/test_diff.py::test_a_change_is_weighed_and_told",)
_FIELDS = (
    "tests/codegen/comparison/test_diff_fields.py::test_a_field_that_nobody_wrote_a_rule_for_breaks",
)

PLANTED = [
    Bug(
        "a field that has no rule of its own is not compared",
        "codegen/comparison/change.py",
        "if name not in unseen and",
        "if name in rules and name not in unseen and",
        _FIELDS,
    ),
    Bug(
        "a tenant that a client comes to need breaks nobody",
        "codegen/comparison/clients.py",
        'f"the client {has} set up with {tenant}", needed)',
        'f"the client {has} set up with {tenant}", False)',
        _PAIRS,
    ),
    Bug(
        "an answer may come to read as more types",
        "codegen/comparison/shapes.py",
        "wider = sent and all(",
        "wider = all(",
        _PAIRS,
    ),
    Bug(
        "a lower bound of nothing is no bound",
        "codegen/comparison/bounds.py",
        "elif now is None:",
        "elif not now:",
        _PAIRS,
    ),
    Bug(
        "a schema that there is no shape of is no change",
        "codegen/comparison/version_view.py",
        "text = _text(schema)\n            return",
        'text = "Any"\n            return',
        _PAIRS,
    ),
    Bug(
        "a request that may hold no other fields any more breaks nobody",
        "codegen/comparison/models.py",
        "sent and new.others not in (True, {})",
        "False",
        _PAIRS,
    ),
    Bug(
        "a list that is answered is compared by its name alone",
        "codegen/comparison/answers.py",
        "        or (before.inside and before.inside.keys() == after.inside.keys())\n",
        "",
        _PAIRS,
    ),
    Bug(
        "who leaves out what was filled goes on",
        "codegen/comparison/arguments.py",
        "return argument.required and argument.const is None",
        "return argument.required",
        _PAIRS,
    ),
    Bug(
        "an error by its hundred is another error than the one that it stands in for",
        "codegen/comparison/answers.py",
        'f"{str(status)[0]}XX", "default")',
        '"default")',
        _PAIRS,
    ),
    Bug(
        "an argument is told by its name alone",
        "codegen/comparison/change.py",
        "for key in was if key in now]",
        "for key in was if key in now and name(was[key]) == name(now[key])]",
        _PAIRS,
    ),
]
