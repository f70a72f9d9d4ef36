from .entitlement_provisioning_status import (
    EntitlementProvisioningStatus as EntitlementProvisioningStatus,
)
from .error import Error as Error
from .errors import Errors as Errors
from .product_entitlement import ProductEntitlement as ProductEntitlement
from .product_entitlements import ProductEntitlements as ProductEntitlements
from .product_entitlements_metadata import (
    ProductEntitlementsMetadata as ProductEntitlementsMetadata,
)
from .provision_app_input import ProvisionAppInput as ProvisionAppInput
from .provision_app_parameters_input import (
    ProvisionAppParametersInput as ProvisionAppParametersInput,
)
from .provision_products_input import ProvisionProductsInput as ProvisionProductsInput
from .provision_products_parameters_input import (
    ProvisionProductsParametersInput as ProvisionProductsParametersInput,
)
from .provisioned_offering_input import ProvisionedOfferingInput as ProvisionedOfferingInput
from .provisioning_accepted import ProvisioningAccepted as ProvisioningAccepted
from .provisioning_answer import ProvisioningAnswer as ProvisioningAnswer
from .provisioning_state import ProvisioningState as ProvisioningState
from .provisioning_status import ProvisioningStatus as ProvisioningStatus
from .provisioning_status_answer import ProvisioningStatusAnswer as ProvisioningStatusAnswer
from .sort_order import SortOrder as SortOrder
from .workspace import Workspace as Workspace
from .workspace_attributes import WorkspaceAttributes as WorkspaceAttributes
from .workspace_entitlement import WorkspaceEntitlement as WorkspaceEntitlement
from .workspace_entitlement_attributes import (
    WorkspaceEntitlementAttributes as WorkspaceEntitlementAttributes,
)
from .workspace_field import WorkspaceField as WorkspaceField
from .workspace_links import WorkspaceLinks as WorkspaceLinks
from .workspace_page import WorkspacePage as WorkspacePage
from .workspace_page_links import WorkspacePageLinks as WorkspacePageLinks
from .workspace_page_meta import WorkspacePageMeta as WorkspacePageMeta
from .workspace_query import WorkspaceQuery as WorkspaceQuery
from .workspace_relationships import WorkspaceRelationships as WorkspaceRelationships
from .workspace_sandbox import WorkspaceSandbox as WorkspaceSandbox
from .workspace_sandbox_type import WorkspaceSandboxType as WorkspaceSandboxType
from .workspace_search_input import WorkspaceSearchInput as WorkspaceSearchInput
from .workspace_sort import WorkspaceSort as WorkspaceSort
from .workspace_status import WorkspaceStatus as WorkspaceStatus
