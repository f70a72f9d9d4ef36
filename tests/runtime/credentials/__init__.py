"""Tests of who calls: tokens, sessions, and where a credential goes."""
