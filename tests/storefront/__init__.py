"""Tests of the storefront's client, against a platform that a test can break as it likes."""
