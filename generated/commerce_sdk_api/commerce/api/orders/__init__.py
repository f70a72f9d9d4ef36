"""Operations tagged orders."""
