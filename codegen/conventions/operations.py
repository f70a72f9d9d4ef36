"""The rules of operations: each has a tag, the answers that any can get, and names its accounts."""

from collections.abc import Iterator

from codegen.reading.problem import Problem
from codegen.reading.walk import Node, operations, parameters

# The intro page, or a gateway on the way, can answer these to any operation.
_ALWAYS_POSSIBLE = ("403", "429", "502", "503")


def complete_operations(document: Node) -> Iterator[Problem]:
    for place, node in operations(document):
        if not node.get("tags"):
            yield Problem(place, "has no tag", "give it the tag of its group")
        responses = node.get("responses", {})
        for status in _ALWAYS_POSSIBLE:
            if not responses.keys() & {status, f"{status[0]}XX", "default"}:
                do = "add it: any operation can be answered so"
                yield Problem(place, f"documents no {status}", do)
        for parameter in parameters(document, node):
            account = parameter.get("name", "").lower().endswith("-account")
            if account and "x-tenant" not in parameter:
                where = f"{place}/parameters ({parameter['name']})"
                what = "an account header without x-tenant"
                yield Problem(where, what, "say which account it is")
