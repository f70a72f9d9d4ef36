"""Tests of how bytes travel: connections, proxies, bodies, and what real sockets do."""
