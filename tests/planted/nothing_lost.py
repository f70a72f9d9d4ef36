"""Bugs in what is read and refused: another error than `CommerceError`, or something lost."""

from __future__ import annotations

from tests.planted.bug import Bug

_GROUND, _RUNTIME, _COMMERCE = (
    f"src/commerce_sdk/{part}" for part in ("", "runtime/", "commerce/")
)
_ESCAPES = "tests/runtime/test_nothing_else_escapes.py"
_LOST = "tests/document/test_nothing_lost.py"
_CONTENT = "tests/runtime/http/test_content.py"
_FILES = "tests/commerce/test_downloads.py"
_ODD = "tests/commerce/orders/test_odd_texts.py"
_FUZZ = "tests/runtime/test_fuzz.py"

PLANTED = [
    # -- nothing else escapes
    Bug(
        "certificates that cannot be read",
        "src/commerce_sdk/runtime/http/pool.py",
        "except (OSError, ValueError) as fault:",
        "except ValueError as fault:",
        (_ESCAPES + "::test_certificates_that_cannot_be_read",),
    ),
    Bug(
        "half a character in a body",
        "src/commerce_sdk/document/kinds.py",
        "return text if text.isascii() else encodable(text, path)\n\n\nclass Uuid",
        "return text\n\n\nclass Uuid",
        (_ESCAPES + "::test_what_cannot_be_sent_or_read_is_refused",),
    ),
    Bug(
        "half a character in a key",
        "src/commerce_sdk/document/container_kinds.py",
        "out[encodable(key, path)] = self.value",
        "out[key] = self.value",
        (_ESCAPES + "::test_what_cannot_be_sent_or_read_is_refused",),
    ),
    Bug(
        "half a character in the name of a quote's order",
        "src/commerce_sdk/commerce/orders/intents.py",
        '.encode(errors="replace").decode()',
        "",
        (_ESCAPES + "::test_what_cannot_be_sent_or_read_is_refused",),
    ),
    Bug(
        "a token of a hundred thousand brackets",
        "src/commerce_sdk/commerce/orders/tokens.py",
        "except (TypeError, ValueError, RecursionError):",
        "except (TypeError, ValueError):",
        (_ESCAPES + "::test_what_cannot_be_sent_or_read_is_refused",),
    ),
    Bug(
        "the port of a proxy",
        "src/commerce_sdk/runtime/http/proxies.py",
        "0 < int(port[:6]) < 1 << 16",
        "int(port[:6])",
        (_ESCAPES + "::test_a_proxy_that_no_connection_can_reach",),
    ),
    Bug(
        "the name of a proxy",
        "src/commerce_sdk/runtime/http/pool.py",
        '(urlsplit(proxy).hostname or "").encode("idna"), httpx',
        "httpx",
        (_ESCAPES + "::test_a_proxy_that_no_connection_can_reach",),
    ),
    Bug(
        "the labels of an address",
        "src/commerce_sdk/runtime/http/pool.py",
        '.raw_host.decode().encode("idna")',
        "",
        (_ESCAPES + "::test_an_address_that_is_none_is_refused_at_once",),
    ),
    Bug(
        "a credential that raises",
        "src/commerce_sdk/runtime/credentials/auth.py",
        "header = hide(await self._auth.header(self._clock))\n"
        "        except BaseException as fault:\n"
        '            raise as_failure("the credential", fault)  # noqa: B904',
        "header = hide(await self._auth.header(self._clock))\n"
        "        except BaseException as fault:\n"
        "            raise",
        (_ESCAPES + "::test_a_credential_that_fails_is_no_answer_of_the_platform",),
    ),
    Bug(
        "a credential that gives nothing",
        "src/commerce_sdk/runtime/credentials/auth.py",
        "if not isinstance(header, str):",
        "if False:",
        (_ESCAPES + "::test_a_credential_that_fails_is_no_answer_of_the_platform",),
    ),
    Bug(
        "an error of the platform's out of a credential",
        "src/commerce_sdk/runtime/credentials/auth.py",
        '        failure = AuthenticationFailed(f"{whose} failed: {fault}", refused=is_refusal(fault))\n',
        "        return fault\n        failure = AuthenticationFailed()\n",
        (_ESCAPES + "::test_a_credential_that_fails_is_no_answer_of_the_platform",),
    ),
    Bug(
        "a 401 is lost to a credential that cannot be forgotten",
        "src/commerce_sdk/runtime/credentials/auth.py",
        "        except Exception:\n            LOGGER",
        "        except OSError:\n            LOGGER",
        (_ESCAPES + "::test_a_credential_that_cannot_be_forgotten_loses_no_answer",),
    ),
    Bug(
        "another task's cancellation is the caller's",
        "src/commerce_sdk/runtime/credentials/auth.py",
        "return task is not None and not task.cancelling()",
        "return False",
        (_ESCAPES + "::test_the_cancellation_of_another_task_is_not_the_callers",),
    ),
    Bug(
        "the caller's cancellation is a failure",
        "src/commerce_sdk/runtime/credentials/auth.py",
        "return task is not None and not task.cancelling()",
        "return True",
        (_ESCAPES + "::test_the_callers_cancellation_stays_one",),
    ),
    Bug(
        "a time too long for a float",
        "src/commerce_sdk/runtime/checks.py",
        "    except OverflowError:\n        fits = False\n",
        "    except ZeroDivisionError:\n        fits = False\n",
        (_ESCAPES + "::test_a_time_that_cannot_be_waited_for_is_refused",),
    ),
    Bug(
        "a zero byte in the name of a file",
        _RUNTIME + "downloads.py",
        'if b"\\0" not in os.fsencode(path):',
        "if os.fsencode(path) is not None:",
        (_ESCAPES + "::test_what_cannot_be_sent_or_read_is_refused",),
    ),
    Bug(
        "a long name becomes too long",
        _RUNTIME + "downloads.py",
        'f".{secrets.token_hex(8)}.part"',
        'f".{target.name}.{secrets.token_hex(8)}.part"',
        (_FILES + "::test_any_name_that_the_disk_takes_can_be_saved_under",),
    ),
    Bug(
        "an async function is a hook",
        "src/commerce_sdk/runtime/call/events.py",
        "(hook, type(hook).__call__)",
        "()",
        (_ESCAPES + "::test_an_async_function_is_no_hook",),
    ),
    Bug(
        "a hook that is never awaited",
        "src/commerce_sdk/runtime/call/events.py",
        "if inspect.iscoroutine(outcome):",
        "if False:",
        (_ESCAPES + "::test_a_hook_that_turns_out_to_be_async_is_told_of",),
    ),
    Bug(
        "a status that is no text",
        _COMMERCE + "quotes.py",
        "not isinstance(quote.status, str) or",
        "quote.status is None or",
        (_ODD + "::test_a_quote_whose_status_is_no_text_is_waited_for",),
    ),
    Bug(
        "a reason that is no text",
        "src/commerce_sdk/commerce/orders/outcome.py",
        "str(text) for text in (error.title",
        "text for text in (error.title",
        (_ODD + "::test_an_order_fails_with_reasons_that_are_no_text",),
    ),
    Bug(
        "an item's status that is no text",
        "src/commerce_sdk/commerce/orders/outcome.py",
        "return status if isinstance(status, models.OrderItemStatus) else None",
        "return status",
        (_ODD + "::test_items_whose_texts_are_none_are_followed",),
    ),
    Bug(
        "an executed change that is another one",
        "src/commerce_sdk/runtime/core.py",
        "request, State.ONCE, context, check=check)\n",
        "request, State.ONCE, context)\n",
        (
            "tests/commerce/test_wrong_answers.py::test_a_change_that_was_executed_in_place_of_this_may_not_be_all",
        ),
    ),
    # -- nothing is lost
    Bug(
        "the server's field is the SDK's",
        "src/commerce_sdk/document/reading.py",
        "    KeptFields = KeptCurrency = _NeverOnTheWire",
        "    KeptFields, KeptCurrency = dict[str, Any] | None, str | None",
        (_LOST + "::test_a_field_named_like_the_sdks_own_is_the_servers",),
    ),
    Bug(
        "a float is an amount",
        "src/commerce_sdk/document/reading.py",
        "    if isinstance(node, inspect.AnyType):\n        return read_exact\n",
        "",
        (_LOST + "::test_a_float_is_refused_where_an_exact_number_stands",),
    ),
    Bug(
        "a byte order mark costs the answer",
        "src/commerce_sdk/document/model.py",
        "content.removeprefix(BOM_UTF8)",
        "content",
        (_LOST + "::test_a_byte_order_mark_is_passed_over",),
    ),
    Bug(
        "half a pair costs the answer",
        "src/commerce_sdk/document/model.py",
        'return rb"\\ufffd" if escape["half"] else escape[0]',
        "return escape[0]",
        (_LOST + "::test_half_a_surrogate_pair_does_not_cost_the_answer",),
    ),
    Bug(
        "what is no escape is mended",
        "src/commerce_sdk/document/model.py",
        '((b"[0-9a-fA-F]{2}",) * 3)',
        '((b"..",) * 3)',
        (_LOST + "::test_what_is_no_json_is_refused",),
    ),
    Bug(
        "packed bytes without end",
        "src/commerce_sdk/runtime/http/content.py",
        "if room < 0 or left < 0:",
        "if room < 0:",
        (_CONTENT + "::test_what_unpacks_to_nothing_is_bounded_too",),
    ),
    Bug(
        "padding after gzip",
        "src/commerce_sdk/runtime/http/content.py",
        'part = part.lstrip(b"\\0")',
        "part = part",
        (_CONTENT + "::test_zeros_after_gzip_are_padding",),
    ),
    Bug(
        "an error's status is lost with its body",
        "src/commerce_sdk/runtime/http/transport.py",
        "if is_error(call.request.operation, response.status_code):\n                content",
        "if False:\n                content",
        (
            _CONTENT + "::test_an_error_keeps_its_status_whatever_its_body_is_packed_in",
            _CONTENT + "::test_the_pause_of_such_a_429_is_kept",
        ),
    ),
    Bug(
        "a success that cannot be unpacked is nothing",
        "src/commerce_sdk/runtime/http/transport.py",
        "if is_error(call.request.operation, response.status_code):\n                content",
        "if True:\n                content",
        (_CONTENT + "::test_a_success_that_cannot_be_unpacked_may_have_been_applied",),
    ),
    Bug(
        "any media type is the file",
        "src/commerce_sdk/runtime/call/answers.py",
        "if any(fnmatchcase(media, name) for name in named):",
        "if media:",
        (_FILES + "::test_what_is_no_file_is_not_saved",),
    ),
    Bug(
        "whatever has no type is the file",
        "src/commerce_sdk/runtime/call/answers.py",
        "if await body.begins_with(begin, deadline):",
        "if await body.begins_with(begin, deadline) or True:",
        (_FILES + "::test_what_is_no_file_is_not_saved",),
    ),
    Bug(
        "the bytes that were looked at are lost",
        "src/commerce_sdk/runtime/call/answers.py",
        "return first or await self._body.next_part(deadline)",
        "return await self._body.next_part(deadline)",
        (_FILES + "::test_a_file_under_another_name_is_the_file",),
    ),
    Bug(
        "an empty file in parts",
        _RUNTIME + "downloads.py",
        "if not part and not self._begun:",
        "if False:",
        (_FILES + "::test_an_empty_file_in_parts_is_an_error_too",),
    ),
]
