"""What changed between two versions of a document, and what of it breaks a caller of the SDK.

Breaking means: a caller's code that was right may fail, type-check otherwise, or mean something
else. So what a caller sees is derived from both versions by the code that generates, and compared.
"""

from __future__ import annotations

from codegen.comparison.change import Change
from codegen.comparison.limits import of_limits
from codegen.comparison.models import of_enums, of_matchers, of_models
from codegen.comparison.operations import of_operations
from codegen.comparison.platforms import of_platforms
from codegen.comparison.version_view import version_view
from codegen.reading.accepted import unaccepted
from codegen.reading.failures import DocumentFailed
from codegen.reading.walk import Node


def changes(old: Node, new: Node) -> list[Change]:
    """All differences between two documents, ordered by place. Neither is changed; each may be as
    its file has it, or bundled, and of a version that nothing can be generated from any more.
    Raises `DocumentFailed` for what has not the form of an OpenAPI document."""
    try:
        before, after = version_view(old), version_view(new)
        parts = of_platforms, of_operations, of_models, of_enums, of_matchers, of_limits
        return sorted({change for part in parts for change in part(before, after)})
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        raise DocumentFailed(_misfit(old, new)) from None


def _misfit(*documents: Node) -> str:
    """The first place of the documents that has not the form that it needs."""
    found = (str(problem) for document in documents for problem in unaccepted(document))
    return next(found, "what has not the form of an OpenAPI document")
