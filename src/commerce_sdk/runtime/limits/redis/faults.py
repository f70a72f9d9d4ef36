"""What a fault of Redis means: does another connection mend it, or time, or only its user?"""

from __future__ import annotations

import ssl
from collections.abc import Iterator

from commerce_sdk.runtime.limits.redis.connection import WrongProtocol


def never_mends(fault: BaseException) -> str | None:
    """What is wrong with the address, where time does not mend it."""
    from redis import exceptions

    for each in _chain(fault):
        text = str(each)
        match each:
            case WrongProtocol():
                return f"must begin with {text}"
            case ssl.SSLCertVerificationError():
                return "is of a server whose certificate is not to be trusted"
            case ssl.SSLError():
                return "is of a server with which TLS fails"
            case exceptions.AuthenticationError():
                return "has not the user and password that its server wants"
            case exceptions.NoPermissionError():
                return (
                    "has a user that lacks a right: to EVALSHA, SCRIPT LOAD and what the scripts "
                    "call, or to keys that begin with {commerce-sdk}"
                )
            case exceptions.ResponseError() if _is_elsewhere(each):
                return (
                    "is of a node of a cluster that has these keys elsewhere: name a server that "
                    "stands alone, or the node that has the slot of {commerce-sdk}"
                )
            case exceptions.ResponseError() if "DB index" in text:
                return "names a database that its server does not have"
            case exceptions.ResponseError() if "unknown command" in text:
                return "is of a server that runs no scripts"
            case _:
                pass
    return None


def _is_elsewhere(fault: BaseException) -> bool:
    """Does a node of a cluster name another? Older redis-py leaves it at what the node said."""
    from redis.exceptions import AskError

    return isinstance(fault, AskError) or str(fault).startswith(("MOVED ", "ASK "))


def takes_time(fault: BaseException) -> bool:
    """Is nothing won by another connection at once?"""
    from redis.exceptions import TimeoutError as RedisTimeoutError

    return any(isinstance(each, TimeoutError | RedisTimeoutError) for each in _chain(fault))


def _chain(fault: BaseException | None) -> Iterator[BaseException]:
    """It, and what it came of."""
    while fault is not None:
        yield fault
        fault = fault.__cause__ or fault.__context__
