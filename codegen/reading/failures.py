"""Why nothing can be made of a document."""

from __future__ import annotations


class DocumentFailed(Exception):
    """Nothing can be made of the document; its text says in one line where it stands, and why."""

    def __str__(self) -> str:
        return in_one_line(super().__str__())


def in_one_line(text: str) -> str:
    """A text with the signs that no line shows written out, as Python does."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


class BundleError(DocumentFailed):
    """The document cannot be written as one JSON file."""


class GenerationFailed(DocumentFailed):
    """The document cannot be generated in full; nothing was written."""


class UnsupportedSchema(DocumentFailed):
    """A schema that generated code cannot hold faithfully; the document has to say it otherwise."""
