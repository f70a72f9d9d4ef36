"""What the clients of all platforms have in common."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from functools import partial, wraps
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypedDict, TypeVar, cast

from msgspec import UNSET, UnsetType

from commerce_sdk import defaults
from commerce_sdk.clock import SYSTEM_CLOCK, Clock
from commerce_sdk.document.operation import Platform
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.call.events import SILENT, Hooks
from commerce_sdk.runtime.checks import grace_or_none
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.credentials.auth import Bearer, OfEachClient
from commerce_sdk.runtime.credentials.token_cache import AuthLike
from commerce_sdk.runtime.keywords import (
    check_keywords,
    in_keywords,
    keywords_of,
    refuse_by_place,
    with_keywords_of,
)
from commerce_sdk.runtime.limits.local import SHARED, Limiter, LocalLimiter
from commerce_sdk.runtime.retries.policy import DEFAULT_POLICY, RetryPolicy
from commerce_sdk.runtime.settings import Options
from commerce_sdk.runtime.tenants import Tenants, TenantSetting
from commerce_sdk.secret import hide, revealed
from commerce_sdk.value import OfThisProcess

if TYPE_CHECKING:
    import httpx

    from commerce_sdk.runtime.credentials.client_credentials import ClientCredentials
    from commerce_sdk.runtime.environment import Lender
    from commerce_sdk.runtime.middleware import Middleware


F = TypeVar("F", bound=Callable[..., Any])


class SharedSettings(Options, total=False):
    """The keywords that the clients of all platforms take alike."""

    token: str | None
    base_url: str
    limiter: Limiter | UnsetType | None
    max_connections: int
    middleware: Sequence[Middleware]
    hooks: Hooks
    transport: httpx.AsyncBaseTransport | None
    clock: Clock


class Settings(SharedSettings, total=False):
    """The keywords of a client that takes no credential of its platform's own."""

    auth: AuthLike | ClientCredentials | None


class _Alike(TypedDict):
    """What a client's own calls and those to its token host have in common."""

    attempt_timeout: float | None
    retry: RetryPolicy | None
    limiter: Limiter | None
    max_connections: int
    hooks: Hooks
    transport: httpx.AsyncBaseTransport | None
    clock: Clock


OF_FACADES = frozenset({"tenants", "options", "tier"})
"""What a platform's own client gives, not its caller."""

_ARGUMENTS = """
        token: An access token, sent as Bearer.
        auth: In place of it `Bearer`, `Basic(email, token)`, `ApiKey`, or a callable (plain or
            async) that gives a token: a text, asked for again when the platform refuses the old
            one, or an `AccessToken`, renewed before it ends. Clients that share a `TokenCache`
            share it, and a `SessionCache`, which logs in, and `ClientCredentials`, whose token
            the platform gives for a client's id and secret.
        base_url: Another server than the document's; https, unless it is loopback.
        deadline: Seconds for one call, page or poll with everything in it; None for no limit.
        attempt_timeout: Seconds for one attempt of a call.
        retry: A `RetryPolicy`; None to never try again.
        limiter: What keeps the published limits; left out, one that all clients of the process
            share; None to keep none.
        max_connections: How many connections are used at once; further calls wait in line.
        middleware: Async functions `(call, call_next)`, each called once for every attempt with
            what comes next; they may add headers. The first one is outermost.
        hooks: Functions that are told of requests, answers, ends, retries, waits and polls.
        transport: An `httpx.AsyncBaseTransport` in place of the network. Closed with the client;
            one that several clients were given, with the last of them.
        clock: Time itself, for tests.

    Raises:
        InvalidRequest: a setting that cannot be right, with its name.

    Any call raises, beside what its method names: `InvalidRequest` for what is refused before it is
    sent, `ApiError` as the class of the answer's status, `ConnectionFailed`, `DeadlineExceeded`,
    `DecodeError`, `AuthenticationFailed`, `MiddlewareFailed`, `ClientClosed` and `WrongEventLoop`.
    """


_HIDDEN = frozenset({"token", "auth", "base_url", "client_id", "client_secret", "token_url"})


def _hiding(method: F) -> F:
    """The method, in whose frames a credential among its keywords does not show."""

    @wraps(method)
    def called(*arguments: Any, **given: Any) -> Any:
        given = {name: hide(value) if name in _HIDDEN else value for name, value in given.items()}
        try:
            if isinstance(arguments[0], type):  # before a frame has a keyword that nobody knows
                cls: Any = arguments[0]
                check_keywords(cls.__init__, [*given], f"{cls.__name__}()")
                if len(arguments) > 1:
                    refuse_by_place(keywords_of(cls.__init__) or (), f"{cls.__name__}.from_env()")
            return method(*arguments, **given)
        finally:
            arguments, given = (), {}

    return cast(F, called)


