from .access_scope import AccessScope as AccessScope
from .api_credential import ApiCredential as ApiCredential
from .api_credential_input import ApiCredentialInput as ApiCredentialInput
from .api_credential_update_input import ApiCredentialUpdateInput as ApiCredentialUpdateInput
from .application_membership import ApplicationMembership as ApplicationMembership
from .application_membership_input import ApplicationMembershipInput as ApplicationMembershipInput
from .application_membership_update_input import (
    ApplicationMembershipUpdateInput as ApplicationMembershipUpdateInput,
)
from .credential_mode import CredentialMode as CredentialMode
from .failure import Failure as Failure
from .failure_entry import FailureEntry as FailureEntry
from .failure_source import FailureSource as FailureSource
from .identity_provider import IdentityProvider as IdentityProvider
from .identity_provider_input import IdentityProviderInput as IdentityProviderInput
from .identity_provider_status import IdentityProviderStatus as IdentityProviderStatus
from .identity_provider_update_input import (
    IdentityProviderUpdateInput as IdentityProviderUpdateInput,
)
from .membership import Membership as Membership
from .membership_input import MembershipInput as MembershipInput
from .membership_profile import MembershipProfile as MembershipProfile
from .membership_profile_input import MembershipProfileInput as MembershipProfileInput
from .membership_profile_update_input import (
    MembershipProfileUpdateInput as MembershipProfileUpdateInput,
)
from .membership_status import MembershipStatus as MembershipStatus
from .membership_update_input import MembershipUpdateInput as MembershipUpdateInput
from .organization import Organization as Organization
from .organization_input import OrganizationInput as OrganizationInput
from .organization_update_input import OrganizationUpdateInput as OrganizationUpdateInput
from .ownership_transfer_attributes_input import (
    OwnershipTransferAttributesInput as OwnershipTransferAttributesInput,
)
from .ownership_transfer_data_input import OwnershipTransferDataInput as OwnershipTransferDataInput
from .ownership_transfer_input import OwnershipTransferInput as OwnershipTransferInput
from .permission import Permission as Permission
from .permission_input import PermissionInput as PermissionInput
from .permission_update_input import PermissionUpdateInput as PermissionUpdateInput
from .role import Role as Role
from .role_input import RoleInput as RoleInput
from .role_kind import RoleKind as RoleKind
from .role_update_input import RoleUpdateInput as RoleUpdateInput
from .user import User as User
from .user_update_input import UserUpdateInput as UserUpdateInput
from .version import Version as Version
