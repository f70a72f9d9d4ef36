"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class OfferingRequirementType(OpenEnum):
    """A kind of relation between entitlements."""

    APP_DEPENDENCE = "APP_DEPENDENCE"
    ADDON_DEPENDENCE = "ADDON_DEPENDENCE"
    APP_COMPATIBILITY = "APP_COMPATIBILITY"
    FAMILY_CONTAINER = "FAMILY_CONTAINER"
    SANDBOX_DEPENDENCE = "SANDBOX_DEPENDENCE"
    SANDBOX_GRANT = "SANDBOX_GRANT"
    ENTERPRISE = "ENTERPRISE"
    MULTI_INSTANCE = "MULTI_INSTANCE"
    ENTERPRISE_SANDBOX_GRANT = "ENTERPRISE_SANDBOX_GRANT"
    COLLECTION = "COLLECTION"
    COLLECTION_TRIAL = "COLLECTION_TRIAL"
