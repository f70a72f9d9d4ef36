"""The models and enums of openapi/commerce_layer.yaml, each loaded on first use.

The stub beside this file lists them for type checkers.
"""

from commerce_sdk.lazy import lazily

__getattr__, __dir__ = lazily(
    globals(),
    {
        "AccessScope": ".access_scope",
        "ApiCredential": ".api_credential",
        "ApiCredentialInput": ".api_credential_input",
        "ApiCredentialUpdateInput": ".api_credential_update_input",
        "ApplicationMembership": ".application_membership",
        "ApplicationMembershipInput": ".application_membership_input",
        "ApplicationMembershipUpdateInput": ".application_membership_update_input",
        "CredentialMode": ".credential_mode",
        "Failure": ".failure",
        "FailureEntry": ".failure_entry",
        "FailureSource": ".failure_source",
        "IdentityProvider": ".identity_provider",
        "IdentityProviderInput": ".identity_provider_input",
        "IdentityProviderStatus": ".identity_provider_status",
        "IdentityProviderUpdateInput": ".identity_provider_update_input",
        "Membership": ".membership",
        "MembershipInput": ".membership_input",
        "MembershipProfile": ".membership_profile",
        "MembershipProfileInput": ".membership_profile_input",
        "MembershipProfileUpdateInput": ".membership_profile_update_input",
        "MembershipStatus": ".membership_status",
        "MembershipUpdateInput": ".membership_update_input",
        "Organization": ".organization",
        "OrganizationInput": ".organization_input",
        "OrganizationUpdateInput": ".organization_update_input",
        "OwnershipTransferAttributesInput": ".ownership_transfer_attributes_input",
        "OwnershipTransferDataInput": ".ownership_transfer_data_input",
        "OwnershipTransferInput": ".ownership_transfer_input",
        "Permission": ".permission",
        "PermissionInput": ".permission_input",
        "PermissionUpdateInput": ".permission_update_input",
        "Role": ".role",
        "RoleInput": ".role_input",
        "RoleKind": ".role_kind",
        "RoleUpdateInput": ".role_update_input",
        "User": ".user",
        "UserUpdateInput": ".user_update_input",
        "Version": ".version",
    },
)
