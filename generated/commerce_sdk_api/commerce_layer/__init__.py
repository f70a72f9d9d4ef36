"""What the document says of the platform as a whole.

Generated from openapi/commerce_layer.yaml; not edited by hand.
"""

from commerce_sdk.document.operation import (
    ErrorFamily,
    Findings,
    Platform,
    RateLimit,
    SecurityScheme,
)

from . import models

PLATFORM = Platform(
    name="commerce_layer",
    server="https://provisioning.commercelayer.io/api",
    schemes=(
        SecurityScheme(
            name="clientCredentials",
            kind="bearer",
            unauthenticated="expired-or-forbidden",
            token_url="https://auth.commercelayer.io/oauth/token",
            token_request="json",
            token_limits=(RateLimit(limit=30, seconds=60, scope="address"),),
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
                    strip=("/data/attributes", "/data/relationships"),
                ),
            ),
        )
    },
    tiers=("lower", "higher"),
)
