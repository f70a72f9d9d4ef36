"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class EndsAtType(OpenEnum):
    """How the end of a term is given: an instant, a number of billing periods, or now."""

    TIMESTAMP = "TIMESTAMP"
    DURATION = "DURATION"
    NOW = "NOW"
