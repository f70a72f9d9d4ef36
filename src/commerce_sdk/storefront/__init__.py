"""The facade of the storefront: its client, its login, a namespace a file, and its own errors."""
