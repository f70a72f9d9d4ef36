"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class QuoteStatus(OpenEnum):
    """Where a quote stands. While it ends in _IN_PROGRESS the platform is working on it."""

    VALIDATION_IN_PROGRESS = "VALIDATION_IN_PROGRESS"
    CREATION_IN_PROGRESS = "CREATION_IN_PROGRESS"
    FINALIZATION_IN_PROGRESS = "FINALIZATION_IN_PROGRESS"
    ACCEPTANCE_IN_PROGRESS = "ACCEPTANCE_IN_PROGRESS"
    CANCELLATION_IN_PROGRESS = "CANCELLATION_IN_PROGRESS"
    CLONING_IN_PROGRESS = "CLONING_IN_PROGRESS"
    REVISION_IN_PROGRESS = "REVISION_IN_PROGRESS"
    DRAFT = "DRAFT"
    UPDATE_IN_PROGRESS = "UPDATE_IN_PROGRESS"
    OPEN = "OPEN"
    CANCELLED = "CANCELLED"
    STALE = "STALE"
    ACCEPTED = "ACCEPTED"
