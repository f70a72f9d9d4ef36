"""Every default number of the SDK, in seconds unless it says otherwise."""

from __future__ import annotations

DEADLINE = 60.0
"""One call, page or poll, everything in it counted."""

ATTEMPT_TIMEOUT = 20.0
"""One attempt; a safe call may be tried again after it."""

RESULT_DEADLINE = 600.0
"""Following what goes on to its end."""

POLL_INTERVAL = 1.0
POLL_INTERVAL_CAP = 15.0
PERSON_INTERVAL_CAP = 300.0
POLL_GROWTH = 1.5

LAST_LOOK = 0.1
"""Before the end of a wait, when the last look begins at the latest."""

FOLLOWERS = 8
"""Looks under way at once while many are followed."""

FOLLOW_INTERVAL_CAP = 60.0
"""Between two looks at what is followed together with others."""

RETRY_ATTEMPTS = 4
RETRY_FIRST_PAUSE = 0.5
RETRY_PAUSE_CAP = 8.0
RETRY_AFTER_CAP = 60.0
RETRY_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""Those of 520 and above are what content delivery networks say of the server behind them."""

RETRY_QUOTA = 100
RETRY_COST = 5
"""Of the quota that all calls share, what a further attempt costs; a success gives 1 back."""

LIMIT_PAUSE = 1.0
"""After a 429 at the least: one that names no time, or as good as none."""

LIMIT_DIGITS = 7
"""A server's limit of more is none that it means."""

LIMITS_LEARNED = 1024
"""Windows of which a client keeps what their server said."""

LIMIT_RECHECK = 0.02
"""Between two looks while every place of a limit is under way."""

LIMIT_LEASE = 60.0
"""On a shared limiter, how long a call counts as under way whose process has died."""

LIMITER_TIMEOUT = 1.5
"""One answer of the limiter's Redis."""

LIMITER_CUTS = 3
"""So many connections to it that break in a row are no accident."""

LIMITER_AWAY = 1.0
"""Between two looks whether the limiter's Redis is back."""

RENEWAL_EARLY = 120.0
"""Before its end a token is renewed, somewhere in the second half of this; of a token that is good
for less than twice as long, of half its life."""

TOKEN_MARGIN = 10.0
"""Before its end a token counts as ended: a request with it takes time to arrive."""

TOKEN_LIFETIME = 3600.0
"""A token of client credentials is good for so long where the token host does not say."""

RENEWAL_TIMEOUT = 20.0
RENEWAL_FIRST_PAUSE = 1.0
RENEWAL_PAUSE_CAP = 60.0
"""Between two renewals that fail, in trouble that may pass; the first pause doubles up to this."""

RENEWAL_REFUSALS = frozenset({400, 401, 403, 404, 422})
"""What an issuer answers that refuses: asked the same again, it will."""

RENEWAL_REFUSED_PAUSE = 60.0
RENEWAL_REFUSED_PAUSE_CAP = 3600.0
"""The same after a refusal, which may count against the user's account."""

SESSION_RECHECK = 0.25
"""Between two looks at a session that another process renews."""

SESSION_PATIENCE = 10.0
"""A renewal of another process that has brought nothing for so long is taken for one that died."""

SESSION_GRACE = 0.5
"""What a renewal that is cut short may take to leave in the store what it has got so far."""

CLOSE_GRACE = 10.0
"""Closing a client waits so long for calls under way."""

MAX_BODY_BYTES = 64 * 1024 * 1024
"""Of one answer, after decompression."""

MAX_CONNECTIONS = 50
"""At once; a call that finds all in use waits in line."""

SLICED_FROM = 256 * 1024
"""Bytes from which a page is read item by item."""

SLICE = 64 * 1024
"""Bytes of items that are read before other tasks get their turn."""

KEEP_ALIVE = 5.0
"""A connection that was idle for longer is not used again."""

FILE_WRITE = 1024 * 1024
"""Bytes of a file that are gathered before they are written: each write is another thread's."""

DECODE_ERROR_BYTES = 512
"""Bytes of an unreadable answer that a `DecodeError` keeps for a look by hand."""

SAID = 1024
"""Characters of each text of the server that an error repeats; its body keeps them as they came."""
