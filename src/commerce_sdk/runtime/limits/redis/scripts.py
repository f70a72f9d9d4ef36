"""What is asked of Redis: scripts, each of which does all that it does in all buckets at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Literal

from msgspec.structs import replace

from commerce_sdk import defaults
from commerce_sdk.document.operation import RateLimit
from commerce_sdk.value import Value

Keys = tuple[tuple[str, tuple[RateLimit, ...]], ...]
"""Buckets as a value: each key with its windows."""

Command = tuple[str | int, ...]

_TAG = "{commerce-sdk}"
"""The same in each key, so that all buckets of a call stand on one node of a cluster."""

_LEAST_WAIT = 0.001

_BUCKETS = """
-- KEYS: here and there the mark of a take, then for each bucket its calls, by the moment from which
-- they count; until when all pause; and who waits.
-- ARGV: the lease of a call; for each bucket the number of its windows, and the limit and the
-- length of each; then what the script takes.
-- Microseconds on this server's clock, so that the clocks of its clients do not matter.
-- Beside the calls stand, below zero, where no window looks: the longest window that anyone came
-- with, for what a client of another tier still counts, nobody forgets; when anything was written
-- last, by which a clock that was set back is noticed; and when it all began, by which a client
-- notices that something was forgotten.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]

local at = 0
local function argument()
  at = at + 1
  return ARGV[at]
end
local function number() return tonumber(argument()) end
local function whole(number) return string.format('%.0f', number) end

local function beside(bucket, what)
  return -(redis.call('ZSCORE', bucket.calls, what) or 0)
end

local function keep(bucket)
  redis.call(
    'ZADD', bucket.calls, -bucket.longest, 'longest', -now, 'written', -bucket.born, 'born')
  redis.call('PEXPIRE', bucket.calls, math.ceil((bucket.longest + bucket.lease) / 1000))
end

local function paused_until(bucket)
  return tonumber(redis.call('GET', bucket.pause) or 0)
end

-- All as long ago, and as far ahead, as it was on the clock before.
local function set_back(bucket, seconds)
  local calls = redis.call('ZRANGEBYSCORE', bucket.calls, 1, '+inf', 'WITHSCORES')
  for i = 1, #calls, 2 do
    redis.call('ZADD', bucket.calls, calls[i + 1] - seconds, calls[i])
  end
  local till = paused_until(bucket)
  if till > now then
    redis.call('SET', bucket.pause, whole(till - seconds), 'PX', math.ceil((till - now) / 1000))
  end
  redis.call('DEL', bucket.line)
  keep(bucket)
end

local lease, buckets = number(), {}
for i = #KEYS % 3 + 1, #KEYS, 3 do
  local bucket = {calls = KEYS[i], pause = KEYS[i + 1], line = KEYS[i + 2], lease = lease}
  bucket.windows, bucket.limit, bucket.longest = {}, math.huge, 0
  for _ = 1, number() do
    local window = {limit = number(), length = number()}
    table.insert(bucket.windows, window)
    bucket.limit = math.min(bucket.limit, window.limit)
    bucket.longest = math.max(bucket.longest, window.length)
  end
  bucket.longest = math.max(bucket.longest, beside(bucket, 'longest'))
  bucket.born = beside(bucket, 'born')
  if bucket.born == 0 then bucket.born = now end
  local ahead = beside(bucket, 'written') - now
  if ahead > 0 then set_back(bucket, ahead) end
  table.insert(buckets, bucket)
end
"""

TAKE = (
    _BUCKETS
    + """
-- Takes up to so many places in every bucket, named by their number, or none in any. It answers
-- how many, and for each bucket how long to wait, how many are left, and when it began. A client
-- that knows of another beginning is answered which bucket it is, below zero, and tells of its
-- calls first.
--
-- While several wait, each has its turn, of as many places as there would be for each. Whoever
-- comes when places are free leaves those of a turn before its own. They are kept from when that
-- one said it would be back, for no longer than an answer may take: so who is far off gets as much.
local place, wanted, who = argument(), number(), argument()
local recheck, patience, remaining = number(), number(), number()
if redis.call('EXISTS', KEYS[1]) == 1 then return {} end  -- it came late, and nobody waits for it
for i, bucket in ipairs(buckets) do
  local known = number()
  if known > 0 and known ~= bucket.born then return {-i} end
