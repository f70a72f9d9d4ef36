"""The sandbox's storefront, asked over HTTP without the SDK."""
