"""Tests of the hand-kept documents: against the facts, the samples, and the ways of adding to them."""

from tests.conftest import ROOT

SOURCE = ROOT / "openapi" / "commerce.yaml"
