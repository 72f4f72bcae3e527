"""URL, URLSearchParams, Location and History: the WHATWG URL standard, on strings that keep their pieces."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from bundlescan.interp.host import events
from bundlescan.interp.host.kit import (
    class_of,
    entries,
    getters,
    interface,
    iterator_of,
    methods,
    native,
    page,
    throw_dom,
)
from bundlescan.interp.model import (
    ITERATOR,
    UNDEF,
    Args,
    JSObject,
    Prop,
    arg,
    call,
    enumerable_own,
    get,
    is_callable,
    iterate,
    method,
    new_array,
    new_object,
    proto_for,
    realm,
    throw,
    to_string,
)
from bundlescan.interp.text import PagePart, cut, join, like, replaced, text

SPECIAL = {"http": "80", "https": "443", "ws": "80", "wss": "443", "ftp": "21", "file": ""}
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_FRAGMENT = re.compile(r"[^\x21\x23-\x3b\x3d\x3f-\x5f\x61-\x7e]")
_QUERY = re.compile(r"[^\x21\x24-\x3b\x3d\x3f-\x7e]")
_SPECIAL_QUERY = re.compile(r"[^\x21\x24-\x26\x28-\x3b\x3d\x3f-\x7e]")
_PATH = re.compile(r"[^\x21\x24-\x3b\x3d\x40-\x5d\x5f\x61-\x7a\x7c\x7e]")
_USERINFO = re.compile(r"[^\x21\x24-\x2e\x30-\x39\x41-\x5a\x5f\x61-\x7a\x7e]")
_C0 = re.compile(r"[^\x20-\x7e]")
_FORBIDDEN_HOST = re.compile(r"[\x00\t\n\r #/:<>?@\[\\\]^|]")
_FORBIDDEN_DOMAIN = re.compile(r"[\x00-\x20\"#%/:<>?@\[\\\]^`{|}\x7f]")
_FORM = re.compile(r"[^*\-.0-9A-Z_a-z]")
_SINGLE_DOT = {".", "%2e"}
_DOUBLE_DOT = {"..", ".%2e", "%2e.", "%2e%2e"}


@dataclass
class Parts:
    """A parsed URL. The separators stand in the parts, so that these keep where they come from."""

    protocol: str  # with its colon
    slashes: str = ""  # "//" where there is a host, or ""
    username: str = ""
    password: str = ""
    host: str = ""
    colon: str = ":"  # before the port
    port: str = ""
    path: str = ""
    opaque: bool = False
    query: str = ""  # with its "?"; "" is null
    fragment: str = ""  # with its "#"

    @property
    def scheme(self) -> str:
        return str(self.protocol)[:-1]

    @property
    def special(self) -> bool:
        return self.scheme in SPECIAL

    def host_port(self) -> str:
        return join((self.host, self.colon, self.port)) if self.port else self.host

    def href(self) -> str:
        user: tuple[str, ...] = ()
        if self.username or self.password:
            user = (self.username, ":", self.password, "@") if self.password else (self.username, "@")
        dot = "/." if not self.slashes and not self.opaque and self.path.startswith("//") else ""
        return join((self.protocol, self.slashes, *user, self.host_port(), dot, self.path, self.query, self.fragment))

    def origin(self) -> str:
        if self.scheme == "blob":
            inner = parse(self.path, None)
            return inner.origin() if inner is not None and inner.scheme in ("http", "https") else "null"
        if not self.special or self.scheme == "file":
            return "null"
        return join((self.protocol, self.slashes, self.host_port()))


def encode(value: str, those: re.Pattern[str]) -> str:
    """Percent-encodes the characters that ``those`` finds."""
    found = [(m.start(), m.end(), "".join(f"%{b:02X}" for b in m.group().encode("utf-8", "replace")))
             for m in those.finditer(value)]  # fmt: skip
    return replaced(value, found) if found else value


def decode(value: str) -> str:
    """Percent-decodes; what is not encoded keeps its pieces."""
    found = [(m.start(), m.end(), bytes.fromhex(m.group().replace("%", "")).decode("utf-8", "replace"))
             for m in re.finditer(r"(?:%[0-9A-Fa-f]{2})+", value)]  # fmt: skip
    return replaced(value, found) if found else value


def parse(source: str, base: Parts | None) -> Parts | None:
    """The URL that ``source`` is, relative to ``base``; None where it is none."""
    realm.steps(len(source) // 64 + 1)
    plain = str(source)
    start = len(plain) - len(plain.lstrip("".join(map(chr, range(33)))))
    source = cut(source, start, max(start, len(plain.rstrip("".join(map(chr, range(33)))))))
    if re.search(r"[\t\n\r]", source):
        source = replaced(source, [(m.start(), m.end(), "") for m in re.finditer(r"[\t\n\r]+", source)])
    found = _SCHEME.match(source)
    if found is None:
        if base is None:
            return None
        if base.opaque:
            return replace(base, fragment=encode(source, _FRAGMENT)) if source.startswith("#") else None
        return _file(source, base.protocol, base) if base.scheme == "file" else _relative(source, base)
    protocol = cut(source, 0, found.end())
    protocol = like(protocol, str(protocol).lower())
    rest = cut(source, found.end())
    scheme = str(protocol)[:-1]
    if scheme == "file":
        return _file(rest, protocol, base if base is not None and base.scheme == "file" else None)
    if scheme in SPECIAL:
        if base is not None and base.scheme == scheme and not rest.startswith("//"):
            return _relative(rest, replace(base, protocol=protocol))
        return _slashes(rest, protocol)
    if rest.startswith("//"):
        return _authority(cut(rest, 2), protocol, cut(rest, 0, 2))
    if rest.startswith("/"):
        return _tail(Parts(protocol), rest)
    end = re.search(r"[?#]", rest)
    at = end.start() if end else len(rest)
    return _after_path(Parts(protocol, path=encode(cut(rest, 0, at), _C0), opaque=True), cut(rest, at))


def _slashes(rest: str, protocol: str) -> Parts | None:
    """The authority of a special URL, however many slashes come before."""
    found = re.match(r"[/\\]*", rest)
    count = found.end() if found else 0
    return _authority(cut(rest, count), protocol, cut(rest, 0, 2) if rest.startswith("//") else "//")


def _file(rest: str, protocol: str, base: Parts | None) -> Parts | None:
    rest = replaced(rest, [(m.start(), m.end(), "/") for m in re.finditer(r"\\", re.split(r"[?#]", rest)[0])])
    if rest.startswith("//"):
        end = re.search(r"[/?#]", str(rest)[2:])
        at = end.start() + 2 if end else len(rest)
        host = _host(cut(rest, 2, at), True) if at > 2 else ""
        if host is None:
            return None
        return _tail(Parts(protocol, "//", host="" if host == "localhost" else host), cut(rest, at))
    if base is not None and not rest.startswith("/"):
        return _relative(rest, base)
    return _tail(Parts(protocol, "//", host=base.host if base is not None else ""), rest)


def _relative(rest: str, base: Parts) -> Parts | None:
    slash = "/\\" if base.special else "/"
    if rest and rest[0] in slash:
        if len(rest) > 1 and rest[1] in slash:
            if base.special:
                return _slashes(rest, base.protocol)
            return _authority(cut(rest, 2), base.protocol, cut(rest, 0, 2))
        return _tail(replace(base, path="", query="", fragment=""), rest)
    if not rest:
        return replace(base, fragment="")
    if rest[0] == "?":
        return _after_path(replace(base, query="", fragment=""), rest)
    if rest[0] == "#":
        return _after_path(replace(base, fragment=""), rest)
    kept = cut(base.path, 0, str(base.path).rfind("/") + 1) or "/"
    return _tail(replace(base, path="", query="", fragment=""), rest, kept)


def _authority(rest: str, protocol: str, slashes: str) -> Parts | None:
    made = Parts(protocol, slashes)
    end = re.search(r"[/\\?#]" if made.special else r"[/?#]", rest)
    at = end.start() if end else len(rest)
    authority, tail = cut(rest, 0, at), cut(rest, at)
    user = str(authority).rfind("@")
    if user >= 0:
        colon = str(authority).find(":", 0, user)
        made.username = encode(cut(authority, 0, colon if colon >= 0 else user), _USERINFO)
        made.password = encode(cut(authority, colon + 1, user), _USERINFO) if colon >= 0 else ""
        authority = cut(authority, user + 1)
        if not authority:
            return None
    colon = str(authority).rfind(":")
    if colon >= 0 and "]" in str(authority)[colon:]:
        colon = -1
    host = _host(cut(authority, 0, colon if colon >= 0 else None), made.special)
    if host is None or (not host and (made.special or colon >= 0)):
        return None
    made.host = host
    if colon >= 0 and not _set_port(made, cut(authority, colon + 1), cut(authority, colon, colon + 1)):
        return None
    return _tail(made, tail)


def _set_port(made: Parts, port: str, colon: str = ":") -> bool:
    if not port:
        made.port = ""
        return True
    if not (port.isascii() and port.isdecimal()) or len(str(port).lstrip("0")) > 5 or int(port) > 65535:
        return False
    port = cut(port, min(len(port) - len(str(port).lstrip("0")), len(port) - 1))
    made.port = "" if SPECIAL.get(made.scheme) == port else port
    made.colon = colon
    return True


def _host(host: str, special: bool) -> str | None:
    if host.startswith("["):
        return _ipv6(host) if host.endswith("]") else None
    if not special:
        return None if _FORBIDDEN_HOST.search(host) else encode(host, _C0)
    if not host:
        return host
    host = decode(host)
    if not host.isascii():
        try:
            host = str(host).encode("idna").decode("ascii")
        except UnicodeError:
            return None
    host = like(host, str(host).lower())
    if _FORBIDDEN_DOMAIN.search(host):
        return None
    last = str(host).rstrip(".").rpartition(".")[2]
    if re.fullmatch(r"[0-9]+|0x[0-9a-f]*", last):
        return _ipv4(host)
    return host


def _ipv4(host: str) -> str | None:
    parts = str(host).split(".")
    if len(parts) > 1 and not parts[-1]:
        parts.pop()
    if len(parts) > 4:
        return None
    numbers = []
    for part in parts:
        try:
            if part.startswith("0x"):
                numbers.append(int(part[2:] or "0", 16))
            elif len(part) > 1 and part.startswith("0"):
                numbers.append(int(part[1:], 8))
            else:
                numbers.append(int(part))
        except ValueError:
            return None
    if any(n > 255 for n in numbers[:-1]) or numbers[-1] >= 256 ** (5 - len(numbers)):
        return None
    whole = numbers[-1] + sum(n << 8 * (3 - i) for i, n in enumerate(numbers[:-1]))
    made = ".".join(str(whole >> shift & 255) for shift in (24, 16, 8, 0))
    return host if made == host else made


def _ipv6(host: str) -> str | None:
    try:
        made = f"[{ipaddress.IPv6Address(str(host)[1:-1]).compressed}]"
    except ValueError:
        return None
    return like(host, made) if made == str(host).lower() else made


def _tail(made: Parts, rest: str, before: str = "") -> Parts:
    """The path, query and fragment of ``rest``; ``before`` is the directory of a relative path."""
    end = re.search(r"[?#]", rest)
    at = end.start() if end else len(rest)
    path = cut(rest, 0, at)
    if made.special:
        path = replaced(path, [(m.start(), m.end(), "/") for m in re.finditer(r"\\", path)])
        if not path.startswith("/") and not before:
            path = join(("/", path))
    made.path = _path(join((before, path)))
    return _after_path(made, cut(rest, at))


def _path(path: str) -> str:
    path = encode(path, _PATH)
    plain = str(path)
    segments = plain.split("/")
    if not any(s.lower() in _SINGLE_DOT or s.lower() in _DOUBLE_DOT for s in segments):
        return path
    out: list[str] = []
    at = 0
    for index, segment in enumerate(segments[1:] if plain.startswith("/") else segments):
        begin = at if plain.startswith("/") or index else 0
        size = len(segment) + (1 if plain.startswith("/") or index else 0)
        last = begin + size >= len(plain)
        lower = segment.lower()
        if lower in _DOUBLE_DOT or lower in _SINGLE_DOT:
            if lower in _DOUBLE_DOT and out:
                out.pop()
            if last:
                out.append("/")
        else:
            out.append(cut(path, begin, begin + size))
        at = begin + size
    return join(out) or "/"


def _after_path(made: Parts, rest: str) -> Parts:
    at = str(rest).find("#")
    if at >= 0:
        made.fragment = encode(cut(rest, at), _FRAGMENT)
        rest = cut(rest, 0, at)
    if rest.startswith("?"):
        made.query = encode(rest, _SPECIAL_QUERY if made.special else _QUERY)
    return made


# -- setters ------------------------------------------------------------------------------------------------------


def set_protocol(parts: Parts, value: str) -> None:
    found = _SCHEME.match(join((value, ":")))
    if found is None:
        return
    protocol = cut(join((value, ":")), 0, found.end())
    protocol = like(protocol, str(protocol).lower())
    if (str(protocol)[:-1] in SPECIAL) != parts.special:
        return
    parts.protocol = protocol
    if parts.port == SPECIAL.get(parts.scheme):
        parts.port = ""


def set_host(parts: Parts, value: str, with_port: bool) -> None:
    if parts.opaque:
        return
    end = re.search(r"[/\\?#]" if parts.special else r"[/?#]", value)
    value = cut(value, 0, end.start() if end else None)
    colon = str(value).rfind(":")
    if colon >= 0 and "]" in str(value)[colon:]:
        colon = -1
    if colon >= 0 and not with_port:
        return
    host = _host(cut(value, 0, colon if colon >= 0 else None), parts.special)
    if host is None or (not host and parts.special and parts.scheme != "file"):
        return
    parts.host = host
    parts.slashes = parts.slashes or "//"
    if 0 <= colon < len(value) - 1:
        set_port(parts, cut(value, colon + 1), cut(value, colon, colon + 1))


def set_port(parts: Parts, value: str, colon: str = ":") -> None:
    if not parts.host or parts.scheme == "file":
        return
    found = re.match(r"[0-9]*", value)
    digits = cut(value, 0, found.end() if found else 0)
    if digits or not value:
        _set_port(parts, digits, colon)


def set_path(parts: Parts, value: str) -> None:
    if not parts.opaque:
        marks = [(m.start(), m.end(), encode(m.group(), re.compile("[?#]"))) for m in re.finditer(r"[?#]", value)]
        value = replaced(value, marks)
        if not value and not parts.special:
            parts.path = ""
            return
        if not value.startswith("/") and not (parts.special and value.startswith("\\")):
            value = join(("/", value))
        parts.path = _tail(Parts(parts.protocol, parts.slashes), value).path


def set_query(parts: Parts, value: str) -> None:
    value = value if value.startswith("?") or not value else join(("?", value))
    marks = [(m.start(), m.end(), "%23") for m in re.finditer("#", value)]
    parts.query = encode(replaced(value, marks), _SPECIAL_QUERY if parts.special else _QUERY)


def set_fragment(parts: Parts, value: str) -> None:
    value = value if value.startswith("#") or not value else join(("#", value))
    parts.fragment = encode(value, _FRAGMENT)


#: the properties that URL, Location, HTMLAnchorElement share
READERS: dict[str, Callable[[Parts], str]] = {
    "protocol": lambda p: p.protocol,
    "host": lambda p: p.host_port(),
    "hostname": lambda p: p.host,
    "port": lambda p: p.port,
    "pathname": lambda p: p.path,
    "search": lambda p: p.query if len(p.query) > 1 else "",
    "hash": lambda p: p.fragment if len(p.fragment) > 1 else "",
    "username": lambda p: p.username,
    "password": lambda p: p.password,
    "origin": lambda p: p.origin(),
}
WRITERS: dict[str, Callable[[Parts, str], None]] = {
    "protocol": set_protocol,
    "host": lambda p, v: set_host(p, v, True),
    "hostname": lambda p, v: set_host(p, v, False),
    "port": set_port,
    "pathname": set_path,
    "search": set_query,
    "hash": set_fragment,
    "username": lambda p, v: setattr(p, "username", encode(v, _USERINFO)),
    "password": lambda p, v: setattr(p, "password", encode(v, _USERINFO)),
}


# -- URL ----------------------------------------------------------------------------------------------------------


class UrlObject(JSObject):
    __slots__ = ("params", "parts")
    class_name = "URL"

    def __init__(self, parts: Parts, proto: JSObject) -> None:
        super().__init__(proto)
        self.parts = parts
        self.params: ParamsObject | None = None

    def changed(self) -> None:
        """The query was set: its parameters are read anew."""
        if self.params is not None:
            self.params.pairs = parse_pairs(cut(self.parts.query, 1))


class ParamsObject(JSObject):
    __slots__ = ("pairs", "url")
    class_name = "URLSearchParams"

    def __init__(self, pairs: list[tuple[str, str]], proto: JSObject, url: UrlObject | None = None) -> None:
        super().__init__(proto)
        self.pairs = pairs
        self.url = url

    def changed(self) -> None:
        if self.url is not None:
            made = serialize(self.pairs)
            self.url.parts.query = join(("?", made)) if made else ""


def parse_pairs(query: str) -> list[tuple[str, str]]:
    out = []
    at = 0
    plain = str(query)
    realm.steps(len(plain) // 64)
    while at <= len(plain):
        end = plain.find("&", at)
        end = len(plain) if end < 0 else end
        if end > at:
            equals = plain.find("=", at, end)
            name = cut(query, at, equals if equals >= 0 else end)
            value = cut(query, equals + 1, end) if equals >= 0 else ""
            out.append((_form_decode(name), _form_decode(value)))
        at = end + 1
    return out


def _form_decode(value: str) -> str:
    return decode(like(value, str(value).replace("+", " ")))


def serialize(pairs: list[tuple[str, str]]) -> str:
    realm.steps(len(pairs))
    return join((join((_form_encode(name), "=", _form_encode(value))) for name, value in pairs), "&")


def _form_encode(value: str) -> str:
    value = encode(value, _FORM)
    spaces = [(m.start(), m.end(), "+") for m in re.finditer("%20", value)]
    return replaced(value, spaces) if spaces else value


def pairs_of(value: Any) -> list[tuple[str, str]]:
    """What ``new URLSearchParams(value)`` holds; headers and form data are given so too."""
    if isinstance(value, ParamsObject):
        return list(value.pairs)
    if isinstance(value, JSObject):
        if is_callable(value.get(ITERATOR, value)):
            out = []
            for item in iterate(value):
                pair = list(iterate(item))
                if len(pair) != 2:
                    throw("TypeError", "Each pair must have a name and a value")
                out.append((to_string(pair[0]), to_string(pair[1])))
            return out
        return [(k, to_string(get(value, k))) for k in enumerable_own(value) if isinstance(k, str)]
    if value is UNDEF:
        return []
    made = to_string(value)
    return parse_pairs(cut(made, 1) if made.startswith("?") else made)


def resolve(value: Any) -> Parts | None:
    """A URL that a script gives, against the page's."""
    return parse(to_string(value), base_parts())


