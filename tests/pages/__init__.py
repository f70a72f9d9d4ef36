"""The pages that people read: every block of theirs runs, holds before type checkers, and what they
say in numbers is what there is."""
