"""What the operator does after a rewrite: the proxy has to pass the sockets on, since they come to the page's port now.

In: the findings that a plan ends. Out: text to read and to paste.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import fill

from bundlescan.finding import Finding, Plan, Severity, SinkKind
from bundlescan.render.printable import printable

SOCKET_IO = "socket.io-client"
DEFAULT_PATH = "/socket.io/"
EVERYWHERE = frozenset({"0.0.0.0", "::", "[::]"})  # a server listens there; a proxy connects to the machine itself
# What is pasted into a configuration comes from the scanned files: nothing with a meaning to nginx gets there.
SAFE_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")
SAFE_PATH = re.compile(r"[A-Za-z0-9._~/-]+")

# Host is $http_host everywhere: it has the port that the browser shows, $host has not. Servers that compare Origin with
# Host (many refuse the handshake otherwise) compare the port too; Frappe's compares the names alone and takes both.
UPGRADE = """\
        proxy_http_version 1.1;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection "upgrade";
"""

FRAPPE_SITE = """\
        proxy_set_header X-Frappe-Site-Name $host;  # the site's name: write it out where it is not the host name
"""

ORIGIN = """\
        proxy_set_header Origin $scheme://$http_host;
"""

STREAMED = """\
        proxy_buffering off;
        proxy_read_timeout 1h;  # 60 s of silence end a connection otherwise
"""

#: what a location says, by what comes there, beside where it is passed on
LINES = {
    "socket.io": UPGRADE + "{site}" + ORIGIN,
    "socket": UPGRADE + STREAMED,
    "eventsource": STREAMED,
    "http": "{site}",
}
#: those that an Upgrade header tells from what else comes to a path
UPGRADED = ("socket.io", "socket")
BLOCK = """\
    location {location} {{
{lines}        proxy_set_header Host $http_host;
        proxy_pass http://{upstream};
    }}
"""

SOCKET_IO_NOTES = """\
The headers matter. Browsers send no Origin with a same-origin polling GET, and {refused}.
Behind a tunnel or proxy that ends TLS (ngrok, Cloudflare), $scheme is http although the page is https. Then take the
scheme from X-Forwarded-Proto; outside the server block:

    map $http_x_forwarded_proto $page_scheme {{
        default $http_x_forwarded_proto;
        ""      $scheme;
    }}

and inside: proxy_set_header Origin $page_scheme://$http_host;
"""

CHECK = """\
{intro}

{commands}

{answers}
Otherwise 404: the request reached the web server, no location passes it on; 502: nothing listens at the address in
proxy_pass.
"""

WHERE_NOT = """\
Where a rewrite does not help: a page straight from {start} (or a tunnel to it) has no proxy in
front, and the web server there has no {path}. Put nginx before it first.
"""

_HANDSHAKE = (
    "-N -m 5 --http1.1 -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' "
    "-H 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==' -H 'Origin: https://HOST' "
)
#: by what comes to a location: the options of curl, what follows the path, and what the right server answers
CHECKS = {
    "socket.io": ("", "?EIO=4&transport=polling", 'Socket.IO: the status is 200 and the body begins with 0{"sid".'),
    "socket": (_HANDSHAKE, "", "WebSocket: the status is 101; curl then waits until 5 seconds are over."),
    "eventsource": ("-N -m 5 -H 'Accept: text/event-stream' ", "", "EventSource: 200 and text/event-stream."),
    "http": ("", "", "Requests: what their own server answers, not the page's."),
}
WIDTH = 118  # of the text between the blocks
#: clients that ask for something below the path they are given (``/info``, ``/negotiate``, ``/websocket``, a room)
LONGER = frozenset({"sockjs-client", "signalr", "phoenix", "supabase-realtime", "y-websocket", "meteor"})
#: what the notes say of the servers
FRAPPE = {
    "refused": 'Frappe\'s server compares Host with\nOrigin: without the Origin line it answers "Invalid origin"',
    "start": "`bench start` on port 8000",
}
OTHERS = {"refused": "some servers refuse what has none", "start": "its web server"}

#: one of these is in the code of any app for Frappe: its boot data, its headers, its API, the variable of its pages
FRAPPE_SIGNS = (b"frappe.boot", b"X-Frappe-", b"/api/method/", b"window.site_name")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the sockets of a finding ask the page's server for: ``path``, a template, of what listens at ``target``."""

    finding: Finding
    path: str
    target: str
    otherwise: str = ""  # the path where it is set at run time

    @property
    def is_socket_io(self) -> bool:
        return self.finding.sink is not None and self.finding.sink.name == SOCKET_IO

    @property
    def kind(self) -> str:
        """What comes to the location: a key of LINES, which are in order: the first serves what comes after it too."""
        sink = self.finding.sink
        return "socket.io" if self.is_socket_io or sink is None else sink.kind.value

    @property
    def known(self) -> str:
        """The path up to what is known only at run time, cut at the last slash before that; "" for nothing of it."""
        known, hole, _ = self.path.partition("{")
        folder = known[: known.rfind("/") + 1]
        return known if not hole else "" if folder == "/" else folder

    @property
    def location(self) -> str:
        """The path to pass on; "" where that is not known."""
        if not self.known and self.otherwise:
            return self.otherwise
        if not self.known and self.is_socket_io:
            told = (replace(self, path=path).known for path in self.finding.paths)
            return next(filter(None, told), DEFAULT_PATH)
        return self.known

    @property
    def is_whole(self) -> bool:
        """Whether nothing is asked for below the location."""
        sink = self.finding.sink
        return self.is_socket_io or (self.location == self.path and sink is not None and sink.name not in LONGER)

    @property
    def place(self) -> str:
        """Where the call is that connects."""
        call = self.finding.trace[-1] if self.finding.trace else self.finding
        return f"{printable(call.path)}:{call.start.line}:{call.start.column}"


