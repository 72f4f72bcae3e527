"""What the recorded connections of a build say: which are faults, of which rule, and where each should go instead.

Nothing here knows what the source looks like. A connection is a fault if, on some origin of the page, it goes to
the page's host on a port that is neither the page's own nor the default of its scheme, or to a local host, or (a
socket) in clear text to the page's own host from an https page. Run-time configuration is told by its port (7777).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import SplitResult, urlsplit

from tests.matrix.browser import Run

RUNTIME_PORT = 7777
DEFAULT_PORTS = {"http": 80, "ws": 80, "https": 443, "wss": 443}
SOCKET_REQUESTS = re.compile(  # HTTP requests that are a socket client's transport
    r"[?&]EIO=\d"  # Engine.IO polling
    r"|/negotiate\?.*negotiateVersion="  # SignalR
    r"|/info$|/\d{3}/[a-z0-9]+/(xhr|xhr_streaming|xhr_send|eventsource|jsonp)\b"  # SockJS
    r"|/longpoll\?"  # Phoenix
)
_LOCAL_NETWORKS = [
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/32",
        "127.0.0.0/8",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "::/128",
        "::1/128",
        "fc00::/7",
        "fe80::/10",
    )
]


@dataclass(frozen=True)
class Connection:
    """One recorded connection, without what changes from run to run."""

    api: str
    url: str
    details: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, entry: dict[str, Any]) -> Connection:
        url = entry["url"]
        if "EIO=" in url or "/info?t=" in url:  # the time: Engine.IO, and SockJS to another origin
            url = re.sub(r"([?&])t=[^&]*&?", r"\1", url).rstrip("?&")
        url = re.sub(r"(cf_connect=.*id%22%3A)\d+", r"\1#", url)  # Centrifuge: the number of the try
        dropped = {"api", "url"}
        if url.endswith("/info"):  # SockJS asks for credentials across origins only, where alone they matter
            dropped.add("credentials")
        details = {key: value for key, value in entry.items() if key not in dropped}
        if isinstance(headers := details.get("headers"), dict):  # jQuery says this to its own origin only
            details["headers"] = {key: value for key, value in headers.items() if key.lower() != "x-requested-with"}
        return cls(entry["api"], url, tuple(sorted((key, str(value)) for key, value in details.items())))

    @cached_property
    def parts(self) -> SplitResult:
        try:
            return urlsplit(self.url)
        except ValueError:  # a mutated build may give anything
            return urlsplit("")

    @property
    def host(self) -> str:
        return self.parts.hostname or ""

    @property
    def port(self) -> int:
        return self.parts.port or DEFAULT_PORTS.get(self.parts.scheme, 0)

    @property
    def kind(self) -> str:
        """socket, eventsource or http, as findings say it."""
        if self.api.startswith(("websocket", "eventsource")):
            return self.api.removesuffix("-invalid")
        if "text/event-stream" in dict(self.details).get("headers", ""):
            return "eventsource"
        return "socket" if SOCKET_REQUESTS.search(self.url) else "http"

    @property
    def conversation(self) -> tuple[str, ...]:
        """The Engine.IO session that this request or packet belongs to; any other connection is one of its own."""
        if "EIO=" not in self.url:
            return (self.url, *self.target)
        return ("engine.io", self.parts.netloc, self.parts.path, re.sub(r"&sid=[^&]*", "", self.parts.query))

    @property
    def target(self) -> tuple[str, ...]:
        """What must survive a rewrite: the way it connects, path, query, protocols, packets, credentials, headers."""
        return (self.api, self.parts.path, self.parts.query, *(f"{key}={value}" for key, value in self.details))

    def from_page(self, page: str) -> tuple[str, ...]:
        """``target`` as it is on any page: a namespace or a path may be named after the page's host, or its first
        label."""
        host = urlsplit(page).hostname or ""
        own = re.compile(rf"(?<![\w.-])(?:{re.escape(host)}|{re.escape(host.partition('.')[0])})(?![\w.-])")
        return tuple(own.sub("{page}", part) for part in self.target)

    def at(self, page: str) -> Connection:
        """The same connection to the page's own origin, its scheme following the page."""
        own = urlsplit(page)
        secure = own.scheme == "https"
        scheme = ("wss" if secure else "ws") if self.api == "websocket" else own.scheme
        url = self.parts._replace(scheme=scheme, netloc=own.netloc).geturl()
        return Connection(self.api, url, self.details)


