"""The facade of the organization administration: its client, a namespace a file, the provisioning
that goes on, and its own errors."""
