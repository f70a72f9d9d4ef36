"""Operations tagged bills."""