def base_parts() -> Parts:
    found: Parts = page.document.base() if page.document is not None else page.location.parts
    return found


def _make_url(args: Args, new_target: JSObject) -> Any:
    base = None
    if arg(args, 1) is not UNDEF:
        base = parse(to_string(args[1]), None)
        if base is None:
            throw("TypeError", "Failed to construct 'URL': Invalid base URL")
    parts = parse(to_string(arg(args, 0)), base)
    if parts is None:
        throw("TypeError", "Failed to construct 'URL': Invalid URL")
    return UrlObject(parts, proto_for(new_target, page.protos["URL"]))


def _parsed(args: Args) -> Parts | None:
    base = None
    if arg(args, 1) is not UNDEF:
        base = parse(to_string(args[1]), None)
        if base is None:
            return None
    return parse(to_string(arg(args, 0)), base)


def _set_href(url: UrlObject, value: Any) -> None:
    parts = parse(to_string(value), None)
    if parts is None:
        throw("TypeError", "Failed to set the 'href' property on 'URL': Invalid URL")
    url.parts = parts
    url.changed()


def _params(url: UrlObject) -> ParamsObject:
    if url.params is None:
        url.params = ParamsObject(parse_pairs(cut(url.parts.query, 1)), page.protos["URLSearchParams"], url)
    return url.params


