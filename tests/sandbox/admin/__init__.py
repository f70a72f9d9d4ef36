"""How the organization administration behaves in the sandbox, beside Commerce."""
