"""Limits that several processes keep together, on the clock of one Redis server. asyncio only."""