def _reader(read: Callable[[Parts], str]) -> Callable[[Any], Any]:
    return lambda this: read(this.parts)


def _url_writer(write: Callable[[Parts, str], None]) -> Callable[[Any, Any], None]:
    def run(this: UrlObject, value: Any) -> None:
        write(this.parts, to_string(value))
        this.changed()

    return run


def install() -> None:
    proto = interface("URL", None, _make_url)
    getters(proto, UrlObject, {"href": (lambda u: u.parts.href(), _set_href), "searchParams": _params})
    for name, read in READERS.items():
        write = WRITERS.get(name)
        getters(proto, UrlObject, {name: (_reader(read), _url_writer(write)) if write else _reader(read)})
    methods(proto, UrlObject, {"toString": lambda u, a: u.parts.href(), "toJSON": lambda u, a: u.parts.href()})
    made = class_of("URL")
    method(made, "canParse", lambda this, args: _parsed(args) is not None)
    method(made, "parse", lambda this, args: _maybe(_parsed(args)))
    method(made, "createObjectURL", lambda this, args: _object_url())
    method(made, "revokeObjectURL", lambda this, args: UNDEF)
    page.window.props["webkitURL"] = Prop(made)
    _install_params()
    _install_location()


def _maybe(parts: Parts | None) -> Any:
    return UrlObject(parts, page.protos["URL"]) if parts is not None else None