end

local function room(bucket)
  local free, wait = math.huge, math.max(0, paused_until(bucket) - now)
  redis.call('ZREMRANGEBYSCORE', bucket.calls, 1, whole(now - bucket.longest))
  for _, window in ipairs(bucket.windows) do
    local since = '(' .. whole(now - window.length)
    local over = redis.call('ZCOUNT', bucket.calls, since, '+inf') - window.limit
    free = math.min(free, -over)
    if over >= 0 then
      local one = redis.call(
        'ZRANGEBYSCORE', bucket.calls, since, '+inf', 'WITHSCORES', 'LIMIT', over, 1)
      if tonumber(one[2]) > now then  -- under way, and nobody knows how long
        wait = math.max(wait, recheck)
      else
        wait = math.max(wait, one[2] + window.length - now, 1)
      end
    end
  end
  if wait > 0 then free = 0 end
  return free, wait
end

local came, had = now, 0
for _, bucket in ipairs(buckets) do
  bucket.others = {}
  local waiting = redis.call('HGETALL', bucket.line)
  for i = 1, #waiting, 2 do
    local turn = {}
    for name, value in string.gmatch(waiting[i + 1], '(%a+) (%d+)') do
      turn[name] = tonumber(value)
    end
    if turn.back + patience < now then
      redis.call('HDEL', bucket.line, waiting[i])
    elseif waiting[i] == who then
      came, had = math.min(came, turn.came), math.max(had, turn.had)
    else
      table.insert(bucket.others, turn)
    end
  end
end

local granted = wanted
for _, bucket in ipairs(buckets) do
  local owed = 0
  bucket.free, bucket.wait = room(bucket)
  bucket.turn = wanted + had
  if #bucket.others > 0 then bucket.turn = math.ceil(bucket.limit / (#bucket.others + 1)) end
  for _, other in ipairs(bucket.others) do
    if other.came < came and other.back <= now then
      owed = owed + math.max(0, math.min(other.wants, bucket.turn - other.had))
    end
  end
  if bucket.wait == 0 and bucket.free <= owed then bucket.wait = recheck end
  granted = math.min(granted, math.max(1, bucket.turn - had), math.max(0, bucket.free - owed))
end

local answer = {granted}
for _, bucket in ipairs(buckets) do
  for n = 1, granted do
    redis.call('ZADD', bucket.calls, now + lease, place .. ':' .. n)
  end
  if granted > 0 then
    keep(bucket)
    bucket.wait = 0
  end
  if granted == wanted or had + granted >= bucket.turn then
    redis.call('HDEL', bucket.line, who)
  elseif granted > 0 or (bucket.wait > 0 and (remaining < 0 or bucket.wait < remaining)) then
    redis.call('HSET', bucket.line, who, string.format(
      'came %.0f back %.0f wants %.0f had %.0f',
      came, now + bucket.wait, wanted - granted, had + granted))
    redis.call('PEXPIRE', bucket.line, math.ceil((bucket.longest + lease) / 1000))
  end
  table.insert(answer, math.ceil(bucket.wait))
  table.insert(answer, math.min(bucket.free, 1000000000) - granted)
  table.insert(answer, beside(bucket, 'born'))
end
return answer
"""
)

TELL = (
    _BUCKETS
    + """
-- What calls have become: `ended` so long ago, still `under way`, or `gone`, as if never made.
while at < #ARGV do
  local place, what, age = argument(), argument(), number()
  for _, bucket in ipairs(buckets) do
    if what == 'gone' then
      redis.call('ZREM', bucket.calls, place)
    elseif what == 'ended' then
      redis.call('ZADD', bucket.calls, now - age, place)
    else
      redis.call('ZADD', bucket.calls, 'NX', now + lease, place)
    end
  end
