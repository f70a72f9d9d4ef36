"""Changes the sources one spot at a time and runs the tests that enter the spot: what survives is
either harmless, and listed with its reason, or a test that is missing. `python -m tests.mutants`."""
