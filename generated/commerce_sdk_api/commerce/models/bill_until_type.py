"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class BillUntilType(OpenEnum):
    """How the end of billing in advance is given."""

    TIMESTAMP_REFERENCE = "TIMESTAMP_REFERENCE"
    DURATION = "DURATION"
    TIMESTAMP = "TIMESTAMP"
