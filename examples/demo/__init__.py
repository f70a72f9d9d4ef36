"""The demo: sandboxes of its own, the cookbook's orders and journeys, and a connection cut before
your eyes.

Run it with `make demo`. Everything stays on this machine.
"""
