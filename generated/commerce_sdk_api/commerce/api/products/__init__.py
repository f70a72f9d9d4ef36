"""Operations tagged products."""
