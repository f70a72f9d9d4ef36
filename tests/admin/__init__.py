"""Tests of the administration's client, against a platform that a test can break as it likes."""
