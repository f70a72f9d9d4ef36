"""Whether a change of a document is noticed where it is held against what it has to say."""

from __future__ import annotations

from collections.abc import Mapping

from tests.openapi.changes import Change
from tests.openapi.places import NotRead, places
from tests.openapi.settled import Facts, differences


class Comparison:
    """A document has to say what is due, place by place. `names` are what the facts call the schemes
    of credentials that the document calls otherwise."""

    def __init__(self, due: Facts, names: Mapping[str, str] | None = None) -> None:
        self.due = due
        self.names = names
        self.without_operations: Facts = {}
        self.by_operation: dict[str, Facts] = {}
        for place, said in due.items():
            around = place.split(" > ")[0]
            if around.split(" ")[0] in ("limit", "security"):
                self.without_operations[place] = said
            elif around != "API":
                self.by_operation.setdefault(around, {})[place] = said

    def notices(self, change: Change) -> bool:
        """Only what the change can be seen in is compared; of a part of a document, its own places."""
        try:
            ours = places(change.part(), self.names)
        except NotRead:
            return True
        due = self.due
        if change.operation is not None:
            path, method = change.operation
            del ours["API"]
            due = self.without_operations | self.by_operation.get(f"{method.upper()} {path}", {})
        return differences(ours, due) != []
