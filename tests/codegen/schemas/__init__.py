"""Tests of how generated code holds the values of schemas."""
