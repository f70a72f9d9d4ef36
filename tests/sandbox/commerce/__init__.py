"""What the sandbox of the Commerce platform does, seen through its client."""
