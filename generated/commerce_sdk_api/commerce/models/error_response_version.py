"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class ErrorResponseVersion(OpenEnum):
    """The shape of error answers. Which fields belong to which is not published."""

    V1 = "v1"
    V2 = "v2"
