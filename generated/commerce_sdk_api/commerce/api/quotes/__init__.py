"""Operations tagged quotes."""
