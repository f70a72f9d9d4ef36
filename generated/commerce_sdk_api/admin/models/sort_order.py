"""Generated from openapi/admin.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class SortOrder(OpenEnum):
    """A direction to sort in."""

    ASC = "asc"
    DESC = "desc"
