"""What may be shown: one log line an attempt, of the document's words and the server's numbers."""

from __future__ import annotations

import logging

from commerce_sdk.errors import Attempt

LOGGER = logging.getLogger("commerce_sdk")


def log_attempt(attempt: Attempt, method: str, template: str, request_id: str | None) -> None:
    """Log an attempt at INFO. The path is the document's template; ids, bodies and headers, and
    with them every secret, stay out."""
    LOGGER.info(
        "%s %s attempt %d: %s in %.3f s (request id %s)",
        method,
        template,
        attempt.number,
        attempt.outcome,
        attempt.seconds,
        request_id or "-",
    )
