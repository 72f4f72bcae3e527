"""Clients and rules as their TOML files state them: facts, no code.

A ``Client`` is a library (or a native constructor) that opens connections; each ``Connect`` is one way to do it.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from bundlescan.finding import Confidence, Severity, SinkKind
from bundlescan.rulefiles import rules_folder
from bundlescan.tomlfile import read

_T = TypeVar("_T", bound=msgspec.Struct)
#: what every page has for requests
_REQUESTS = frozenset({"fetch", "XMLHttpRequest", "navigator.sendBeacon"})


class Where(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which findings of the built-in rules an own rule takes over: all lists that are given must name something that
    fits. ``hosts`` and ``urls`` are patterns (``*``, ``?``) for the host and the URL as reports print them."""

    rules: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()
    kinds: tuple[SinkKind, ...] = ()
    hosts: tuple[str, ...] = ()
    ports: tuple[int, ...] = ()
    urls: tuple[str, ...] = ()


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``rules/<id>.toml``. ``message`` may name {client}, {port}, {host}, {scheme}, {option}; that of an own rule with
    a ``where``: {client}, {port}, {host}, {url}."""

    title: str
    severity: Severity
    message: str
    confidence: Confidence = Confidence.HIGH
    where: Where | None = None
    id: str = ""


class Parts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A URL that the library puts together itself, from arguments: each text is a path into them (``1.wsHost``: the
    option wsHost of the second; ``connect.0.useSSL``: of what the method connect of the object is given), the first
    that is given counts.

    ``page``: the scheme of the pages on which these parts are used, where that decides; if the option ``unless`` is not
    false, those for https pages are used on all. ``of``: the transport that they are for, where there are several, and
    the options that list which to use (``listed``) and which not (``unlisted``). ``scheme`` is fixed
    (``local``: what a local host has instead); ``protocol`` carries it, ``secure`` says whether it is the secure one,
    without any the page's counts. Without a host it is the page's, or none that matters here (``elsewhere``).
    ``path``: what follows, with arguments in braces (``{1.wsPath}/app/{0}``, ``{0.path|/}``). ``least``: so many
    arguments, or they mean something else.
    """

    host: tuple[str, ...]
    port: tuple[str, ...] = ()
    protocol: tuple[str, ...] = ()
    secure: str = ""
    scheme: str = ""
    local: str = ""
    path: str = "/"
    page: Literal["", "http", "https"] = ""
    of: str = ""
    listed: str = ""
    unlisted: str = ""
    elsewhere: bool = False
    unless: str = ""
    least: int = 1


class Component(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A component that opens a socket to the page's host, by the names of its properties: ``port`` (where it is not
    given, ``default``; ``shown``: used only where the page's own URL shows a port), ``path``, ``url`` (another address,
    in which ``port`` takes the place of the port), ``off`` (false: no socket)."""

    port: str
    default: str
    shown: bool = False
    path: str = ""
    url: str = ""
    off: str = ""


class Connect(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One function, constructor or method of a client that connects.

    ``exports``: its names in the package, ``globals``: its names on the page; for a method, those of what makes the
    object, and ``methods`` are its own. ``url``: the argument (index) that is the URL, -1 for none; where that is an
    object, ``option`` (a dotted path) of it is, where it is a list, ``item`` of each element. ``parts``: it is put
    together; a rewrite makes it the page's own with the text in ``same`` for each part (those in ``insert`` also where
    they are missing), or puts one URL in the place of the arguments that are parts (``together``). ``options``: the
    argument with options, of which ``ignored`` have no effect.

    ``fingerprints``: texts that stand inside the function or class in every build, whatever a minifier renames, and
    ``near``: what must stand there too, as an application may spell the first. ``objects``: properties by which the
    object is known that has the ``methods``; what its methods ``makes`` give has them as well; the
    method "" is to call the object itself. ``setting``: the URL is what is assigned to this property (a dotted path)
    of the object, or of what its ``makes`` give; with a ``hook``, a method of the object (a dotted path), to that
    property of what the function gets which the hook is given. ``itself``: called with a function, the object of
    ``globals`` gives itself to it. ``component``: it is rendered with properties.

    ``path``: the argument (a path into them: ``1.path``) that is the path of the requests, where not the URL has it; if
    it is not given, ``path_default``. It gets a slash at its end unless ``path_slash`` is false.
    """

    exports: tuple[str, ...] = ()
    globals: tuple[str, ...] = ()
    how: Literal["call", "new", "either", "method"] = "call"
    methods: tuple[str, ...] = ()
    url: int = 0
    option: str | None = None
    item: str | None = None
    parts: tuple[Parts, ...] = ()
    same: dict[str, str] = {}
    insert: tuple[str, ...] = ()
    together: bool = False
    component: Component | None = None
    path: str = ""
    path_default: str = ""
    path_slash: str = ""
    options: int | None = None
    ignored: tuple[str, ...] = ()
    fingerprints: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()
    setting: str | None = None
    hook: str | None = None
    itself: bool = False


