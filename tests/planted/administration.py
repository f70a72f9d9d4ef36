"""Bugs in what the administration provisions, in how it is followed, and in whose credential it takes."""

from __future__ import annotations

from tests.planted.bug import Bug

_FACADE = "src/commerce_sdk/admin"
_HANDLE = f"{_FACADE}/handle.py"
_ENVIRONMENT = "src/commerce_sdk/runtime/environment.py"
_PROVISIONING = "tests/admin/test_provisioning.py::test_"
_CLIENT = "tests/admin/test_client.py::test_"
_WORKSPACES = "tests/admin/test_workspaces.py::test_"

PLANTED = [
    Bug(
        "an unclear provisioning says nothing of what to look at",
        _HANDLE,
        "if error.maybe_applied:",
        "if False:",
        (f"{_PROVISIONING}an_unclear_end_says_what_to_look_at",),
    ),
    Bug(
        "a refused provisioning says what to look at",
        _HANDLE,
        "if error.maybe_applied:",
        "if True:",
        (f"{_PROVISIONING}a_refusal_needs_no_advice",),
    ),
    Bug(
        "a text does not end with the advice",
        "src/commerce_sdk/errors.py",
        'return f"{text}\\n  {self.advice}" if self.advice else text',
        "return text",
        ("tests/ground/test_carried.py::test_the_text_of_an_error_ends_with_its_advice",),
    ),
    Bug(
        "an answer that names no provisioning is believed",
        _HANDLE,
        "answer = await core.ask(request, check=_names_request)",
        "answer = await core.ask(request)",
        (f"{_PROVISIONING}an_answer_that_names_none_may_have_begun_one",),
    ),
    Bug(
        "the end of the way to a status is taken for an id",
        _HANDLE,
        "if request_id == _BEFORE_ID or len",
        "if len",
        (f"{_PROVISIONING}an_answer_that_names_none_may_have_begun_one",),
    ),
    Bug(
        "the id of a provisioning stays percent-encoded",
        _HANDLE,
        'request_id = unquote(segment, errors="strict")',
        "request_id = segment",
        (f"{_PROVISIONING}its_id_is_the_last_segment_of_its_address",),
    ),
    Bug(
        "a slash at the end hides the id of a provisioning",
        _HANDLE,
        '.rstrip("/")',
        "",
        (f"{_PROVISIONING}its_id_is_the_last_segment_of_its_address",),
    ),
    Bug(
        "an unknown status ends a provisioning",
        _HANDLE,
        "if state.status == ProvisioningStatus.COMPLETED:",
        "if state.status not in (ProvisioningStatus.IN_PROGRESS, ProvisioningStatus.FAILED):",
        (f"{_PROVISIONING}what_is_no_end_goes_on_and_shows",),
    ),
    Bug(
        "a provisioning that failed goes on",
        _HANDLE,
        "if state.status == ProvisioningStatus.FAILED:",
        "if False:",
        (f"{_PROVISIONING}it_fails_with_its_own_error",),
    ),
    Bug(
        "a provisioning that was taken in and does not show is over",
        _HANDLE,
        "taken_in=taken_in,",
        "taken_in=False,",
        (f"{_PROVISIONING}it_gets_over_passing_trouble",),
    ),
    Bug(
        "the id of a provisioning takes the place of that of a call",
        _HANDLE,
        "error.provision_request_id = self.request_id\n",
        "error.provision_request_id = self.request_id\n        super()._marked(error)\n",
        (f"{_PROVISIONING}it_says_what_lasts_and_keeps_the_id_of_that_call",),
    ),
    Bug(
        "a search by name forgets the query",
        f"{_FACADE}/workspaces.py",
        "return named if query is None else models.WorkspaceQuery(and_=[named, query])",
        "return named",
        (f"{_WORKSPACES}a_search_says_what_was_asked_for",),
    ),
    Bug(
        "a credential is lent to another server",
        _ENVIRONMENT,
        "if ours == theirs:",
        "if True:",
        (f"{_CLIENT}commerces_credential_goes_to_no_other_server",),
    ),
    Bug(
        "a credential is lent where the environment says that the server is",
        _ENVIRONMENT,
        "if given is UNSET:",
        "if True:",
        (f"{_CLIENT}commerces_credential_goes_to_no_other_server",),
    ),
    Bug(
        "a credential is lent beside one of its own",
        _ENVIRONMENT,
        "if not held and lender is not None:",
        "if lender is not None:",
        (f"{_CLIENT}its_own_credential_comes_first",),
    ),
]
