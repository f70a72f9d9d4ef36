"""Operations tagged entitlements."""
