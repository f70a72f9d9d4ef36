"""What the document says of the platform as a whole.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from commerce_sdk.document.operation import ErrorFamily, Findings, Platform, SecurityScheme

from . import models

PLATFORM = Platform(
    name="commerce",
    server="https://api.atlassian.com/commerce/api",
    schemes=(
        SecurityScheme(name="bearer", kind="bearer"),
        SecurityScheme(name="basic", kind="basic"),
    ),
    security=("bearer", "basic"),
    error_families={
        "orders": ErrorFamily(
            model=lambda: models.OrderError,
            title=("title",),
            code=("code",),
            detail=("detail",),
            id=("id",),
            problems=(
                Findings(
                    at="items/*/errors/*",
                    message=("message", "errorName"),
                    code=("errorCode", "errorName"),
                    item=("../itemId",),
                    field=("field",),
                ),
                Findings(
                    at="couplingViolations/*",
                    message=("message",),
                    words=("items that do not go together",),
                    code=("violationCode",),
                ),
                Findings(
                    at="graphViolations/*",
                    words=(
                        "the relation {relationshipType} does not hold ({missingFromRelationships/*, missingToRelationships/*} missing)",
                        "a relation is missing ({missingFromRelationships/*, missingToRelationships/*} missing)",
                        "the relation {relationshipType} does not hold",
                        "a relation is missing",
                    ),
                    code=("type",),
                    item=("offeringKey", "entitlementId"),
                ),
            ),
        ),
        "platform": ErrorFamily(
            model=lambda: models.PlatformError,
            title=("title",),
            code=("code",),
            detail=("detail",),
            id=("id",),
        ),
        "quotes": ErrorFamily(
            model=lambda: models.QuoteError,
            code=("errorCode",),
            detail=("message",),
            problems=(
                Findings(
                    at="items/*/errors/*",
                    message=("message",),
                    code=("errorCode",),
                    item=("../itemId",),
                    field=("field",),
                ),
                Findings(
                    at="couplingViolations/*",
                    message=("message",),
                    words=("items that do not go together",),
                    code=("violationCode",),
                ),
                Findings(
                    at="graphViolations/*",
                    words=(
                        "the relation {relationshipType} does not hold ({missingFromRelationships/*, missingToRelationships/*} missing)",
                        "a relation is missing ({missingFromRelationships/*, missingToRelationships/*} missing)",
                        "the relation {relationshipType} does not hold",
                        "a relation is missing",
                    ),
                    code=("type",),
                    item=("offeringKey", "entitlementId"),
                ),
            ),
        ),
        "invoices": ErrorFamily(
            model=lambda: models.InvoiceError,
            code=("errorKey",),
            detail=("errorDetails/reason",),
            problems=(
                Findings(
                    at="errorDetails/validationErrors/*",
                    message=("validationMessage",),
                    code=("code",),
                    field=("fieldName",),
                ),
            ),
        ),
        "entitlements": ErrorFamily(
            model=lambda: models.EntitlementError,
            title=("error",),
            code=("code",),
            detail=("message",),
            problems=(
                Findings(
                    at="*", message=("message", "error"), words=("a part failed",), code=("code",)
                ),
            ),
        ),
        "catalog": ErrorFamily(
            model=lambda: models.CatalogError,
            title=("title",),
            code=("code",),
            detail=("detail",),
            id=("id",),
            problems=(Findings(at="errors/*", message=("message",), code=("code",)),),
        ),
        "promotions": ErrorFamily(
            model=lambda: models.PromotionError,
            title=("title",),
            code=("code",),
            detail=("detail",),
            id=("id",),
        ),
        "gateway": ErrorFamily(
            model=lambda: models.GatewayError,
            detail=("message",),
            id=("gatewayRequestId",),
            problems=(Findings(at="error/*", message=("errorMessage",), code=("code",)),),
        ),
    },
)