end
for _, bucket in ipairs(buckets) do keep(bucket) end
"""
)

PAUSE = (
    _BUCKETS
    + """
local length = number()
for _, bucket in ipairs(buckets) do
  if now + length > paused_until(bucket) then
    redis.call(
      'SET', bucket.pause, whole(now + length), 'PX', math.max(1, math.ceil(length / 1000)))
  end
  keep(bucket)
end
"""
)

VOID = """
-- Undoes a take of up to so many places, also one that is yet to come.
-- KEYS: its mark, and the calls of each bucket. ARGV: milliseconds, its place, how many.
redis.call('SET', KEYS[1], 1, 'PX', ARGV[1])
for i = 2, #KEYS do
  for n = 1, ARGV[3] do redis.call('ZREM', KEYS[i], ARGV[2] .. ':' .. n) end
end
"""

ALL = (TAKE, TELL, PAUSE, VOID)


class Answer(Value, frozen=True):
    """Of a take."""

    granted: int = 0
    forgot: int | None = None
    """The bucket of which Redis does not know what it was told."""
    waits: tuple[float, ...] = ()
    left: tuple[int, ...] = ()
    born: tuple[int, ...] = ()

    def after(self, seconds: float) -> Answer:
        """The same, so long after it was asked: who asks again is heard after as long."""
        waits = (each and max(each - seconds, _LEAST_WAIT) for each in self.waits)
        return replace(self, waits=tuple(waits))


def take(
    keys: Keys,
    place: str,
    wanted: int,
    who: str,
    remaining: float | None,
    born: Iterable[int],
) -> Command:
    """Up to so many places; `who` waits for them no longer than what remains."""
    wait = -1 if remaining is None else _micro(remaining)
    times = _micro(defaults.LIMIT_RECHECK), _micro(defaults.LIMITER_TIMEOUT), wait
    rest: tuple[str | int, ...] = (place, wanted, who, *times, *born)
    return _command(TAKE, (_mark(place), *_names(keys)), *_windows(keys), *rest)


def answer_of(take: list[int]) -> Answer:
    """What a take was answered."""
    granted, *rest = take or [0]
    if granted < 0:
        return Answer(forgot=-granted - 1)
    waits = tuple(each / 1_000_000 for each in rest[::3])
    return Answer(granted, None, waits, tuple(rest[1::3]), tuple(rest[2::3]))


Became = Literal["ended", "under way", "gone"]


def tell(keys: Keys, calls: Iterable[tuple[str, Became, float]]) -> Command:
    """What calls have become, each with the seconds since."""
    said = (part for place, what, age in calls for part in (place, what, _micro(age)))
    return _command(TELL, _names(keys), *_windows(keys), *said)


def pause(keys: Keys, seconds: float) -> Command:
    return _command(PAUSE, _names(keys), *_windows(keys), _micro(seconds))


def void(keys: Keys, place: str, wanted: int) -> Command:
    """A take whose answer nobody has seen gives its places back, whenever it is done."""
    calls = _names(keys)[::3]
    return _command(VOID, (_mark(place), *calls), int(defaults.LIMIT_LEASE * 1000), place, wanted)


def _command(script: str, names: tuple[str, ...], *rest: str | int) -> Command:
    return ("EVALSHA", _HASHES[script], len(names), *names, *rest)


_HASHES = {each: hashlib.sha1(each.encode()).hexdigest() for each in ALL}


def _mark(place: str) -> str:
    return f"{_TAG}:{place}:void"


def _names(keys: Keys) -> tuple[str, ...]:
    return tuple(f"{_TAG}:{key}:{what}" for key, _ in keys for what in ("calls", "pause", "line"))


def _windows(keys: Keys) -> tuple[int, ...]:
    rest = [_micro(defaults.LIMIT_LEASE)]
    for _, limits in keys:
        rest.append(len(limits))
        for each in limits:
            rest += [each.limit, _micro(each.seconds)]
    return tuple(rest)


def _micro(seconds: float) -> int:
    return int(seconds * 1_000_000)
