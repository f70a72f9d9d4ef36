"""Of a client's id and secret: where each goes, who asks for a token, and when."""

from __future__ import annotations

from tests.planted.bug import Bug

_HERE = "src/commerce_sdk/runtime/credentials/client_credentials.py"
_CLIENT = "src/commerce_sdk/runtime/platform_client.py"
_TESTS = "tests/runtime/credentials/test_client_credentials.py::test_"
_LIMITS = "tests/runtime/credentials/test_client_credentials_limits.py::test_"
_SECRETS = "tests/runtime/test_secrets_everywhere.py::test_no_secret_of_a_client_comes_out_where"

PLANTED = [
    Bug(
        "each client has a token of its own",
        _HERE,
        "cache = self._caches.setdefault((server, path), TokenCache(_nobody, name=who))",
        "cache = TokenCache(_nobody, name=who)",
        (f"{_TESTS}clients_and_clones_of_one_credential_share_its_token",),
    ),
    Bug(
        "the token of one token host is sent for another's",
        _HERE,
        "self._caches.setdefault((server, path), ",
        "self._caches.setdefault((server, ''), ",
        (f"{_TESTS}no_token_of_one_token_host_is_kept_for_another",),
    ),
    Bug(
        "the token host is sent what a middleware adds",
        _CLIENT,
        "partial(Core.open, auth=None, deadline=None, **alike)",
        "partial(Core.open, auth=None, deadline=None, middleware=middleware, **alike)",
        (f"{_TESTS}hooks_are_told_of_a_token_and_a_middleware_is_not",),
    ),
    Bug(
        "a token that says no end has none",
        _HERE,
        "if seconds > 0 else defaults.TOKEN_LIFETIME",
        "if seconds > 0 else _AGES",
        (f"{_TESTS}it_ends_when_the_token_host_says_and_never_lasts_for_ever",),
    ),
    Bug(
        "a token of any type is sent",
        _HERE,
        'str(self.kind).lower() != "bearer"',
        'str(self.kind).lower() == "basic"',
        (f"{_TESTS}what_is_no_token_is_an_authentication_failure",),
    ),
    Bug(
        "a refused client is trouble that passes",
        _HERE,
        "refused = is_refusal(failure)",
        "refused = False",
        (f"{_TESTS}a_refusal_is_told_and_asked_for_no_more",),
    ),
    Bug(
        "a token host that echoes shows the secret",
        _HERE,
        "secrets=echoes_of(self._client_secret, self._client_id),",
        "secrets=(),",
        (f"{_SECRETS}_it_gets_no_token",),
    ),
    Bug(
        "whose calls they are is told by the secret",
        _HERE,
        "{server}\\n{self._client_id}",
        "{server}\\n{self._client_secret}",
        (f"{_LIMITS}other_processes_know_whose_calls_they_are_and_no_secret",),
    ),
    Bug(
        "the limits of the token host are nobody's",
        _HERE,
        "rate_limits=scheme.token_limits,",
        "rate_limits=(),",
        (f"{_LIMITS}no_more_tokens_are_asked_for_than_the_token_host_allows",),
    ),
    Bug(
        "the connections to the token host stay open",
        "src/commerce_sdk/runtime/pipeline.py",
        "if isinstance(self.auth, OfOneClient):",
        "if False:",
        (f"{_TESTS}the_connections_to_both_hosts_close_with_the_client",),
    ),
]
