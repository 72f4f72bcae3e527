"""One alternative of a URL -> what is wrong with it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from bundlescan.values.domain import Const, Hole, Page, Value, primitive_text
from bundlescan.values.hosts import is_local_host
from bundlescan.values.urls import DEFAULT_PORTS, Address, Alternative

#: verdicts on addresses past the page's server
PAST = frozenset({"hardcoded-port", "local-host"})
#: verdicts that something is wrong
FLAGGED = PAST | {"insecure-scheme"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """``what``: hardcoded-port, local-host, insecure-scheme, same-origin, public-host, runtime-host, runtime-port (a
    port of the page's host that is known only at run time), or elsewhere (guessed for an address that could not be
    followed, but what every library falls back to, or seen to reach another call). ``place`` is the value whose literal
    is to change; ``host`` and ``scheme`` as reports print them."""

    what: str
    place: Value | None = None
    host: str | None = None
    port: int | None = None
    scheme: str | None = None


def classify(alternative: Alternative, relative: str) -> Verdict:
    """``relative``: how the client takes a URL without a host (see ``Client.relative``)."""
    address = alternative.address
    match address.kind:
        case "empty" | "path" | "query":
            return Verdict("same-origin")
        case "opaque" | "other":
            return Verdict("runtime-host")
        case "port":
            if relative != "origin":
                return Verdict("runtime-host")
            return _page_host(address, alternative.chosen, page_scheme=True)
        case "bare" if relative != "origin":
            if not address.port or _digits(address.port) is None:
                return Verdict("same-origin") if not _has_hole(address.host) else Verdict("runtime-host")
            # "localhost:9000/x" where a URL is expected: a scheme called localhost
            return Verdict("runtime-host")
    return _absolute(address, alternative.chosen)


def _has_hole(parts: tuple[Value, ...]) -> bool:
    return any(isinstance(part, Hole) for part in parts)


def _absolute(address: Address, chosen: Mapping[Hashable, int]) -> Verdict:
    host = address.host
    page_scheme = not address.scheme or any(isinstance(p, Page) and p.name == "protocol" for p in address.scheme)
    if len(host) == 1 and isinstance(host[0], Page) and host[0].name in ("hostname", "host", "origin"):
        return _page_host(address, chosen, page_scheme=page_scheme or host[0].name == "origin")
    if not host and not address.port:
        return Verdict("runtime-host")
    if all(isinstance(part, Const) for part in host):
        name = "".join(primitive_text(part.value) for part in host if isinstance(part, Const))
        digits = _digits(address.port)
        port = int(digits) if digits else None
        if is_local_host(name):
            return Verdict("local-host", host[0] if host else None, name, port, scheme_text(address))
        return Verdict("public-host", host[0] if host else None, name, port, scheme_text(address))
    return Verdict("runtime-host")


def _page_host(address: Address, chosen: Mapping[Hashable, int], *, page_scheme: bool) -> Verdict:
    scheme = scheme_text(address)
    secure = chosen.get(("page", "https"))
    follows = (
        _is_pages(address)
        or page_scheme
        or (secure == 0 and scheme in ("https", "wss"))
        or (secure == 1 and scheme in ("http", "ws"))
    )
    has_port = chosen.get(("page", "port"))
    digits = _digits(address.port)
    port_parts = [part for part in address.port if not (isinstance(part, Const) and part.value == "")]
    if digits:
        place = next(part for part in address.port if isinstance(part, Const) and primitive_text(part.value))
        if chosen.get(("page", "port", digits)) == 0:
            return Verdict("same-origin")
        default = scheme is None and digits in DEFAULT_PORTS
        # the port that a page has whose URL names none
        own = (digits == "443" and secure == 0) or (digits == "80" and secure == 1)
        if (default or own) and has_port == 1:
            return Verdict("same-origin")
        if scheme not in DEFAULT_PORTS.get(digits, ()):  # where it is, the same address is meant as without a port
            return Verdict("hardcoded-port", place, "{location.hostname}", int(digits), scheme)
        port_parts = []
    known_port = not port_parts or (len(port_parts) == 1 and isinstance(port_parts[0], Page))
    if not known_port:
        return Verdict("runtime-port", host="{location.hostname}", scheme=scheme)
    if not follows and scheme in ("ws", "http") and secure != 1:
        return Verdict(
            "insecure-scheme", address.scheme[0] if address.scheme else None, "{location.hostname}", None, scheme
        )
    return Verdict("same-origin", scheme=scheme)


def _is_pages(address: Address) -> bool:
    """Whether a scheme that is known is the page's own, spelled out: no text of the scripts says it."""
    first = address.scheme[0] if address.scheme else None
    return isinstance(first, Const) and first.node is not None and first.node.type in ("MemberExpression", "Identifier")


def is_url(alternative: Alternative) -> bool:
    """Whether a browser takes an address for one: not with a port that is known and no number."""
    port = alternative.address.port
    text = "".join(primitive_text(part.value) for part in port if isinstance(part, Const))
    return not text or text.isdigit() or not all(isinstance(part, Const) for part in port)


def is_page_origin(alternative: Alternative, relative: str) -> bool:
    """Whether an alternative is *known* to go to the page's own origin on any http(s) page: a rewrite's proof."""
    address = alternative.address
    if address.kind in ("empty", "path"):
        return True
    if address.kind == "query":  # a browser takes it as on the page's own path
        return relative == "origin"
    if address.kind not in ("absolute", "scheme-relative") or len(address.host) != 1:
        return False
    host = address.host[0]
    if not isinstance(host, Page) or host.name not in ("hostname", "host", "origin"):
        return False
    secure = alternative.chosen.get(("page", "https"))
    scheme = scheme_text(address)
    scheme_ok = (
        not address.scheme
        or host.name == "origin"
        or all(isinstance(p, Page) for p in address.scheme)
        or (secure == 0 and scheme in ("https", "wss"))
        or (secure == 1 and scheme in ("http", "ws"))
    )
    if not scheme_ok:
        return False
    port_parts = [part for part in address.port if not (isinstance(part, Const) and part.value == "")]
    has_port = alternative.chosen.get(("page", "port"))
    if host.name in ("host", "origin"):
        return not port_parts
    if not port_parts:
        return has_port == 1
    return len(port_parts) == 1 and isinstance(port_parts[0], Page) and port_parts[0].name == "port"


def scheme_text(address: Address) -> str | None:
    """The scheme where it is one known text, without its colon."""
    if not address.scheme or not all(isinstance(part, Const) for part in address.scheme):
        return None
    text = "".join(primitive_text(part.value) for part in address.scheme if isinstance(part, Const))
    return text.rstrip(":").lower()


def _digits(port: tuple[Value, ...]) -> str | None:
    if not port or not all(isinstance(part, Const) for part in port):
        return None
    text = "".join(primitive_text(part.value) for part in port if isinstance(part, Const))
    return text if text.isdigit() and text.isascii() and 0 < int(text) < 65536 else None