def hints(plan: Plan, socket_path: str = "") -> str:
    """The closing text for the sockets that ``plan`` brings to the page's origin; empty where there are none.
    ``socket_path``: the path of those whose path is set at run time, where the operator knows it."""
    ended = dict.fromkeys(finding for planned in plan.fixes for finding in planned.findings)
    asked = [
        _Asked(finding, path, target, socket_path if finding.sink.kind is not SinkKind.HTTP else "")
        for finding in ended
        if finding.sink is not None and finding.severity is not Severity.NOTE and (target := upstream(finding))
        for path in finding.paths or ("{}",)
    ]
    locations: dict[str, list[_Asked]] = {}
    for one in sorted(asked, key=lambda one: ([*LINES].index(one.kind), one.location)):
        locations.setdefault(one.location, []).append(one)
    if not locations:
        return ""
    text = "The proxy's part: the page's own server has to pass these connections on. For nginx, in the server block\n"
    text += "of the page:\n\n"
    text += "\n".join("".join(_block(location, some, plan.for_frappe)) for location, some in locations.items())
    passed = [some for location, some in locations.items() if not _problem(location, some[0].kind)]
    asked_for = [
        some for location, some in locations.items() if some in passed or (location == "/" and some[0].kind in UPGRADED)
    ]
    servers = FRAPPE if plan.for_frappe else OTHERS
    if passed and passed[0][0].is_socket_io:
        text += "\n" + SOCKET_IO_NOTES.format(**servers)
    if asked_for:
        text += "\n" + _check(asked_for)
    if passed:
        text += "\n" + WHERE_NOT.format(path=passed[0][0].location, **servers)
    return text


def _check(locations: Iterable[Sequence[_Asked]]) -> str:
    """How to ask each location for what comes to it first, and what is answered where it works."""
    asked = [next((one for one in some if one.kind == some[0].kind and one.is_whole), some[0]) for some in locations]
    commands = []
    for one in asked:
        options, query, _ = CHECKS[one.kind]
        rest = "" if one.is_whole else "/REST" if not one.location.endswith("/") else "REST"
        commands.append(f"    curl -i {options}'https://HOST{one.location}{rest}{query}'")
    intro = "Check it, with the page's own address for HOST"
    intro += " (the namespace is no part of this path)" * any(one.is_socket_io for one in asked)
    if not all(one.is_whole for one in asked):
        intro += ", and for REST what only a run tells (the browser's network tools show it)"
    answers = " ".join(("It works when this is the answer.", *dict.fromkeys(CHECKS[one.kind][2] for one in asked)))
    return CHECK.format(intro=fill(intro + ":", WIDTH), commands="\n".join(commands), answers=fill(answers, WIDTH))


def is_for_frappe(texts: Iterable[bytes]) -> bool:
    """Whether one of the scanned files shows that they are for Frappe, whose server wants to know the site."""
    return any(sign in text for text in texts for sign in FRAPPE_SIGNS)


def upstream(finding: Finding) -> str | None:
    """Where the flagged connection went, as a proxy on the same machine reaches it: ``127.0.0.1:9000``; None if that
    is not known."""
    host = finding.host
    if host is None or host in EVERYWHERE or not SAFE_HOST.fullmatch(host):
        host = "127.0.0.1"
    if ":" in host and not host.startswith("["):
        host = f"[{host}]"
    return f"{host}:{finding.port}" if finding.port else None


def _block(location: str, asked: Sequence[_Asked], for_frappe: bool) -> Iterator[str]:
    """One location for all that come there: it can go to one server only, so the others are named for a choice."""
    targets = [target for target, _ in Counter(one.target for one in asked).most_common()]
    kind = asked[0].kind
    if _problem(location, kind):
        for target, problem in dict.fromkeys((one.target, _problem(location, one.kind)) for one in asked):
            some = (one for one in asked if (one.target, _problem(location, one.kind)) == (target, problem))
            yield f"    # {_places(some)}: to {target}, {problem}\n"
        return
    if assumed := [one for one in asked if not (one.known or one.otherwise)]:
        doubt = f"the option `path` is set at run time. Where it is not {location}, pass that on"
        yield f"    # {_places(assumed)}: {doubt}\n"
    whole = location if location.endswith("/") else rf"~ ^{re.escape(location)}(/|$)"  # /in is not /index.html
    lines = LINES[kind].format(site=FRAPPE_SITE if for_frappe else "")
    yield BLOCK.format(location=whole, upstream=targets[0], lines=lines)
    if targets[1:]:
        yield f"    # also found: {', '.join(targets[1:])}. All come to {location} now: pick the server that runs.\n"


def _problem(location: str, kind: str) -> str:
    """Why nothing can be printed for a location; empty where it can."""
    if not location:
        how = "--socket-path PATH prints its block" if kind in UPGRADED else "it needs a location of its own"
        return f"at a path known only at run time: {how}"
    if location == "/":
        what = (
            "pass on what has an Upgrade header"
            if kind in UPGRADED
            else "one port has one server there: give it a path"
        )
        return f"at /, where the page is: {what}"
    return "" if SAFE_PATH.fullmatch(location) else "at a path that has a meaning to nginx: quote it"


def _places(asked: Iterable[_Asked]) -> str:
    first, *others = dict.fromkeys(one.place for one in asked)
    return f"{first} and {len(others)} more" if others else first
