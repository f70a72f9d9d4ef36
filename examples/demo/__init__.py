"""The demo: sandboxes of its own, the cookbook's orders and journeys, a connection cut before your
eyes, and a person who joins an organization.

Run it with `make demo`. Everything stays on this machine.
"""
