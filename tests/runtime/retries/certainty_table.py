"""`make certainty` writes docs/certainty.md: the state machine of a write, every state with every event."""

from __future__ import annotations

import sys

from commerce_sdk.runtime.retries.certainty import Event, State, table
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "certainty.md"

_INTRODUCTION = """\
# What is known of a write

Whether the server may have applied a request is decided in one place: a state machine that knows no
clock, no loop and no transport (`commerce_sdk/runtime/retries/certainty.py`). A write is in a state, which
says what to do next: send, look, or nothing any more. What then happens takes it to another state.
`tests/runtime/retries/test_certainty.py` holds this page against it, and walks it 100,000 times against a
model of a platform that loses, delays, refuses and repeats.

`maybe_applied` is what the state says where a call ends there, whatever ended it (a refusal, the
deadline, no attempts left, `aclose()`):

{flags}
A write begins as FRESH where surely nobody has sent it: made by this process, its placing never
begun, or `fresh=True`. An order whose id is your own begins as KNOWN. Kept bytes, a prepared order
whose placing was begun, and the order of a quote begin at LOOK_FIRST. What sets something to a value
(`idempotent`) begins as FRESH, and a look asks whether the value is there: that it is says that
somebody has set it, maybe this call. What may never be sent twice, and bears a mark that it can be
looked for by (`never` with a `key`), begins at LOOK_BEFORE and is SINGLE then. Writes that nothing
looks for (those of prices) are ONCE: what is unclear about them stays so.

What the rows and columns do not say: pauses and limits lie before each attempt and each further
look. Passing trouble of a look (no connection, 408, 409, 423, 425, 429, 5xx, an unreadable answer)
goes on until the deadline, with a last look right before it, or, where there is no deadline, for as
many looks as the policy has attempts; without retries, or with no quota left, one look is all. At
LOOK_CONFLICT the policy's attempts are enough in any case. Attempts are repeated as the policy
allows.

A write may be bound to an instant (`not_after`). It ends what sends, and no look: each attempt asks
whether it has come, before it begins and once more after all waits, and no wait of an attempt goes
on beyond it. An attempt that is in flight is broken off then, which is unclear as any other cut is.

"""


def _name(state: State) -> str:
    return f"**{state.name}**" if state.over else state.name


def page() -> str:
    found = table()
    flags = ["| state | what is done | `maybe_applied`, if it ends here |", "|---|---|---|"]
    for state in State:
        ends_well = state in (State.ANSWERED, State.FOUND)
        maybe = "" if ends_well else str(state.maybe_applied)
        flags.append(f"| {_name(state)} | {state.value} | {maybe} |")
    parts = [_INTRODUCTION.format(flags="\n".join(flags) + "\n")]
    for title, sends in (("An attempt is made", True), ("A look is taken", False)):
        states = [state for state in found if state.sends is sends]
        parts.append(f"## {title}\n\n")
        lines = ["| what happens | " + " | ".join(state.name for state in states) + " |"]
        lines.append("|---" * (len(states) + 1) + "|")
        for event in Event:
            nexts = [found[state].get(event) for state in states]
            if any(nexts):
                cells = " | ".join(_name(each) if each else "" for each in nexts)
                lines.append(f"| {event.value} | {cells} |")
        parts.append("\n".join(lines) + "\n\n")
    return "".join(parts).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE.name}", file=sys.stderr)
