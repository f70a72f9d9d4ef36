"""What changed of how a list pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from change import Change
from views import OperationView


def of_paging(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    was, now = ({str(each["strategy"]): each for each in view.paging} for view in (old, new))
    for strategy in was.keys() - now.keys():
        what = f"no longer pages by {strategy}" if now else "no longer pages"
        yield Change(name, "changed", what, True)
    for strategy in now.keys() - was.keys():
        yield Change(name, "changed", f"pages by {strategy}", False)
    for strategy in was.keys() & now.keys():
        if was[strategy] != now[strategy]:
            what = f"pages by {told(now[strategy])}, did by {told(was[strategy])}"
            yield Change(name, "changed", what, False)
    first, usual = next(iter(was), None), next(iter(now), None)
    if first in now and first != usual:
        what = f"pages by {usual} unless told otherwise, did by {first}"
        yield Change(name, "changed", what, True)


def told(said: Mapping[str, Any]) -> str:
    texts = (
        f"{key.replace('_', '-')} {'.'.join(value) if isinstance(value, tuple) else value}"
        for key, value in said.items()
    )
    return ", ".join(texts).removeprefix("class ").removeprefix("strategy ") or "nothing said"
