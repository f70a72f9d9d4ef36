"""All tests: a folder for each room of `src/commerce_sdk`, and for what else the checkout holds."""
