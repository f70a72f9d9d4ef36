"""What the SDK costs, side by side with what it stands in for. `make bench` runs all of it."""
