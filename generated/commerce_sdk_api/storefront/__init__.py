"""What the document says of the platform as a whole.

Generated from openapi/storefront.yaml; not edited by hand.
"""

from commerce_sdk.document.operation import ErrorFamily, Findings, Platform, SecurityScheme

from . import models

PLATFORM = Platform(
    name="storefront",
    schemes=(
        SecurityScheme(name="bearer", kind="bearer"),
        SecurityScheme(name="apiKey", kind="api-key", header="X-API-Key"),
    ),
    security=("bearer", "apiKey"),
    error_families={
        "storefront": ErrorFamily(
            model=lambda: models.Error,
            code=("code",),
            detail=("message",),
            problems=(
                Findings(at="details/*", message=("message",), code=("code",), field=("field",)),
            ),
        )
    },
    tiers=("standard", "enterprise"),
)
