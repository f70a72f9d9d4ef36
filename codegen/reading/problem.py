"""What the lint finds."""

from typing import NamedTuple

from codegen.reading.failures import in_one_line


class Problem(NamedTuple):
    """One breach of a rule: where it is, what it is, what to do about it."""

    where: str
    what: str
    do: str

    def __str__(self) -> str:
        return in_one_line(f"{self.where}: {self.what}; {self.do}")