class Client(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """``rules/clients/<name>.toml``. ``relative`` says how a URL without a host is taken: by the library, as on the
    page's ``origin``; by the browser, against the ``document``; or handed to a ``websocket``, which older browsers
    only give absolute ws(s) URLs to; ``either``: code that hands a URL to one of several clients. ``internal``: texts
    inside the library's own classes that connect. ``dev``: texts of a development server's client, which does
    not belong into a build at all. ``stream``: the client that a request belongs to whose headers ask for an event
    stream."""

    title: str
    kind: SinkKind = SinkKind.SOCKET
    relative: Literal["origin", "document", "websocket", "either"] = "document"
    connect: tuple[Connect, ...] = ()
    packages: tuple[str, ...] = ()
    internal: tuple[str, ...] = ()
    dev: tuple[str, ...] = ()
    stream: str = ""
    name: str = ""

    @cached_property
    def _fingerprints(self) -> tuple[tuple[tuple[bytes, ...], tuple[bytes, ...]], ...]:
        """For each way to connect: texts of which one must be there, and texts that all must be."""
        return tuple(
            (tuple(t.encode() for t in (*c.fingerprints, *c.objects)), tuple(t.encode() for t in c.near))
            for c in self.connect
            if c.fingerprints or c.objects
        )

    @cached_property
    def native(self) -> bool:
        """Whether it is a constructor that every page has, which libraries call inside."""
        return any(name in ("WebSocket", "EventSource") for connect in self.connect for name in connect.globals)

    @cached_property
    def of_page(self) -> bool:
        """The same of requests, too."""
        return self.native or any(name in _REQUESTS for connect in self.connect for name in connect.globals)

    @cached_property
    def _names(self) -> tuple[bytes, ...]:
        names = (name for connect in self.connect for name in connect.globals)
        return tuple(dict.fromkeys(name.encode() for name in names if len(name) > 2))

    @cached_property
    def _short(self) -> tuple[str, ...]:
        return tuple({name for connect in self.connect for name in connect.globals if len(name) <= 2})

    def may_be_in(self, script: Look) -> bool:
        """Whether a script can hold anything of this client, by its bytes alone."""
        data = script.data
        if self.kind is SinkKind.HTTP and not script.takes_hosts:
            return False
        if not script.specifiers.isdisjoint(self.packages) or any(name in data for name in self._names):
            return True
        if any(text.encode() in data for text in self.dev) or any(map(script.calls_global, self._short)):
            return True
        if self.kind is SinkKind.SOCKET and not script.opens_sockets:
            return False
        return any(
            any(text in data for text in texts) and all(text in data for text in near)
            for texts, near in self._fingerprints
        )


class Look:
    """What the bytes of a script say without a parser."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def specifiers(self) -> frozenset[str]:
        """The packages that are imported by name."""
        return frozenset(m[1].decode("utf-8", "replace") for p in _IMPORTS for m in p.finditer(self.data))

    def calls_global(self, name: str) -> bool:
        """Whether a name so short that minifiers give it to anything may be the page's own: nothing declares it, as
        somewhere in a whole application something does."""
        if any(owner + name.encode() in self.data for owner in (b"window.", b"self.", b"globalThis.")):
            return True
        used, declared = _short(name)
        if used.search(self.data) is None:
            return False
        return len(self.data) <= LARGE or declared.search(self.data) is None

    @cached_property
    def opens_sockets(self) -> bool:
        """A library that opens sockets names the native constructor in the same module."""
        return b"WebSocket" in self.data

    @cached_property
    def joins_host(self) -> bool:
        """Whether the page's host and a port are joined in one expression."""
        return _JOINED.search(self.data) is not None

    @cached_property
    def compares_headers(self) -> bool:
        """Whether code reads the Host and the Origin of a request close to each other, as a server does."""
        for match in _HEADERS.finditer(self.data):
            start, end = max(0, match.start() - NEAR), match.end() + NEAR
            near = self.data[start:end].lower()
            if b"origin" in near and b"host" in near:  # patterns that ignore case are slow
                if (
                    _HOST.search(self.data, start, end) is not None
                    and _ORIGIN.search(self.data, start, end) is not None
                ):
                    return True
        return False

    @cached_property
    def takes_hosts(self) -> bool:
        """Requests are everywhere: they count where the script names a local host, or takes the page's host apart."""
        hosts = any(text in self.data for text in _HOSTS)
        if len(self.data) > LARGE:  # a whole application: only where an address with a port or a path may be made
            written = any(text in self.data for text in _WRITTEN) or _PORT.search(self.data) is not None
            return written or self.joins_host or (hosts and _MADE.search(self.data) is not None)
        return hosts or _ADDRESS.search(self.data) is not None


@lru_cache(maxsize=16)
def _short(name: str) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """A call of a name (``io.apply(…)`` too), or its taking from the page; a declaration of it."""
    text = re.escape(name.encode())
    free = rb"(?<![\w$.]" + text + rb")"
    taken = rb"(?<=[{,\s]" + text + rb")[^{}]{0,80}\}\s*=\s*(?:window|self|globalThis)\b"
    used = text + rb"(?:" + free + rb"\s*(?:\.\s*(?:apply|call|bind)\s*)?\(|" + taken + rb")"
    return re.compile(used), re.compile(text + free + rb"(?:\s*=[^=]|(?<=function " + text + rb"))")


_IMPORTS = tuple(
    re.compile(word + rb"""\s*\(?\s*["'`]([@\w][^"'`\n]{0,80})["'`]""") for word in (rb"from", rb"import", rb"require")
)
#: bytes; a script larger than this holds libraries, which name hosts without asking any
LARGE = 100_000
_WRITTEN = (b"localhost:", b"localhost/", b"127.0.0.1:", b"0.0.0.0:", b"//192.168.", b"//10.", b"//172.", b"[::1]:")
_JOINED = re.compile(rb"location\??\.host(?:name)?\b(?:,\s*[\"'`]|[^;,]{0,30}?):(?:\d|[\"'`]\s*[+)]|\$\{)")
_PORT = re.compile(rb"(?:\}|[\"'`]):[1-9]\d{2,4}[/\"'`?$]")
#: a URL whose host comes from elsewhere, the port of a URL object, a port as a property, another port in a URL
_MADE = re.compile(
    rb"://(?:\$\{|[\"'`]\s*(?:[+,]|\.concat\b))|\}//\$\{|[\"'`]//[\"'`]\s*[+,]|(?<!this)\.port\s*=(?!=)"
    rb"|\bport[\"']?\s*:\s*[\"'`]?[1-9]\d{2,4}\b|\b(?:origin|href|host)\.replace\("
)
#: bytes between the words for a request's headers and what is read from them
NEAR = 300
_HEADERS = re.compile(rb"headers?\b(?<![\w$]headers)(?<![\w$]header)")
_HOST, _ORIGIN = (
    re.compile(rb"""(?:[.{,]\s*|["'])%b\b(?!\s*\()""" % name, re.IGNORECASE) for name in (b"host", b"origin")
)
_HOSTS = (
    b"localhost", b"127.0.", b"0.0.0.0", b"192.168.", b"169.254.", b"[::", b"hostname",
    b"location.host", b"location.origin", b"location.href",
)  # fmt: skip
_ADDRESS = re.compile(
    rb"//(?:10|172\.[123]\d)\.\d|\bport[\"']?\s*[:=]\s*[\"'`]?[1-9]|http://(?:\$\{|[\"'`]\s*(?:\+|\.concat\b))"
)


def load(kind: type[_T], path: Path, shown: str | None = None) -> _T:
    """A rule or client file, named after the file; in messages it is called ``shown``. Raises TomlError."""
    document = read(str(path), shown or path.name)
    name = "name" if kind is Client else "id"
    if name in document.table:
        raise document.error((name,), f"no key `{name}` here: the file's name says it")
    return msgspec.structs.replace(document.convert(kind), **{name: path.stem})


@lru_cache(maxsize=1)
def builtin_rules() -> dict[str, Rule]:
    return {path.stem: load(Rule, path) for path in sorted(rules_folder().glob("*.toml"))}


@lru_cache(maxsize=1)
def builtin_clients() -> tuple[Client, ...]:
    return tuple(load(Client, path) for path in sorted((rules_folder() / "clients").glob("*.toml")))
