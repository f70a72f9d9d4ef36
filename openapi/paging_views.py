"""How a list pages, in the names that generated code gives the document's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extensions import definitions
from failures import GenerationFailed
from python_names import attribute_name

PagingView = Mapping[str, str | tuple[str, ...]]
"""The arguments of a `Pagination`: names of the wire as text, places in an answer as steps."""


def paging_views(operation: Mapping[str, Any]) -> tuple[PagingView, ...]:
    """The ways to page that an operation offers. Raises `GenerationFailed` for one nobody wrote."""
    said = operation.get("x-pagination", [])
    return tuple(
        _view(facts, operation["operationId"])
        for facts in (said if isinstance(said, list) else [said])
    )


def _view(facts: Mapping[str, Any], owner: str) -> PagingView:
    def place(path: Any) -> tuple[str, ...]:
        if not isinstance(path, str) or not path.strip("$"):
            raise GenerationFailed(
                f"{owner}: x-pagination: items names no field of the answer; a list whose answer "
                "is itself an array is not supported"
            )
        return tuple(attribute_name(step, owner) for step in path.split("."))

    known, strategy = _strategies(), facts.get("strategy")
    if strategy not in known:
        raise GenerationFailed(
            f"{owner}: x-pagination: strategy {strategy!r} is none of {', '.join(known)}"
        )
    view: dict[str, str | tuple[str, ...]] = {"strategy": strategy}
    if "cursor" in facts:
        view["cursor"] = facts["cursor"]
    view["items"] = place(facts.get("items"))
    if "next" in facts:
        view["next"] = place(facts["next"])
    ends = facts.get("ends-by", {})
    for ending in ends.keys() - {"size"}:
        view["ends_by"] = ending
        if ending != "short-page":
            view["end"] = place(ends[ending])
        if ending in ("total", "short-page"):
            view |= {"size": facts["size"]} if "size" in facts else {}
            view |= {"answered_size": place(ends["size"])} if "size" in ends else {}
    return view


def _strategies() -> list[str]:
    known: list[str] = definitions()["pagination"]["properties"]["strategy"]["enum"]
    return known
