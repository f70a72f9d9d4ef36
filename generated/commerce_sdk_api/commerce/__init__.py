"""What the document says of the platform as a whole.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from commerce_sdk.operation import Platform, SecurityScheme

PLATFORM = Platform(
    name="commerce",
    server="https://api.atlassian.com/commerce/api",
    schemes=(
        SecurityScheme(name="bearer", kind="bearer"),
        SecurityScheme(name="basic", kind="basic"),
    ),
    security=("bearer", "basic"),
)
