"""How code that uses the SDK is tested: the files of [docs/testing.md](../../docs/testing.md)."""