_KEPT = "_namespaces"


class _Namespace(property):
    """A property that makes a namespace when it is first asked for, then gives the same one: what
    a test patches on it stays patched. A clone makes its own."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, client: Any, owner: type | None = None) -> Any:
        if client is None:
            return self
        own = client.__dict__
        if self._name in own:  # what a test has put in its place
            return own[self._name]
        kept = own.get(_KEPT) or own.setdefault(_KEPT, {})
        if self._name not in kept:
            # Of two threads that make one at the same time, both get the first.
            return kept.setdefault(self._name, super().__get__(client, owner))
        return kept[self._name]

    def __set__(self, client: Any, value: Any) -> None:
        client.__dict__[self._name] = value

    def __delete__(self, client: Any) -> None:
        del client.__dict__[self._name]


if TYPE_CHECKING:
    namespace = property
else:
    namespace = _Namespace


class PlatformClient(OfThisProcess):
    """A client of one platform: its settings, its clones, its end.

    A platform's own client names `platform`, what its document says of it; `prefix`, that of its
    environment variables; `tenants`, how it is given those that the document names; and its
    namespaces. One whose limits differ by `tier` passes that on; None is the document's first.
    """

    platform: ClassVar[Platform]
    prefix: ClassVar[str]
    tenants: ClassVar[Mapping[str, TenantSetting]] = {}
    needs_credential: ClassVar[bool] = True
    """Is there nothing to do without one? False where the platform has a login."""
    logins: ClassVar[Mapping[tuple[str, ...], Callable[..., object]]] = {}
    """Credentials of the platform's own that the environment may name, by the variables that one is
    made of, without the prefix."""
    credentials: ClassVar[frozenset[str]] = frozenset()
    """Keywords of the client's own that stand in place of `token` and `auth`."""
    variables: ClassVar[Mapping[str, str]] = {}
    """More keywords that the environment may name, by their variables, without the prefix; they go
    with a credential of the platform's own, so not where `token` or `auth` is given."""
    lender: ClassVar[Lender | None] = None
    """Another platform, whose credential the environment may name for this one too."""

    _core: Core

    def __init_subclass__(cls) -> None:
        if "platform" not in vars(cls):
            return
        for name, given in [*vars(cls).items()]:
            if name == "__init__":
                setattr(cls, name, _hiding(given))
            elif name == "from_env":
                shown = with_keywords_of(cls.__init__, but=())
                setattr(cls, name, classmethod(shown(_hiding(given.__func__))))
        # The arguments that all platforms share stand once, and in the `help()` of each.
        if cls.__doc__:
            cls.__doc__ = cls.__doc__.rstrip() + _ARGUMENTS

    def __init__(
        self,
        *,
        token: str | None = None,
        auth: AuthLike | ClientCredentials | None = None,
        base_url: str | UnsetType = UNSET,
        deadline: float | None = defaults.DEADLINE,
        attempt_timeout: float | None = defaults.ATTEMPT_TIMEOUT,
        retry: RetryPolicy | None = DEFAULT_POLICY,
        limiter: Limiter | UnsetType | None = UNSET,
        max_connections: int = defaults.MAX_CONNECTIONS,
        middleware: Sequence[Middleware] = (),
        hooks: Hooks = SILENT,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Clock = SYSTEM_CLOCK,
        tenants: Mapping[str, str | None] | None = None,
        options: Mapping[str, str | None] | None = None,
        tier: str | None = None,
    ) -> None:
        token, auth, base_url = hide(token), hide(auth), hide(base_url)
        credential = self._credential(token, auth)
        # How the API is called, and a token host: but for the middleware, whose headers may be
        # meant for the API alone.
        alike: _Alike = {
            "attempt_timeout": attempt_timeout,
            "retry": retry,
            "limiter": _of_this_process(clock) if limiter is UNSET else limiter,
            "max_connections": max_connections,
            "hooks": hooks,
            "transport": transport,
            "clock": clock,
        }
        if isinstance(revealed(credential), OfEachClient):
            # How long it may take is for the calls to say that wait for it.
            open_host = partial(Core.open, auth=None, deadline=None, **alike)
            credential = revealed(credential).of_client(self.platform, open_host, base_url)
        self._core = Core.open(
            platform=self.platform,
            base_url=self._server() if base_url is UNSET else base_url,
            auth=cast("AuthLike | None", credential),
            tenants=Tenants(settings=self.tenants).but(tenants or {}),
            options=options or {},
            tier=tier,
            logins=[login.__name__ for login in self.logins.values()],
            deadline=deadline,
            middleware=middleware,
            **alike,
        )

    @classmethod
    def _server(cls) -> str:
        if cls.platform.server is None:
            what = "has no server of its own; give the address that it is served at, with its path"
            raise InvalidRequest(f"{cls.__name__} {what}", path="base_url")
        return cls.platform.server

    def _credential(
        self, token: str | None, auth: AuthLike | ClientCredentials | None
    ) -> AuthLike | ClientCredentials | None:
        if token is not None and auth is None:
            return Bearer(token)
        if token is None and (auth is not None or not self.needs_credential):
            return auth
        raise InvalidRequest("give token= or auth=, one of them", path="token")

    @classmethod
    def _from_env(cls, settings: Mapping[str, Any]) -> Self:
        """A client from the variables of its `prefix`; an empty one is not set, and `settings`
        win. Raises `InvalidRequest` where a credential is missing, or more than one is there, and
        where the platform has no server and none is named."""
        from commerce_sdk.runtime.environment import BASE_URL, credential_of

        address = cls.prefix + BASE_URL
        settings = dict(settings)
        for given in settings.keys() & _HIDDEN:
            settings[given] = hide(settings[given])
        given_whole = settings.keys() & {"auth", "token"}
        if not given_whole and not settings.keys() & cls.credentials:
            settings["auth"] = credential_of(
                cls.platform,
                cls.prefix,
                cls.logins,
                needed=cls.needs_credential,
                lender=cls.lender,
                base_url=settings.get("base_url", UNSET),
            )
        variables = {each.variable: each.keyword for each in cls.tenants.values() if each.variable}
        if not given_whole:
            variables |= {cls.prefix + name: setting for name, setting in cls.variables.items()}
        for name, setting in (*variables.items(), (address, "base_url")):
            if value := hide(os.environ.get(name)):
                settings.setdefault(setting, value if setting in _HIDDEN else str(value))
        if cls.platform.server is None and "base_url" not in settings:
            raise InvalidRequest("is not set in the environment", path=address)
        return cls(**settings)

    @property
    def origin(self) -> str:
        """The server that it calls, as `https://host` or `https://host:port`: in lower case, and
        without the port that the scheme has anyway, so that two clients can be compared."""
        from commerce_sdk.runtime.http.origins import origin_of

        return origin_of(self._core.pipeline.transport.base_url)

    @property
    def clock(self) -> Clock:
        """The time that it goes by."""
        return self._core.clock

    @property
    def deadline(self) -> float | None:
        """Seconds that one call has, everything in it counted; None for no limit."""
        return self._core.deadline

    @in_keywords
    def with_options(
        self,
        *,
        deadline: float | UnsetType | None = UNSET,
        attempt_timeout: float | UnsetType | None = UNSET,
        retry: RetryPolicy | UnsetType | None = UNSET,
    ) -> Self:
        """The same client with other times or another retry policy, on the same connections. What
        is left out stays as it is, and so do the attributes that a subclass has added. Only the
        first client closes the connections. Raises `InvalidRequest` for a setting that cannot be
        right, with its name."""
        given: Options = {}
        if deadline is not UNSET:
            given["deadline"] = deadline
        if attempt_timeout is not UNSET:
            given["attempt_timeout"] = attempt_timeout
        if retry is not UNSET:
            given["retry"] = retry
        return self._on(self._core.with_options(**given))

    def _for_tenants(self, **tenants: str | None) -> Self:
        """The same client for other tenants, by the document's names."""
        return self._on(self._core.for_tenants(**tenants))

    def _on(self, core: Core) -> Self:
        clone = copy(self)
        vars(clone).pop(_KEPT, None)
        clone._core = core
        return clone

    @in_keywords
    async def aclose(self, *, grace: float | None = defaults.CLOSE_GRACE) -> None:
        """Close the connections. New calls on this client and its clones raise `ClientClosed`.

        Calls under way are waited for, `grace` seconds at the most (None: as long as their own
        deadlines let them); then they are cut, and raise `ClientClosed` too, with `maybe_applied`
        on writes; so is, without any grace, a call that this is called in, by a middleware or a
        token function of its own. Leaving `async with` closes with the default grace.

        Raises:
            InvalidRequest: `grace` is no number of seconds.
            WrongEventLoop: its connections belong to another event loop; nothing is closed.
        """
        grace_or_none(grace, "grace")
        await self._core.aclose(grace)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        # Reporters ask for it also where a setting was refused.
        return f"{type(self).__name__}({vars(self).get('_core')!r})"


def _of_this_process(clock: Clock) -> Limiter:
    # Another clock than the machine's is a world of its own.
    return SHARED if clock is SYSTEM_CLOCK else LocalLimiter()
