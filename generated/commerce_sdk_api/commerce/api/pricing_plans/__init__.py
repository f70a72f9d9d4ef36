"""Operations tagged pricing_plans."""
