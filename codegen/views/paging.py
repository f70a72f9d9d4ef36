"""How a list pages, in the names that generated code gives the document's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from codegen.python.names import attribute_name
from codegen.reading.extensions import definitions
from codegen.reading.failures import GenerationFailed
from codegen.reading.walk import Operation, content, itself, join, resolve

PagingView = Mapping[str, str | tuple[str, ...]]
"""The arguments of a `Pagination`: names of the wire as text, places in an answer as steps."""


def paging_views(operation: Operation, document: Mapping[str, Any]) -> tuple[PagingView, ...]:
    """The ways to page that an operation offers. Raises `GenerationFailed` for one nobody wrote."""
    said = operation.node.get("x-pagination", [])
    return tuple(
        _view(facts, operation, document) for facts in (said if isinstance(said, list) else [said])
    )


def _view(
    facts: Mapping[str, Any], operation: Operation, document: Mapping[str, Any]
) -> PagingView:
    owner = join(operation.place, "x-pagination")
    answers = list(_answers(operation.node, document))

    def place(path: Any, roots: Iterable[Any] = answers) -> tuple[str, ...]:
        if not isinstance(path, str) or not path.strip("$"):
            raise GenerationFailed(
                f"{owner}: items names no field of the answer; name the one that is the list"
            )
        found = (_steps(root, path.split("."), document) for root in roots)
        steps = next((each for each in found if each), None)
        if steps is None:
            raise GenerationFailed(
                f"{owner}: {path} is no field of the answer; name one that exists"
            )
        return tuple(name for name, _ in steps)

    known, strategy = _strategies(), facts.get("strategy")
    if strategy not in known:
        raise GenerationFailed(f"{owner}: strategy {strategy!r} is none of {', '.join(known)}")
    view: dict[str, str | tuple[str, ...]] = {"strategy": strategy}
    if "cursor" in facts:
        view["cursor"] = facts["cursor"]
    view["items"] = place(facts.get("items"))
    items = list(_items(answers, facts["items"], document))
    if "next" in facts:
        view["next"] = place(facts["next"], items if strategy == "id" else answers)
    if "item-id" in facts:
        view["item_id"] = place(facts["item-id"], items)
    if "number" in facts:
        view["number"] = place(facts["number"])
    ends = facts.get("ends-by", {})
    for ending in ends.keys() - {"size"}:
        view["ends_by"] = ending
        if ending != "short-page":
            view["end"] = place(ends[ending])
        if ending in ("total", "short-page"):
            view |= {"size": facts["size"]} if "size" in facts else {}
            view |= {"answered_size": place(ends["size"])} if "size" in ends else {}
    return view


def _answers(operation: Mapping[str, Any], document: Mapping[str, Any]) -> Iterator[Any]:
    for status, response in operation["responses"].items():
        answer = resolve(document, response)
        if str(status).startswith("2") and "x-error" not in answer:
            yield from content(document, answer).values()


def _items(answers: Iterable[Any], path: str, document: Mapping[str, Any]) -> Iterator[Any]:
    for answer in answers:
        for _, schema in _steps(answer, path.split("."), document)[-1:]:
            yield itself(document, schema).get("items", {})


def _steps(schema: Any, path: Sequence[str], document: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The attribute and the schema of each step of a path; nothing where it leads nowhere."""
    steps = []
    for step in path:
        properties = itself(document, schema).get("properties", {})
        if step not in properties:
            return []
        schema = properties[step]
        steps.append((attribute_name(step, schema), schema))
    return steps


def _strategies() -> list[str]:
    known: list[str] = definitions()["pagination"]["properties"]["strategy"]["enum"]
    return known
