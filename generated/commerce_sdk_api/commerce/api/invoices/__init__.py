"""Operations tagged invoices."""
