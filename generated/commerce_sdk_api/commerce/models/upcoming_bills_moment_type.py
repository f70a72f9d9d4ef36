"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class UpcomingBillsMomentType(OpenEnum):
    """The way in which the moment of a bill is given."""

    QUOTE_ACCEPTANCE_DATE = "QUOTE_ACCEPTANCE_DATE"
    TIMESTAMP = "TIMESTAMP"