def _object_url() -> str:
    page.sequence += 1
    return join(("blob:", page.location.parts.origin(), f"/00000000-0000-4000-8000-{page.sequence:012d}"))


def _install_params() -> None:
    def make(args: Args, new_target: JSObject) -> Any:
        return ParamsObject(pairs_of(arg(args, 0)), proto_for(new_target, page.protos["URLSearchParams"]))

    def append(this: ParamsObject, args: Args) -> Any:
        this.pairs.append((to_string(arg(args, 0)), to_string(arg(args, 1))))
        this.changed()
        return UNDEF

    def matching(args: Args) -> Callable[[tuple[str, str]], bool]:
        name = to_string(arg(args, 0))
        if arg(args, 1) is UNDEF:
            return lambda pair: pair[0] == name
        value = to_string(args[1])
        return lambda pair: pair[0] == name and pair[1] == value

    def delete(this: ParamsObject, args: Args) -> Any:
        wanted = matching(args)
        this.pairs[:] = [pair for pair in this.pairs if not wanted(pair)]
        this.changed()
        return UNDEF

    def set_(this: ParamsObject, args: Args) -> Any:
        name, value = to_string(arg(args, 0)), to_string(arg(args, 1))
        at = next((i for i, pair in enumerate(this.pairs) if pair[0] == name), len(this.pairs))
        rest = [pair for pair in this.pairs[at:] if pair[0] != name]
        this.pairs[at:] = [(name, value), *rest]
        this.changed()
        return UNDEF

    def sort(this: ParamsObject, args: Args) -> Any:
        this.pairs.sort(key=lambda pair: str(pair[0]))
        this.changed()
        return UNDEF

    proto = interface("URLSearchParams", None, make)
    getters(proto, ParamsObject, {"size": lambda p: float(len(p.pairs))})
    methods(proto, ParamsObject, {
        "append": append, "delete": delete, "set": set_, "sort": sort,
        "get": lambda p, a: next((v for k, v in p.pairs if k == to_string(arg(a, 0))), None),
        "has": lambda p, a: any(map(matching(a), p.pairs)),
        "toString": lambda p, a: serialize(p.pairs),
    })  # fmt: skip
    pair_methods(proto, ParamsObject)


