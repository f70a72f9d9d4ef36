"""The facade of the Commerce Cloud Platform: its client, a namespace a file, and its own errors."""
