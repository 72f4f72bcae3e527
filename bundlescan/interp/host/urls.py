"""URL, URLSearchParams, Location and History."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
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
from bundlescan.interp.host.urlparts import READERS, WRITERS, Parts, decode, encode, parse
from bundlescan.interp.model import (
    ITERATOR,
    UNDEF,
    Args,
    JSObject,
    Prop,
    Visit,
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
    to_integer,
    to_string,
)
from bundlescan.interp.text import PagePart, cut, join, like, replaced, text

_FORM = re.compile(r"[^*\-.0-9A-Z_a-z]")


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


def _swaying(read: Callable[[Parts], str]) -> Callable[[Any], Any]:
    """What the pages that are visited have, others do not."""
    return lambda this: realm.sway(read(this.parts))


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
    method(made, "createObjectURL", lambda this, args: _object_url(arg(args, 0)))
    method(made, "revokeObjectURL", lambda this, args: UNDEF)
    page.window.props["webkitURL"] = Prop(made)
    _install_params()
    _install_location()


def _maybe(parts: Parts | None) -> Any:
    return UrlObject(parts, page.protos["URL"]) if parts is not None else None


def _object_url(given: Any) -> str:
    page.sequence += 1
    made = join(("blob:", page.location.parts.origin(), f"/00000000-0000-4000-8000-{page.sequence:012d}"))
    page.blobs[str(made)] = given
    return made


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
        "get": lambda p, a: realm.sway(
            page.granted(next((v for k, v in p.pairs if k == to_string(arg(a, 0))), None))
        ),
        "has": lambda p, a: realm.sway(page.visit is Visit.GENEROUS or any(map(matching(a), p.pairs))),
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


def navigate(this: Any, args: Args) -> Any:
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
    _add_entry(made, None)
    page.task(0, lambda: _arrived(old, None))


#: the history of the page: URLs and states, and which of them is shown
visited: list[tuple[Parts, Any]] = []
turn = [0]


def _add_entry(parts: Parts, state: Any) -> None:
    visited[turn[0] + 1 :] = [(parts, state)]
    del visited[:-50]  # as browsers do
    turn[0] = len(visited) - 1


def _travel(step: int) -> Any:
    """history.go(step)"""

    def go() -> None:
        if step and 0 <= turn[0] + step < len(visited):
            old = page.location.parts
            turn[0] += step
            page.location.parts, state = visited[turn[0]]
            _arrived(old, state)

    page.task(1.0, go)
    return UNDEF


def _arrived(old: Parts, state: Any) -> None:
    events.fire(page.window, events.make("PopStateEvent", "popstate", {"state": state}))
    now = page.location.parts
    if now.fragment != old.fragment:
        fields = {"oldURL": old.href(), "newURL": now.href()}
        events.fire(page.window, events.make("HashChangeEvent", "hashchange", fields))


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
    getters(location, Location, {"href": (lambda p: p.parts.href(), lambda p, value: navigate(p, [value]))})
    for name, read in READERS.items():
        if name in ("username", "password"):
            continue
        reader = _swaying(read) if name in ("search", "hash", "pathname") else _reader(read)
        entry = (reader, _location_writer(name)) if name != "origin" else reader
        getters(location, Location, {name: entry})
    methods(location, Location, {
        "assign": navigate, "replace": navigate, "reload": lambda p, a: UNDEF,
        "toString": lambda p, a: p.parts.href(),
    })  # fmt: skip
    origins = new_object(length=0.0, contains=native(lambda this, args: False), item=native(lambda this, args: None))
    location.props["ancestorOrigins"] = Prop(origins)
    history = interface("History")
    made = JSObject(history)
    visited[:] = [(location.parts, None)]
    turn[0] = 0

    def put(this: Any, args: Args) -> Any:
        if arg(args, 2) not in (UNDEF, None):
            found = resolve(args[2])
            if found is None:
                throw_dom("SecurityError", "Invalid URL")
            if found.origin() != location.parts.origin():
                throw_dom("SecurityError", "A history state object with another origin cannot be created")
            location.parts = found
        visited[turn[0]] = (location.parts, arg(args, 0))
        return UNDEF

    def push(this: Any, args: Args) -> Any:
        before = visited[turn[0]]
        put(this, args)
        added, visited[turn[0]] = visited[turn[0]], before
        _add_entry(*added)
        return UNDEF

    methods(history, JSObject, {
        "pushState": push, "replaceState": put, "go": lambda t, a: _travel(to_integer(arg(a, 0))),
        "back": lambda t, a: _travel(-1), "forward": lambda t, a: _travel(1),
    })  # fmt: skip
    getters(history, JSObject, {"state": lambda t: visited[turn[0]][1], "length": lambda t: float(len(visited))})
    history.props["scrollRestoration"] = "auto"
    page.window.props["history"] = Prop(made, enumerable=True)
