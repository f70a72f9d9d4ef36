"""Tests of budgets: what is counted stays below its number on any machine."""
