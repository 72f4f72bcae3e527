"""URLs as text: the WHATWG standard's parsing and setters, on strings that keep their pieces."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bundlescan.interp.model import (
    realm,
)
from bundlescan.interp.text import cut, join, like, replaced

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
