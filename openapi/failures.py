"""Why nothing can be made of a document."""

from __future__ import annotations


def in_one_line(text: str) -> str:
    """A text with what would end its line, or is not shown, written as Python writes it."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


class DocumentFailed(Exception):
    """Nothing can be made of the document; its text says where it stands, and why, in one line."""

    def __str__(self) -> str:
        return in_one_line(super().__str__())


class BundleError(DocumentFailed):
    """The document cannot be written as one JSON file."""


class GenerationFailed(DocumentFailed):
    """The document cannot be generated in full; nothing was written."""


class UnsupportedSchema(DocumentFailed):
    """A schema that generated code cannot hold faithfully; the document has to say it otherwise."""
