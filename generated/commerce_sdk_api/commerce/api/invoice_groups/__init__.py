"""Operations tagged invoice_groups."""
