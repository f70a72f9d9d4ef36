"""Tests of what a user's type checker sees: right calls pass, and wrong arguments are errors."""
