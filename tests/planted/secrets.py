"""Bugs that let a credential come out."""

from __future__ import annotations

from tests.planted.bug import Bug

_HERE, _RUNTIME = "src/commerce_sdk/", "src/commerce_sdk/runtime/"
_CLIENT = _RUNTIME + "platform_client.py"
_HIDDEN, _CREDENTIALS = (
    "tests/ground/test_hidden.py",
    "tests/runtime/credentials/test_credentials.py",
)
_ODD = "tests/storefront/test_odd_secrets.py"
_EVERYWHERE = "tests/runtime/test_secrets_everywhere.py"
_OUT = f"{_EVERYWHERE}::test_no_credential_comes_out[direct-Bearer-asyncio]"
_BASIC = f"{_EVERYWHERE}::test_no_credential_comes_out[direct-Basic-asyncio]"
_SETTINGS = f"{_EVERYWHERE}::test_no_credential_comes_out_of_a_refused_setting"

PLANTED = [
    # -- where it comes in
    Bug(
        "a blank behind a token is sent",
        "src/commerce_sdk/document/text.py",
        '_BLANKS = " \\t"',
        '_BLANKS = "\\0"',
        (f"{_CREDENTIALS}::test_blanks_around_a_credential_or_an_account_are_not_part_of_it",),
    ),
    Bug(
        "an account is taken as it comes",
        _RUNTIME + "tenants.py",
        "account_text(self.given[name], setting.keyword)",
        "self.given[name]",
        (f"{_CREDENTIALS}::test_blanks_around_a_credential_or_an_account_are_not_part_of_it",),
    ),
    Bug(
        "a refused token stands in the frame that refused it",
        "src/commerce_sdk/document/text.py",
        "    given = hide(given)\n",
        "",
        (_SETTINGS,),
    ),
    Bug(
        "a token stands in the frame of a client that another setting is refused for",
        _CLIENT,
        "hide(value) if name in _HIDDEN else value for",
        "value for",
        (_SETTINGS,),
    ),
    Bug(
        "a token stands in the settings beside the environment",
        _CLIENT,
        "settings[given] = hide(settings[given])",
        "pass",
        (_SETTINGS,),
    ),
    Bug(
        "a token of the environment stands in a frame",
        "src/commerce_sdk/runtime/environment.py",
        "hide(os.environ.get(prefix + name))",
        "os.environ.get(prefix + name)",
        ("tests/storefront/test_secrets.py::test_what_the_environment_holds_is_not_shown",),
    ),
    Bug(
        "what a function gave stands in a frame",
        "src/commerce_sdk/runtime/credentials/token_cache.py",
        "given = hide(revealed(source)())",
        "given = revealed(source)()",
        (_OUT,),
    ),
    # -- on its way
    Bug(
        "a secret shows itself",
        _HERE + "secret.py",
        "        return _SHOWN\n\n    def __getitem__(self, part: SupportsIndex | slice) -> Secret:",
        "        return str.__repr__(self)\n\n    def __getitem__(self, part: Any) -> Any:",
        (_OUT,),
    ),
    Bug(
        "a part of a secret shows itself",
        _HERE + "secret.py",
        "return Secret(super().__getitem__(part))",
        "return super().__getitem__(part)",
        (f"{_HIDDEN}::test_a_secret_is_the_text_that_it_is_and_does_not_show_it",),
    ),
    Bug(
        "h11 makes plain bytes of a secret",
        _HERE + "secret.py",
        "return self  # h11",
        "return b''.join([self])  # h11",
        (f"{_HIDDEN}::test_it_stays_hidden_in_what_other_code_makes_of_it",),
    ),
    Bug(
        "rich prints what a repr hides",
        _HERE + "value.py",
        "    def __rich_repr__(self)",
        "    def _shown(self)",
        (f"{_HIDDEN}::test_rich_prints_no_more_than_a_repr_does",),
    ),
    Bug(
        "frames below keep what was sent and what came",
        "src/commerce_sdk/runtime/call/redaction.py",
        "below.__traceback__ = None",
        "pass",
        (_OUT,),
    ),
    Bug(
        "a context that no traceback shows keeps its frames",
        "src/commerce_sdk/runtime/call/redaction.py",
        "below.__context__ = below.__cause__",
        "pass",
        (f"{_EVERYWHERE}::test_no_credential_comes_out[direct-Bearer-aiohttp]",),
    ),
    Bug(
        "a proxy's password stands in a frame",
        "src/commerce_sdk/runtime/http/pool.py",
        "proxy = hide(proxy_for(self._base_url))",
        "proxy = proxy_for(self._base_url)",
        (f"{_EVERYWHERE}::test_a_proxy_that_cannot_be_used_is_refused_without_its_password",),
    ),
    # -- on its way back
    Bug(
        "an error's texts echo the credential",
        "src/commerce_sdk/runtime/call/answers.py",
        "            reply = _told(reply)\n            raise api_error(",
        "            raise api_error(",
        (_OUT,),
    ),
    Bug(
        "an answer that cannot be read echoes the credential",
        "src/commerce_sdk/runtime/call/answers.py",
        "            reply = _told(reply)\n            if request",
        "            if request",
        (_OUT,),
    ),
    Bug(
        "an echo that is escaped is overlooked",
        "src/commerce_sdk/runtime/call/redaction.py",
        "in meanings(text):",
        "in ():",
        (_OUT, f"{_ODD}::test_no_odd_password_comes_out"),
    ),
    Bug(
        "an echo that is escaped twice is overlooked",
        "src/commerce_sdk/runtime/call/spellings.py",
        "= 2**16, 4, 2",
        "= 2**16, 1, 1",
        (f"{_ODD}::test_no_odd_password_comes_out",),
    ),
    Bug(
        "an answer that echoes an escaped secret is not read any more",
        "src/commerce_sdk/runtime/call/redaction.py",
        "json.loads(content)",
        'json.loads(b"")',
        (f"{_ODD}::test_what_else_an_answer_says_is_still_read",),
    ),
    Bug(
        "an echo in hexadecimal of UTF-8 is overlooked",
        "src/commerce_sdk/runtime/call/spellings.py",
        'return bytes.fromhex(octets.replace("\\\\x", "")).decode(errors="surrogateescape")',
        "return found[0]",
        (f"{_ODD}::test_each_way_to_echo_a_password_is_known",),
    ),
    Bug(
        "headers echo the credential",
        "src/commerce_sdk/runtime/http/transport.py",
        "headers = unechoed_headers(headers, call.secrets)",
        "pass",
        (_OUT,),
    ),
    Bug(
        "what is in Basic is overlooked in an echo",
        "src/commerce_sdk/runtime/call/redaction.py",
        'words |= {pair, *pair.split(":", 1)}',
        "pass",
        (_BASIC,),
    ),
    Bug(
        "httpcore logs the headers that came",
        "src/commerce_sdk/runtime/call/exchange.py",
        'info["return_value"] = None',
        "pass",
        (_OUT,),
    ),
    Bug(
        "httpcore logs what could not be read",
        "src/commerce_sdk/runtime/call/exchange.py",
        'info["exception"] = type(info["exception"])',
        "pass",
        (_OUT,),
    ),
    Bug(
        "the cause of a broken connection quotes what came",
        "src/commerce_sdk/runtime/http/transport.py",
        "fault.args = (_cause(fault),)",
        "pass",
        (_OUT,),
    ),
    Bug(
        "the text of a broken connection quotes what came",
        "src/commerce_sdk/runtime/http/transport.py",
        'text = _QUOTED.sub("", text)',
        "pass",
        (_OUT,),
    ),
]
