"""What the lint finds."""

from typing import NamedTuple


class Problem(NamedTuple):
    """One breach of a rule: where it is, what it is, what to do about it."""

    where: str
    what: str
    do: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.do}"
