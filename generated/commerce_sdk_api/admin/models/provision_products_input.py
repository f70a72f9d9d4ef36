"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.container_kinds import ListOf, Nested
from commerce_sdk.document.kinds import on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class ProvisionProductsInput(RequestModel):
    """Products to provision on one site."""

    offerings: Sequence[ProvisionedOfferingInput] = attrs.field(
        metadata=on_wire(
            "offerings",
            Bounded(
                ListOf(Nested(lambda: ProvisionedOfferingInput)), (Length(least=1, of="entries"),)
            ),
            required=True,
        )
    )
    """What is provisioned."""
    parameters: ProvisionProductsParametersInput = attrs.field(
        metadata=on_wire(
            "parameters", Nested(lambda: ProvisionProductsParametersInput), required=True
        )
    )
    """Where, and for whom."""


from .provision_products_parameters_input import ProvisionProductsParametersInput  # noqa: E402
from .provisioned_offering_input import ProvisionedOfferingInput  # noqa: E402
