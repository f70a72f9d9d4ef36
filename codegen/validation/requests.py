"""What only answers can say, said of requests."""

from collections.abc import Iterator

from codegen.reading.problem import Problem
from codegen.reading.walk import Node, join, operations, parameters, reach, resolve, subschemas


def requests(document: Node) -> Iterator[Problem]:
    seen: dict[str, Node] = {}
    for spot, start in _starts(document):
        reach(document, start, seen)
        for place, schema in subschemas(start, spot):
            if schema.get("readOnly"):
                yield Problem(place, "readOnly of what is sent", "remove it")
    for reference, component in seen.items():
        for place, schema in subschemas(component, reference):
            if schema.get("readOnly"):
                do = "leave it out of what is sent; the schema of the answer has it"
                yield Problem(place, "a readOnly field in a request", do)
            own = schema.get("properties", {})
            for each in schema.get("x-currency", ()):
                if each not in own and not each.startswith("../"):
                    what = f"the currency of a request stands in {each}"
                    do = "name a field of its own, or one of what is around it"
                    yield Problem(join(place, "x-currency"), what, do)


def _starts(document: Node) -> Iterator[tuple[str, Node]]:
    """The schemas that requests begin with, each where it stands."""
    for place, node in operations(document):
        for parameter in parameters(document, node):
            yield f"{place}/parameters ({parameter['name']})", parameter["schema"]
        body = resolve(document, node.get("requestBody", {}))
        for kind, media in body.get("content", {}).items():
            spot = join(f"{place}/requestBody/content", kind)
            yield join(spot, "schema"), media["schema"]
