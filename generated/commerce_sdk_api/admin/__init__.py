"""What the document says of the platform as a whole.

Generated from openapi/admin.yaml; not edited by hand.
"""

from commerce_sdk.document.operation import ErrorFamily, Findings, Platform, SecurityScheme

from . import models

PLATFORM = Platform(
    name="admin",
    server="https://api.atlassian.com/admin",
    schemes=(
        SecurityScheme(name="bearer", kind="bearer"),
        SecurityScheme(name="basic", kind="basic"),
    ),
    security=("bearer", "basic"),
    error_families={
        "admin": ErrorFamily(
            model=lambda: models.Errors,
            title=("errors/*/title",),
            code=("errors/*/code",),
            detail=("errors/*/detail",),
            id=("errors/*/id",),
            problems=(Findings(at="errors/*", message=("detail", "title"), code=("code",)),),
        )
    },
)
