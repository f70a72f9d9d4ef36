"""Operations tagged pricing_changes."""
