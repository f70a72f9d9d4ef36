"""The public names and where each is written, for type checkers; `make generate` writes the same
for `__init__.py` into `_names.py`."""

from msgspec import (
    UNSET as UNSET,
)

from commerce_sdk import (
    errors as errors,
    journeys as journeys,
    models as models,
    money as money,
    sandbox as sandbox,
)
from commerce_sdk._version import (
    __version__ as __version__,
)
from commerce_sdk.admin.client import (
    AdminClient as AdminClient,
    AdminSettings as AdminSettings,
)
from commerce_sdk.admin.errors import (
    ProvisioningFailed as ProvisioningFailed,
)
from commerce_sdk.admin.handle import (
    Provisioning as Provisioning,
)
from commerce_sdk.admin.offerings import (
    offering as offering,
)
from commerce_sdk.clock import (
    Clock as Clock,
    SystemClock as SystemClock,
)
from commerce_sdk.commerce.client import (
    CommerceClient as CommerceClient,
    CommerceSettings as CommerceSettings,
)
from commerce_sdk.commerce.errors import (
    OrderFailed as OrderFailed,
    PricingChangeFailed as PricingChangeFailed,
)
from commerce_sdk.commerce.orders.handle import (
    OrderHandle as OrderHandle,
)
from commerce_sdk.commerce.orders.items import (
    amend_item as amend_item,
    app_on as app_on,
    cancel_item as cancel_item,
    change_account_item as change_account_item,
    new_item as new_item,
    part_of_family as part_of_family,
    reactivate_item as reactivate_item,
    relates as relates,
    revert_trial_item as revert_trial_item,
    transition_item as transition_item,
    under_enterprise as under_enterprise,
)
from commerce_sdk.commerce.orders.namespace import (
    OrderParts as OrderParts,
)
from commerce_sdk.commerce.orders.prepared import (
    Placeable as Placeable,
    PreparedOrder as PreparedOrder,
)
from commerce_sdk.commerce_layer.client import (
    CommerceLayerClient as CommerceLayerClient,
    CommerceLayerSettings as CommerceLayerSettings,
)
from commerce_sdk.commerce_layer.errors import (
    VerificationFailed as VerificationFailed,
)
from commerce_sdk.document.json_api.not_loaded import (
    NotLoaded as NotLoaded,
)
from commerce_sdk.document.reading import (
    UnknownVariant as UnknownVariant,
)
from commerce_sdk.errors import (
    AnswerTooLarge as AnswerTooLarge,
    ApiError as ApiError,
    Attempt as Attempt,
    AuthenticationFailed as AuthenticationFailed,
    BadRequest as BadRequest,
    ClientClosed as ClientClosed,
    CommerceError as CommerceError,
    Conflict as Conflict,
    ConnectionFailed as ConnectionFailed,
    CurrencyMismatch as CurrencyMismatch,
    DeadlineExceeded as DeadlineExceeded,
    DecodeError as DecodeError,
    InvalidRequest as InvalidRequest,
    Locked as Locked,
    MiddlewareFailed as MiddlewareFailed,
    NotAcceptable as NotAcceptable,
    NotFound as NotFound,
    PaginationError as PaginationError,
    PartialFailure as PartialFailure,
    PermissionDenied as PermissionDenied,
    Problem as Problem,
    RateLimited as RateLimited,
    ServerError as ServerError,
    TooLate as TooLate,
    Unauthenticated as Unauthenticated,
    Unprocessable as Unprocessable,
    UnsupportedMediaType as UnsupportedMediaType,
    Withdrawn as Withdrawn,
    WrongEventLoop as WrongEventLoop,
)
from commerce_sdk.money import (
    Money as Money,
)
from commerce_sdk.runtime.call.deadline import (
    Deadline as Deadline,
)
from commerce_sdk.runtime.call.events import (
    EndEvent as EndEvent,
    Hooks as Hooks,
    PollEvent as PollEvent,
    RequestEvent as RequestEvent,
    ResponseEvent as ResponseEvent,
    RetryEvent as RetryEvent,
    WaitEvent as WaitEvent,
)
from commerce_sdk.runtime.credentials.auth import (
    ApiKey as ApiKey,
    Basic as Basic,
    Bearer as Bearer,
)
from commerce_sdk.runtime.credentials.client_credentials import (
    ClientCredentials as ClientCredentials,
)
from commerce_sdk.runtime.credentials.sessions import (
    Session as Session,
    SessionCache as SessionCache,
)
from commerce_sdk.runtime.credentials.stores import (
    MemorySessionStore as MemorySessionStore,
    SessionStore as SessionStore,
)
from commerce_sdk.runtime.credentials.token_cache import (
    AccessToken as AccessToken,
    AuthLike as AuthLike,
    TokenCache as TokenCache,
)
from commerce_sdk.runtime.downloads import (
    Download as Download,
)
from commerce_sdk.runtime.following.handle import (
    Handle as Handle,
)
from commerce_sdk.runtime.following.wait_all import (
    WaitAll as WaitAll,
)
from commerce_sdk.runtime.http.aiohttp_transport import (
    AiohttpTransport as AiohttpTransport,
)
from commerce_sdk.runtime.limits.local import (
    Buckets as Buckets,
    Limiter as Limiter,
    LocalLimiter as LocalLimiter,
)
from commerce_sdk.runtime.limits.redis.limiter import (
    RedisLimiter as RedisLimiter,
)
from commerce_sdk.runtime.lists.pages import (
    Page as Page,
)
from commerce_sdk.runtime.lists.paginator import (
    Paginator as Paginator,
)
from commerce_sdk.runtime.middleware import (
    CallNext as CallNext,
    Middleware as Middleware,
    MiddlewareCall as MiddlewareCall,
    MiddlewareReply as MiddlewareReply,
)
from commerce_sdk.runtime.required import (
    MissingValue as MissingValue,
    required as required,
)
from commerce_sdk.runtime.retries.policy import (
    RetryPolicy as RetryPolicy,
)
from commerce_sdk.storefront.client import (
    StorefrontClient as StorefrontClient,
    StorefrontSettings as StorefrontSettings,
)
from commerce_sdk.storefront.errors import (
    OrderNotReached as OrderNotReached,
)
from commerce_sdk.storefront.login import (
    Login as Login,
)
