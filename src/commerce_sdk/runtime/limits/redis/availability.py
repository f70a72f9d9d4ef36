"""Whether Redis is there: a state, and what becomes of it. Knows no clock and no connection."""

from __future__ import annotations

from typing import Self

from msgspec.structs import replace

from commerce_sdk import defaults
from commerce_sdk.value import Value

NEVER = float("-inf")


class Availability(Value, frozen=True):
    """There, away, or back. Moments are its user's."""

    is_away: bool = False
    cuts: int = 0
    """Connections that broke in a row, or could not be made, with nothing answered between."""

    lost: float = NEVER
    """Since when it cannot be asked, or may have forgotten; also after it is back."""

    back: float = NEVER
    began_anew: float = NEVER

    def answered(self, now: float) -> Self:
        """It is there."""
        if self.is_away:
            return replace(self, is_away=False, cuts=0, back=now)
        return replace(self, cuts=0) if self.cuts else self

    def cut(self, now: float) -> Self:
        """A connection broke. Another one may hold: connections end, and servers change."""
        cut = self if self.is_away else replace(self, cuts=self.cuts + 1)
        return cut.failed(now) if cut.cuts == defaults.LIMITER_CUTS else cut

    def failed(self, now: float) -> Self:
        """It does not answer, or no connection holds."""
        return self if self.is_away else replace(self, is_away=True, lost=now)

    def forgot(self, now: float) -> Self:
        """It has begun anew, and knows nothing of what was."""
        return replace(self, lost=now, began_anew=now)

    def settles(self, seconds: int, now: float) -> bool:
        """May there be calls within the last so many seconds that Redis is yet to be told of by
        whoever made them? Whoever saw it away does so once it finds it back, and whoever did not
        see that it began anew when it asks for its next place."""
        looks = defaults.LIMITER_AWAY + defaults.LIMITER_TIMEOUT
        return self.is_away or now < self.back + looks or now < self.began_anew + seconds

    def is_unsure(self, seconds: int, now: float) -> bool:
        """May calls of the last so many seconds be counted nowhere?"""
        return self.settles(seconds, now) or self.is_fresh(seconds, now)

    def is_fresh(self, seconds: int, now: float) -> bool:
        """May it have let calls go within the last so many seconds that nobody knows of now?"""
        nobody_knows = self.is_away or now < self.began_anew + seconds
        return nobody_knows and now < self.lost + seconds
