"""What the document says of the platform as a whole.

Generated from commerce_layer.yaml; not edited by hand.
"""

from commerce_sdk.document.operation import ErrorFamily, Findings, Platform, SecurityScheme

from . import models

PLATFORM = Platform(
    name="commerce_layer",
    server="https://provisioning.commercelayer.io/api",
    schemes=(
        SecurityScheme(
            name="clientCredentials", kind="bearer", unauthenticated="expired-or-forbidden"
        ),
    ),
    security=("clientCredentials",),
    error_families={
        "json-api": ErrorFamily(
            model=lambda: models.Failure,
            title=("errors/*/title",),
            code=("errors/*/code",),
            detail=("errors/*/detail",),
            problems=(
                Findings(
                    at="errors/*",
                    message=("detail", "title"),
                    code=("code",),
                    pointer=("source/pointer",),
                ),
            ),
        )
    },
    tiers=("lower", "higher"),
)
