"""What changed of the published limits (`x-rate-limit`), which breaks nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from codegen.comparison.change import Change
from codegen.comparison.version_view import VersionView
from codegen.reading.rate_limits import windows


def of_limits(before: VersionView, after: VersionView) -> Iterator[Change]:
    """The windows of a bucket that changed, at its name, and alike for all that count in it; and
    which operations count elsewhere."""
    for name in before.nodes.keys() & after.nodes.keys():
        was, now = windows(before.nodes[name]), windows(after.nodes[name])
        if was.keys() != now.keys():
            texts = [", ".join(sorted(each)) or "no bucket" for each in (was, now)]
            yield Change(name, "changed", f"counted in {texts[0]}, counts in {texts[1]}", False)
        for bucket in was.keys() & now.keys():
            if was[bucket] != now[bucket]:
                what = f"the limit was {_text(was[bucket])}, is {_text(now[bucket])}"
                yield Change(bucket, "changed", what, False)


def _text(found: list[tuple[Any, ...]]) -> str:
    return ", ".join(
        f"{limit} in {seconds} s by {scope}" + (f" of {tier}" if tier else "")
        for limit, seconds, scope, tier in found
    )