def pair_methods(proto: JSObject, kind: type[Any]) -> None:
    """getAll, forEach and the iterators of what has ``pairs``."""

    def each(this: Any, args: Args) -> Any:
        for name, value in list(this.pairs):
            call(arg(args, 0), arg(args, 1), [value, name, this])
        return UNDEF

    methods(proto, kind, {
        "getAll": lambda p, a: new_array([v for k, v in p.pairs if k == to_string(arg(a, 0))]),
        "forEach": each,
        "keys": lambda p, a: iterator_of([k for k, _ in p.pairs]),
        "values": lambda p, a: iterator_of([v for _, v in p.pairs]),
        "entries": lambda p, a: iterator_of(entries(p.pairs)),
    })  # fmt: skip
    proto.props[ITERATOR] = Prop(proto.props["entries"].value)


# -- Location, History --------------------------------------------------------------------------------------------


class Location(JSObject):
    __slots__ = ("parts",)
    class_name = "Location"

    def __init__(self, parts: Parts, proto: JSObject) -> None:
        super().__init__(proto)
        self.parts = parts


def page_parts() -> Parts:
    """The page's own URL, each part of it known."""

    def part(value: str, name: str) -> str:
        return text(value, PagePart(name, len(value))) if value else ""

    address = page.address
    path, mark, fragment = address.path.partition("#")
    path, question, query = path.partition("?")
    scheme = address.protocol.removesuffix(":")
    return Parts(
        join((part(scheme, "protocol"), part(":", "separator"))), "//", host=part(address.hostname, "hostname"),
        colon=part(":", "separator"), port=part(address.port, "port"), path=part(path or "/", "pathname"),
        query=part(question + query, "search"), fragment=part(mark + fragment, "hash"),
    )  # fmt: skip


