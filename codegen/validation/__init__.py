"""What no client can be generated from, each with its place and what to write instead."""
