"""What is read of the rows and the lines that were collected of Commerce Layer Provisioning: by section,
the place that is said of and the shape of the text. A name in a shape is a keyword there; what stands in
marks is a list. What no name reads says nothing that a document could be held to."""

from __future__ import annotations

ROWS: dict[str, list[tuple[str, str, str]]] = {
    "1.1": [
        ("Resource base", "API", r"`(?P<server>\S+)`.*"),
        ("Token endpoint", "token", r"`(?P<method>[A-Z]+) (?P<address>\S+)`"),
        ("Grant", "token", r"`(?P<grant>\w+)` with (?P<asks>(?:`\w+`(?:, )?)+)"),
        ("Scope", "token", r"(?P<scope>none) needed now; .*"),
        (
            "Body encoding",
            "token",
            r"(?P<encoding>JSON); docs send (?P<contents>`\S+`, js-auth sends `\S+`)",
        ),
        (
            "Token response",
            "token",
            r"(?P<answers>`\w+`, `\w+`) `bearer`, (?P<beside>`\w+` seconds, `\w+`, `\w+`)",
        ),
        ("Token", "token", r"(?P<bearerFormat>JWT) .*"),
        (
            "Lifetime",
            "lifetime",
            r".* default to (?P<default>\d+) s .*, range (?P<range>\d+–\d+)\. .*",
        ),
        ("Renewal", "lifetime", r".* from (?P<renewed>\d+) s before expiry .*"),
        ("Refresh token", "token", r"(?P<refresh>none) for this grant; ask again\. .*"),
        (
            "Token errors",
            "token errors",
            r".* `status` is a JSON (?P<type>number) here \((?P<status>\d+)\), a string in resource"
            r" errors; code `(?P<code>\w+)`, title `(?P<title>\w+)`",
        ),
        ("Token rate", "limit token", r"(?P<limit>\d+) requests / (?P<minutes>1) min, .*"),
        # What says nothing that a document could be held to.
        ("Concurrency", "token", ".*"),
        ("Enterprise", "token", ".*"),
    ],
    "1.5": [
        (
            "Page",
            "query page",
            r"`page\[number\]` \((?P<minimum>\d)-based, default 1\), `page\[size\]`"
            r" \(default (?P<default>\d+), \*\*max (?P<maximum>\d+)\*\*\) \| response"
            r" (?P<meta>`meta\.\w+`, `meta\.\w+`); `links\.(?P<links>[\w/]+)`; .*",
        ),
        (
            "Include",
            "query include",
            r"`include=\w+(?P<between>,)\w+`, nested `(?P<nested>a\.b)` \| .*",
        ),
        (
            "Sparse fields",
            "query fields",
            r"`fields\[roles\]=\w+(?P<between>,)\w+` \| .*; also allowed on (?P<also>create) and update",
        ),
        ("Sort", "query sort", r"`sort=(?P<descending>-)\w+(?P<between>,)\w+` \| .*"),
        ("Filter", "query filter", r"`filter\[q\]\S+=value` \| .* join with `(?P<joins>\w+)`; .*"),
        (
            "Matchers",
            "matchers",
            r"(?P<names>`[a-z_ ]+`), most also with (?P<ends>`_any`/`_all`) \| .*; the SDK accepts"
            r" arrays only for (?P<arrays>`[a-z_ ]+`), objects \(as JSON\) only for `_(?P<objects>\w+)`",
        ),
        ("Count", "query page", r"list with `page\[size\]=1`, read `record_count` \| .*"),
        ("Related", "query related", r"`GET \S+` \| filterable and sortable (?P<like>like a list)"),
    ],
    "1.6": [
        (
            r"\d{3}( / \d{3})*",
            "error {name}",
            r"(?:(?P<codes>`[A-Z_]+`(?: \(Core\), `[A-Z_]+`)?)"
            r"(?:, pointer (?P<pointers>`/\S+` or `/\S+`) |,? [^`|]*))?[^`|]*\|[^|]+",
        ),
    ],
}
LINES: dict[str, list[tuple[str, str]]] = {
    "1.1": [
        (
            "header",
            r"Headers: `Accept: (?P<accepts>\S+)`; `Content-Type: (?P<sends>\S+)` on (?P<on>[A-Z/]+);"
            r" `Authorization: (?P<scheme>Bearer)`; `Accept-Version: (?P<version>v\d)`"
            r" (?P<needed>optional) .* Wrong `Accept` is (?P<not_accepted>\d+), wrong `Content-Type`"
            r" (?P<not_read>\d+) \[doc\]\. (?P<text>UTF-8) only \[page\]\.",
        )
    ],
    "1.2": [
        (
            "limits",
            r"- Counted per \*\*(?P<by>IP)\*\*, in \*\*(?P<windows>sliding)\*\* windows .*\. One .*",
        ),
        (
            "limits",
            r"- The page names only GET and POST\. .*; treat (?P<as_post>PATCH and DELETE) as the POST"
            r" bucket \[inf\]\.",
        ),
        (
            "limits",
            r"- Response headers `(?P<header>x-ratelimit-limit)`, (?P<header_ends>`-\w+` \(seconds\),"
            r" `-\w+`); .* They describe the one-minute bucket only; .*",
        ),
        ("limits", r"- A limited IP is blocked .*"),
    ],
    "1.3": [
        (
            "statuses",
            r"Statuses: list/retrieve/update (?P<list>\d+), create (?P<create>\d+), delete"
            r" (?P<delete>\d+), actions (?P<action>\d+) \[spec\]\. .* singleton: `GET\|PATCH /user`,"
            r" type `(?P<singleton>users)`, no id in the path\.",
        ),
        (
            "behaviour",
            r"Behaviour worth encoding \[doc\]: (?P<not_deleted>organizations) cannot be deleted by API"
            r" .*; creating one also creates an owner membership, .*, and two `\w+` credentials;"
            r" creating a membership e-mails an invitation and starts `(?P<membership>pending)` .*",
        ),
    ],
    "1.4": [
        ("defects", r"Defects in the vendor's document, .*"),
    ],
    "1.5": [
        (
            "query after",
            r"Brackets must be .*; it sorts by `(?P<sort>id)` and filters `(?P<cursor>id_gt)=<last>`, .*"
            r" accepts `id_gt` on every resource is (?P<verified>unverified)\.",
        )
    ],
    "1.6": [
        (
            "errors",
            r'JSON:API document: `\{"errors": \[\{(?P<fields>[\w, ]+: \{pointer\}, meta: \{[^}]+\})\}\]\}`;'
            r" .* All 4xx carry it \[doc\]\. 5xx bodies (?P<failed>unspecified): .*",
        ),
        ("errors", r"Older pages misspell .*"),
    ],
    "1.7": [
        ("writes", r"- No job resource, .* The two 202 actions return (?P<actions>no body) .*"),
        (
            "writes",
            r"- No idempotency key\. `(?P<key>reference)` \+ `(?P<origin>reference_origin)` exist on every"
            r" writable resource: .* before repeating a create \[(?P<known>inf)\]\. Never auto-repeat"
            r" (?P<never_made>membership) create, (?P<never>`resend` \(e-mail\) or `transfer_ownership`)\.",
        ),
        ("API", r"- No (?P<without>money) anywhere in Provisioning\. .*"),
    ],
}