def _navigate(this: Any, args: Args) -> Any:
    made = resolve(arg(args, 0))
    if made is None:
        throw_dom("SyntaxError", "Invalid URL")
    now = page.location.parts
    if made.fragment and replace(made, fragment="").href() == replace(now, fragment="").href():
        _go_to(made)
    else:
        page.navigations.append(made.href())
    return UNDEF


def _go_to(made: Parts) -> None:
    """Another fragment of the page: the only navigation that goes on in the same one."""
    old = page.location.parts
    if made.href() == old.href():
        return
    page.location.parts = made

    def tell() -> None:
        events.fire(page.window, events.make("PopStateEvent", "popstate", {"state": None}))
        events.fire(page.window, events.make("HashChangeEvent", "hashchange", {
            "oldURL": old.href(), "newURL": made.href(),
        }))  # fmt: skip

    page.task(0, tell)


def _location_writer(name: str) -> Callable[[Any, Any], None]:
    def run(this: Location, value: Any) -> None:
        made = replace(this.parts)
        WRITERS[name](made, to_string(value))
        if name == "hash":
            _go_to(made)
        else:
            page.navigations.append(made.href())

    return run


def _install_location() -> None:
    proto = interface("Location")
    page.location = location = Location(page_parts(), proto)
    # the properties are its own, and cannot be replaced, as in browsers
    getters(location, Location, {"href": (lambda p: p.parts.href(), lambda p, value: _navigate(p, [value]))})
    for name, read in READERS.items():
        if name in ("username", "password"):
            continue
        entry = (_reader(read), _location_writer(name)) if name != "origin" else _reader(read)
        getters(location, Location, {name: entry})
    methods(location, Location, {
        "assign": _navigate, "replace": _navigate, "reload": lambda p, a: UNDEF,
        "toString": lambda p, a: p.parts.href(),
    })  # fmt: skip
    origins = new_object(length=0.0, contains=native(lambda this, args: False), item=native(lambda this, args: None))
    location.props["ancestorOrigins"] = Prop(origins)
    history = interface("History")
    made = JSObject(history)
    state: list[Any] = [None]

    def push(this: Any, args: Args) -> Any:
        state[0] = arg(args, 0)
        if arg(args, 2) not in (UNDEF, None):
            found = resolve(args[2])
            if found is None:
                throw_dom("SecurityError", "Invalid URL")
            if found.origin() != location.parts.origin():
                throw_dom("SecurityError", "A history state object with another origin cannot be created")
            location.parts = found
        return UNDEF

    methods(history, JSObject, {
        "pushState": push, "replaceState": push, "go": lambda t, a: UNDEF, "back": lambda t, a: UNDEF,
        "forward": lambda t, a: UNDEF,
    })  # fmt: skip
    getters(history, JSObject, {"state": lambda t: state[0], "length": lambda t: 1.0})
    history.props["scrollRestoration"] = "auto"
    page.window.props["history"] = Prop(made, enumerable=True)
