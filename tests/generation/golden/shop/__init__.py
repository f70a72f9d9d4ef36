"""What the document says of the platform as a whole.

Generated from shop.yaml; not edited by hand.
"""

from commerce_sdk.operation import Platform, SecurityScheme

PLATFORM = Platform(
    name="shop",
    server="https://shop.invalid/api",
    schemes=(
        SecurityScheme(name="bearer", kind="bearer", unauthenticated="expired-or-forbidden"),
        SecurityScheme(name="basic", kind="basic"),
        SecurityScheme(name="key", kind="api-key", header="X-Shop-Key"),
    ),
    security=("bearer", "basic"),
)
