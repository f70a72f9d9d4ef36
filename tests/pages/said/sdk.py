"""What pages say of the SDK's own numbers."""

from __future__ import annotations

from commerce_sdk import defaults
from commerce_sdk.decimals import QUOTIENT_DIGITS
from commerce_sdk.journeys import window
from commerce_sdk.runtime.call import redaction
from commerce_sdk.runtime.http import aiohttp_connector
from tests.pages.facts import (
    completed_within,
    decimals_of_a_price,
    error_shapes,
    kinds_of_items,
)
from tests.pages.said.entry import Said
from tests.runtime.limits.redis.trouble.worker import LIMIT

OF_THE_SDK = [
    # --- calls
    Said("docs/errors.md", "`…` (60 s) covers one call, page or poll", lambda: [defaults.DEADLINE]),
    Said("docs/versioning.md", "a deadline of 60 s", lambda: [defaults.DEADLINE]),
    Said("docs/errors.md", "`…` (20 s) covers one attempt", lambda: [defaults.ATTEMPT_TIMEOUT]),
    Said(
        "docs/errors.md",
        "four attempts, with random pauses that double from 0.5 to 8 s",
        lambda: [
            defaults.RETRY_ATTEMPTS,
            defaults.RETRY_FIRST_PAUSE,
            defaults.RETRY_PAUSE_CAP,
        ],
    ),
    Said(
        "docs/errors.md",
        "counts instead, up to 60 s (one below 0.5 s only as the least",
        lambda: [defaults.RETRY_AFTER_CAP, defaults.RETRY_FIRST_PAUSE],
    ),
    Said(
        "docs/errors.md",
        "a quota of further attempts (20 without a success in between)",
        lambda: [defaults.RETRY_QUOTA / defaults.RETRY_COST],
    ),
    Said("docs/errors.md", "at most 1,024 characters", lambda: [defaults.SAID]),
    Said("docs/errors.md", "an answer over 64 MiB", lambda: [defaults.MAX_BODY_BYTES]),
    Said("docs/service.md", "one that grows over 64 MiB", lambda: [defaults.MAX_BODY_BYTES]),
    Said("docs/errors.md", "have seven shapes", lambda: [error_shapes()]),
    # --- connections
    Said("docs/service.md", "There are fifty at once", lambda: [defaults.MAX_CONNECTIONS]),
    Said("docs/service.md", "nobody needed for five seconds", lambda: [defaults.KEEP_ALIVE]),
    Said("docs/service.md", "those under way (10 s,", lambda: [defaults.CLOSE_GRACE]),
    Said(
        "docs/service.md",
        "over 1,000 lines in its head; a line may have 100 KiB",
        lambda: [
            aiohttp_connector._BOUNDS["max_headers"],
            aiohttp_connector._BOUNDS["max_line_size"],
        ],
    ),
    # --- limits
    Said(
        "docs/limits.md",
        "(up to 60 s; after a 429 a second at the least)",
        lambda: [defaults.RETRY_AFTER_CAP, defaults.LIMIT_PAUSE],
    ),
    Said(
        "docs/limits.md", "an answer takes longer than 1.5 s,", lambda: [defaults.LIMITER_TIMEOUT]
    ),
    Said(
        "docs/limits.md",
        "with six processes and a limit of 100, one that is cut off lets go its 16 while the others "
        "use up the 100, so the server sees up to 116",
        lambda: [6, LIMIT, LIMIT // 6, LIMIT, LIMIT + LIMIT // 6],
    ),
    Said(
        "docs/limits.md",
        "with all but one cut off as many as 180",
        lambda: [LIMIT + 5 * (LIMIT // 6)],
    ),
    Said("docs/limits.md", "it is looked for every second", lambda: [defaults.LIMITER_AWAY]),
    Said(
        "docs/limits.md",
        "For 2.5 s,",
        lambda: [defaults.LIMITER_AWAY + defaults.LIMITER_TIMEOUT],
    ),
    Said(
        "docs/limits.md",
        "holds the places of its calls for a minute and the window",
        lambda: [defaults.LIMIT_LEASE],
    ),
    Said(
        "docs/limits.md",
        "has not asked for longer than the window and a minute",
        lambda: [defaults.LIMIT_LEASE],
    ),
    # --- what goes on
    Said(
        "docs/orders.md",
        "Polls start a second apart and slow down to fifteen;",
        lambda: [defaults.POLL_INTERVAL, defaults.POLL_INTERVAL_CAP],
    ),
    Said(
        "docs/orders.md",
        "old ones about once a minute. A `…` (up to a minute)",
        lambda: [defaults.FOLLOW_INTERVAL_CAP, defaults.RETRY_AFTER_CAP],
    ),
    Said(
        "docs/commerce_layer.md",
        "the pauses between looks grow up to five minutes",
        lambda: [defaults.PERSON_INTERVAL_CAP],
    ),
    # --- credentials
    Said(
        "docs/service.md",
        "It is renewed one to two minutes before its end",
        lambda: [defaults.RENEWAL_EARLY],
    ),
    Said(
        "docs/service.md",
        "left alone for half a second to a second, then longer, up to a minute; calls",
        lambda: [
            defaults.RENEWAL_FIRST_PAUSE / 2,
            defaults.RENEWAL_FIRST_PAUSE,
            defaults.RENEWAL_PAUSE_CAP,
        ],
    ),
    Said(
        "docs/storefront.md",
        "the pauses grow from half a second to a minute",
        lambda: [defaults.RENEWAL_FIRST_PAUSE / 2, defaults.RENEWAL_PAUSE_CAP],
    ),
    Said(
        "docs/service.md",
        "left alone for a minute, then twice as long each time, up to an hour",
        lambda: [defaults.RENEWAL_REFUSED_PAUSE, defaults.RENEWAL_REFUSED_PAUSE_CAP],
    ),
    Said(
        "docs/storefront.md",
        "not asked again for a minute, after each further refusal for twice as long, up to an hour",
        lambda: [defaults.RENEWAL_REFUSED_PAUSE, defaults.RENEWAL_REFUSED_PAUSE_CAP],
    ),
    Said(
        "docs/service.md",
        "what it said; then it is left alone for a minute, and longer",
        lambda: [defaults.RENEWAL_REFUSED_PAUSE],
    ),
    Said("docs/service.md", "is given up after 20 s", lambda: [defaults.RENEWAL_TIMEOUT]),
    Said("docs/service.md", "it is for an hour. Clients", lambda: [defaults.TOKEN_LIFETIME]),
    Said("docs/service.md", "brings nothing for 10 s", lambda: [defaults.SESSION_PATIENCE]),
    Said("docs/service.md", "and half a second: for so long", lambda: [defaults.SESSION_GRACE]),
    Said("docs/service.md", "credentials of six characters", lambda: [redaction._LEAST]),
    # --- money
    Said("docs/money.md", "half to even, at 50 digits", lambda: [QUOTIENT_DIGITS]),
    Said("docs/platform.md", "takes twelve decimals", lambda: [decimals_of_a_price()]),
    Said("docs/models.md", "the seven kinds of items", lambda: [kinds_of_items()]),
    Said("docs/orders.md", "the seven kinds of items", lambda: [kinds_of_items()]),
    # --- journeys
    Said("README.md", "waits ten minutes for the order", completed_within),
    Said("docs/admin.md", "the platform waits ten minutes", completed_within),
    Said("docs/journeys.md", "## Ten minutes", completed_within),
    Said("docs/journeys.md", "the order follows within ten minutes", completed_within),
    Said("docs/journeys.md", "can take most of the ten minutes", completed_within),
    Said("docs/options.md", "the ten minutes bound a journey", completed_within),
    Said("docs/service.md", "the platform waits ten minutes", completed_within),
    Said("docs/journeys.md", "15 seconds before the end", lambda: [window.MARGIN]),
    Said("docs/journeys.md", "5 seconds before the end. -", lambda: [window.TELLING]),
    Said("docs/journeys.md", "more than those 15 seconds", lambda: [window.MARGIN]),
    Said("docs/journeys.md", "more than 15 seconds from now", lambda: [window.MARGIN]),
]

STATUSES = [
    (
        "docs/errors.md",
        "408, 425, 429, 500, 502, 503, 504, 520 to 524",
        "RETRY_STATUSES",
    ),
    ("docs/service.md", "400, 401, 403, 404 or 422", "RENEWAL_REFUSALS"),
]
"""Statuses of HTTP that a default names."""

UNQUOTED = {
    *("DECODE_ERROR_BYTES", "FILE_WRITE", "FOLLOWERS", "LAST_LOOK", "LIMITER_CUTS"),
    *("LIMITS_LEARNED", "LIMIT_DIGITS", "LIMIT_RECHECK", "POLL_GROWTH", "RESULT_DEADLINE"),
    *("SESSION_RECHECK", "SLICE", "SLICED_FROM", "TOKEN_MARGIN"),
}
"""Defaults that no page tells of: how finely something is done, and what is shown of it."""