def is_local(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return any(address in network for network in _LOCAL_NETWORKS if network.version == address.version)


@dataclass(frozen=True)
class Fault:
    """A connection that is wrong on some page, and the rule that names it. ``guarded``: only seen where the page
    itself is on localhost, which is a development guard."""

    rule: str
    host: str  # "" for the page's own
    port: int  # 0 where the port is not the fault
    connection: Connection
    page: str
    state: str
    guarded: bool = False

    @property
    def identity(self) -> tuple[str, ...]:
        """The same fault on other pages."""
        return (self.rule, self.host, str(self.port), *self.connection.target)


@dataclass(frozen=True)
class Truth:
    """The faults of a build, one entry per identity, and every run. ``requests`` are all faulty requests, where
    ``faults`` has one for each thing that connects."""

    requests: tuple[Fault, ...]
    runs: tuple[Run, ...]

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        return tuple(_one_each(list(self.requests)))

    @cached_property
    def _targets(self) -> set[tuple[str, ...]]:
        faults = [f for f in self.requests if f.rule != "http-local-host"]
        return {t for f in faults for t in (f.connection.target, f.connection.from_page(f.page))}

    def _is_faulty(self, connection: Connection, page: str) -> bool:
        return connection.target in self._targets or connection.from_page(page) in self._targets

    def expected(self, run: Run) -> dict[Connection, Connection]:
        """Where each connection of a run must go after the rewrite."""
        return {c: self._moved(c, run.page) for c in map(Connection.of, run.connections)}

    def may_move(self, connection: Connection, page: str) -> bool:
        """Whether a connection to a port that the page itself gave (``window.port || 9000``) shares its sink with a
        fault: then both the page's own origin and that port are right."""
        own = connection.host == urlsplit(page).hostname
        return own and connection.port == RUNTIME_PORT and self._is_faulty(connection, page)

    def _moved(self, connection: Connection, page: str) -> Connection:
        own = urlsplit(page).hostname
        to_change = connection.host == own or (is_local(connection.host) and connection.kind != "http")
        if to_change and self._is_faulty(connection, page) and connection.port != RUNTIME_PORT:
            return connection.at(page)
        return connection


def truth(runs: Iterable[Run]) -> Truth:
    runs = tuple(runs)
    found: dict[tuple[str, ...], Fault] = {}
    for run in sorted(runs, key=lambda run: "//localhost" in run.page):
        for entry in run.connections:
            fault = _judge(Connection.of(entry), run)
            if fault:
                found.setdefault(fault.identity, fault)
    ports = {fault.connection.target for fault in found.values() if fault.rule != "socket-insecure-scheme"}
    kept = [f for f in found.values() if f.rule != "socket-insecure-scheme" or f.connection.target not in ports]
    return Truth(tuple(_without_twins(kept)), runs)


def _one_each(faults: list[Fault]) -> list[Fault]:
    """Of the many requests of an Engine.IO session, those that name a namespace; if there is none, the first."""
    sessions: dict[tuple[str, ...], list[Fault]] = {}
    for fault in faults:
        sessions.setdefault(fault.connection.conversation, []).append(fault)
    named = {key: [f for f in group if "packet" in dict(f.connection.details)] for key, group in sessions.items()}
    return [fault for key, group in sessions.items() for fault in (named[key] or group[:1])]


def _without_twins(faults: list[Fault]) -> list[Fault]:
    """Without the localhost page's view of a fault that other pages show: there a fixed localhost is the own host."""
    open_ = {(f.port, f.connection.from_page(f.page)) for f in faults if not f.guarded}
    return [f for f in faults if not f.guarded or (f.port, f.connection.from_page(f.page)) not in open_]


def _judge(connection: Connection, run: Run) -> Fault | None:
    page = urlsplit(run.page)
    own_port = page.port or DEFAULT_PORTS[page.scheme]
    guarded = page.hostname == "localhost"
    family = "http" if connection.kind == "http" else "socket"
    if connection.port == RUNTIME_PORT or connection.api.endswith("-invalid"):
        return None
    if connection.host == page.hostname:
        if connection.parts.port is not None and connection.port != own_port:
            return Fault(f"{family}-hardcoded-port", "", connection.port, connection, run.page, run.state, guarded)
        if page.scheme == "https" and connection.parts.scheme in ("ws", "http") and family == "socket":
            return Fault("socket-insecure-scheme", "", 0, connection, run.page, run.state)
        return None
    if is_local(connection.host):
        return Fault(f"{family}-local-host", connection.host, connection.port, connection, run.page, run.state, guarded)
    return None
