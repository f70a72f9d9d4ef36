"""The models and enums of openapi/admin.yaml, each loaded on first use.

The stub beside this file lists them for type checkers.
"""

from commerce_sdk.lazy import lazily

__getattr__, __dir__ = lazily(
    globals(),
    {
        "EntitlementProvisioningStatus": ".entitlement_provisioning_status",
        "Error": ".error",
        "Errors": ".errors",
        "ProductEntitlement": ".product_entitlement",
        "ProductEntitlements": ".product_entitlements",
        "ProductEntitlementsMetadata": ".product_entitlements_metadata",
        "ProvisionAppInput": ".provision_app_input",
        "ProvisionAppParametersInput": ".provision_app_parameters_input",
        "ProvisionedOfferingInput": ".provisioned_offering_input",
        "ProvisioningAccepted": ".provisioning_accepted",
        "ProvisioningAnswer": ".provisioning_answer",
        "ProvisioningState": ".provisioning_state",
        "ProvisioningStatus": ".provisioning_status",
        "ProvisioningStatusAnswer": ".provisioning_status_answer",
        "ProvisionProductsInput": ".provision_products_input",
        "ProvisionProductsParametersInput": ".provision_products_parameters_input",
        "SortOrder": ".sort_order",
        "Workspace": ".workspace",
        "WorkspaceAttributes": ".workspace_attributes",
        "WorkspaceEntitlement": ".workspace_entitlement",
        "WorkspaceEntitlementAttributes": ".workspace_entitlement_attributes",
        "WorkspaceField": ".workspace_field",
        "WorkspaceLinks": ".workspace_links",
        "WorkspacePage": ".workspace_page",
        "WorkspacePageLinks": ".workspace_page_links",
        "WorkspacePageMeta": ".workspace_page_meta",
        "WorkspaceQuery": ".workspace_query",
        "WorkspaceRelationships": ".workspace_relationships",
        "WorkspaceSandbox": ".workspace_sandbox",
        "WorkspaceSandboxType": ".workspace_sandbox_type",
        "WorkspaceSearchInput": ".workspace_search_input",
        "WorkspaceSort": ".workspace_sort",
        "WorkspaceStatus": ".workspace_status",
    },
)
