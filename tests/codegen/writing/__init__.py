"""Tests of where a package goes."""
