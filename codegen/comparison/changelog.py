"""What the changelog has to say of the changes between two documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codegen.comparison.change import Change

MARK = "**Breaking:**"


def changelog(found: list[Change]) -> str:
    """A draft of the changelog's entry."""
    sections = {"added": "Added", "changed": "Changed", "removed": "Removed"}
    lines: list[str] = []
    for kind, title in sections.items():
        entries = [change for change in found if change.kind == kind]
        if entries:
            lines += ["", f"### {title}", ""]
        for change in entries:
            mark = f"{MARK} " if change.breaking else ""
            lines.append(f"- {mark}`{change.place}`: {change.what}.")
    return "\n".join(lines).strip()


def unmarked(found: list[Change], text: str) -> list[Change]:
    """Breaking changes that the changelog's unreleased part does not mark by their place."""
    part = text.partition("## [Unreleased]")[2].partition("\n## [")[0]
    marked = [line for line in part.splitlines() if MARK in line]
    return [
        change
        for change in found
        if change.breaking and not any(f"`{change.place}`" in line for line in marked)
    ]
