"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class DurationInterval(OpenEnum):
    """The unit of a length of time."""

    YEAR = "YEAR"
