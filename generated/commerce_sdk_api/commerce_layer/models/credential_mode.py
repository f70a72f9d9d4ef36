"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class CredentialMode(OpenEnum):
    """Whether a credential is for test or live data."""

    TEST = "test"
    LIVE = "live"
