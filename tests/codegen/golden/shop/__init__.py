"""What the document says of the platform as a whole.

Generated from shop.yaml; not edited by hand.
"""

from commerce_sdk.document.operation import ErrorFamily, Findings, Platform, SecurityScheme

from . import models

PLATFORM = Platform(
    name="shop",
    server="https://shop.invalid/api",
    schemes=(
        SecurityScheme(name="bearer", kind="bearer", unauthenticated="expired-or-forbidden"),
        SecurityScheme(name="basic", kind="basic"),
        SecurityScheme(name="key", kind="api-key", header="X-Shop-Key"),
    ),
    security=("bearer", "basic"),
    error_families={
        "shop": ErrorFamily(
            model=lambda: models.Fault,
            code=("code",),
            problems=(
                Findings(at="*", code=("code",), field=("field",), words=("a part failed",)),
            ),
        ),
        "pointers": ErrorFamily(
            model=lambda: models.PointedErrors,
            title=("errors/*/title",),
            code=("errors/*/code",),
            detail=("errors/*/detail",),
            problems=(
                Findings(
                    at="errors/*",
                    message=("detail", "title"),
                    code=("code", "status"),
                    pointer=("source/pointer",),
                    field=("source/parameter",),
                ),
            ),
        ),
        "details": ErrorFamily(
            model=lambda: models.DetailedError,
            code=("error/code",),
            detail=("error/message",),
            id=("error/requestId",),
            problems=(
                Findings(
                    at="error/details/*",
                    message=("issue",),
                    item=("../line",),
                    field=("field",),
                    words=("{field} is not right", "not right"),
                ),
            ),
        ),
    },
    tiers=("small", "large"),
)
