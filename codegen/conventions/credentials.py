"""The rule of credentials: each operation says what it takes, and each scheme is taken."""

from collections.abc import Iterator

from codegen.reading.problem import Problem
from codegen.reading.security import described_schemes, stated_credentials, taken
from codegen.reading.walk import Node, operations


def credentials(document: Node) -> Iterator[Problem]:
    if "security" not in document:
        for place, node in operations(document):
            if "security" not in node:
                what = "says nothing of credentials, and neither does the document"
                yield Problem(place, what, "name the schemes it takes, or write security: []")
    named = {name for _, said in stated_credentials(document) for name in taken(said)}
    for place, name, _ in described_schemes(document):
        if name not in named:
            yield Problem(place, "a security scheme that no operation takes", "remove it")
