"""Why nothing can be made of a document."""

from __future__ import annotations


class DocumentFailed(Exception):
    """Nothing can be made of the document; its text says where it stands, and why."""


class BundleError(DocumentFailed):
    """The document cannot be written as one JSON file."""


class GenerationFailed(DocumentFailed):
    """The document cannot be generated in full; nothing was written."""


class UnsupportedSchema(DocumentFailed):
    """A schema that generated code cannot hold faithfully; the document has to say it otherwise."""
