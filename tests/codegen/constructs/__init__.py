"""Constructs of OpenAPI, each with its verdict: right, or refused in one line."""
