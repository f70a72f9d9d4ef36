"""What keeps a session from being ended: that there is none, or that nobody could ask."""

from __future__ import annotations

from commerce_sdk.errors import AuthenticationFailed, CommerceError
from commerce_sdk.runtime.credentials.auth import is_refusal


class NoSession(AuthenticationFailed):
    """There is none to be ended."""


class NotRefreshed(AuthenticationFailed):
    """A session that is to be ended, and is not known to be over."""


def not_refreshed(fault: Exception) -> NotRefreshed:
    """The error for a refresh that failed otherwise than by a refusal."""
    what = fault if isinstance(fault, CommerceError) else type(fault).__name__
    return NotRefreshed(f"the session could not be refreshed, to be ended: {what}")


def is_refused(fault: Exception) -> bool:
    """Did the issuer say that there is no such session?"""
    if isinstance(fault, AuthenticationFailed):
        return bool(fault.refused)
    return isinstance(fault, CommerceError) and is_refusal(fault)


def is_unused(fault: Exception) -> bool:
    """Was the refresh token surely not used, and may be good yet?"""
    return getattr(fault, "maybe_applied", None) is False and not is_refused(fault)
