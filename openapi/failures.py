"""Why a document cannot be generated."""

from __future__ import annotations


class GenerationFailed(Exception):
    """The document cannot be generated in full; nothing was written."""


class UnsupportedSchema(Exception):
    """A schema that generated code cannot hold faithfully; the document has to say it otherwise."""
