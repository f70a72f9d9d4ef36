"""What Commerce Layer Provisioning of the sandbox does, asked with plain HTTP."""
