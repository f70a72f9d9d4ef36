"""Operations tagged credit_notes."""
