"""Operations tagged offerings."""
