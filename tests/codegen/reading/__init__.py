"""Tests of how a document is read."""
