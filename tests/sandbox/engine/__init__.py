"""The engine, seen through the neutral platform and small documents of its own."""
