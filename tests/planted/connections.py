"""Of connections: whose answer it is, and what becomes of a set-up that breaks off."""

from __future__ import annotations

from tests.planted.bug import Bug

LANE = "src/commerce_sdk/runtime/http/connection.py"
CALL = "src/commerce_sdk/runtime/call/exchange.py"
TRANSPORT = "src/commerce_sdk/runtime/http/transport.py"
CONNECTOR = "src/commerce_sdk/runtime/http/aiohttp_connector.py"
AIOHTTP = "src/commerce_sdk/runtime/http/aiohttp_transport.py"

STRAYS = "tests/runtime/http/test_strays.py"
SET_UP = "tests/runtime/http/test_broken_setup.py"
NAMES = "tests/runtime/http/test_names.py"

PLANTED = [
    Bug(
        "the parser's left-over bytes are not looked at",
        LANE,
        "    if connection._h11_state.trailing_data[0]:",
        "    if False:",
        (f"{STRAYS}::test_a_stray_message_is_nobodys_answer",),
    ),
    Bug(
        "what is pending under TLS is not looked at",
        LANE,
        "        if incoming.pending or stream._ssl_object.pending():",
        "        if False:",
        (f"{STRAYS}::test_half_a_record_is_not_left_to_the_next_call",),
    ),
    Bug(
        "only the inner one of two TLS sessions is looked at",
        LANE,
        "        stream = stream.transport_stream\n",
        "        return False\n",
        (f"{STRAYS}::test_by_a_proxy_a_stray_message_is_nobodys_answer",),
    ),
    Bug(
        "what asyncio received before it paused is not looked at",
        LANE,
        "bool(stream._protocol.read_queue)",
        "False",
        (f"{STRAYS}::test_what_is_behind_a_full_buffer_is_not_left_to_the_next_call",),
    ),
    Bug(
        "whether the socket is readable is not looked at",
        LANE,
        "    if not connection.is_available() or connection.has_expired():",
        "    if not connection.is_available():",
        (f"{STRAYS}::test_a_stray_message_is_nobodys_answer",),
    ),
    Bug(
        "what cannot be looked at is used again",
        LANE,
        "        return False  # a dependency",
        "        return True  # a dependency",
        (f"{NAMES}::test_what_cannot_be_looked_at_is_not_used_again",),
    ),
    Bug(
        "over aiohttp, a whole message is not looked at",
        CONNECTOR,
        "            protocol.should_close  #",
        "            False  #",
        (f"{STRAYS}::test_over_aiohttp_a_stray_message_is_nobodys_answer",),
    ),
    Bug(
        "over aiohttp, the beginning of a message is not looked at",
        CONNECTOR,
        "protocol._parser.feed_eof() is not None",
        "False",
        (f"{STRAYS}::test_over_aiohttp_a_stray_message_is_nobodys_answer",),
    ),
    Bug(
        "over aiohttp, whether the socket is readable is not looked at",
        CONNECTOR,
        '_is_readable(transport.get_extra_info("socket"))',
        "False",
        (f"{STRAYS}::test_over_aiohttp_a_stray_message_is_nobodys_answer",),
    ),
    Bug(
        "over aiohttp, what came and could not be read stands in the error's text",
        AIOHTTP,
        'httpx.RemoteProtocolError("the answer is no HTTP", request=request)',
        "httpx.RemoteProtocolError(str(fault), request=request)",
        (f"{STRAYS}::test_over_aiohttp_a_stray_message_is_nobodys_answer",),
    ),
    Bug(
        "a connection whose set-up failed is kept",
        LANE,
        "        except BaseException:\n            await self.aclose()\n            raise\n",
        "        finally:\n            pass\n",
        (f"{SET_UP}::test_by_a_proxy_a_storm_of_cancels_leaves_nothing",),
    ),
    Bug(
        "a connection whose set-up was cancelled is kept",
        LANE,
        "        except BaseException:\n",
        "        except Exception:\n",
        (f"{SET_UP}::test_a_storm_of_cancels_in_the_handshake_leaves_nothing",),
    ),
    Bug(
        "the socket that was opened is not remembered",
        LANE,
        "        return self.stream\n",
        "        stream, self.stream = self.stream, None\n        return stream\n",
        (f"{SET_UP}::test_a_storm_of_cancels_in_the_handshake_leaves_nothing",),
    ),
    Bug(
        "over aiohttp, a connection is closed politely",
        CONNECTOR,
        "                protocol.transport.abort()",
        "                protocol.transport.close()",
        (f"{SET_UP}::test_cancelled_while_it_waits_for_an_answer",),
    ),
    Bug(
        "asking a proxy for a tunnel counts as sending",
        CALL,
        'self._sending |= getattr(info.get("request"), "method", None) != b"CONNECT"',
        "self._sending = True",
        (f"{SET_UP}::test_what_a_proxy_refuses_was_not_sent",),
    ),
    Bug(
        "connecting to a socks proxy is not seen",
        CALL,
        '        "socks.",',
        '        "socks5.",',
        (f"{NAMES}::test_connecting_to_a_socks_proxy_is_not_sending",),
    ),
    Bug(
        "the proxy's status is not said",
        TRANSPORT,
        'f": it answered {status}" if status.isdecimal() else ""',
        '""',
        (f"{SET_UP}::test_what_a_proxy_refuses_was_not_sent",),
    ),
    Bug(
        "a proxy that is away is taken for the platform",
        TRANSPORT,
        'f"the proxy {proxy}" if proxy and unsent else _with_port(request.url)',
        "_with_port(request.url)",
        (f"{SET_UP}::test_a_proxy_that_is_away_is_named",),
    ),
    Bug(
        "over aiohttp, the proxy's password stands in its address",
        AIOHTTP,
        'options["proxy"] = address.with_user(None)',
        'options["proxy"] = address',
        (f"{SET_UP}::test_over_aiohttp_the_password_of_a_proxy_stands_apart",),
    ),
    Bug(
        "a file's success is only one that the document names",
        TRANSPORT,
        "not is_error(call.request.operation, response.status_code)",
        "response.status_code in call.request.operation.answers",
        (
            "tests/commerce/test_downloads.py::"
            "test_a_success_that_the_document_does_not_name_comes_part_by_part_too",
        ),
    ),
]
