"""The rewrite's own run-time function, as the evaluator understands it.

It is recognised by its very text. What it does to a URL: the page's host with whatever port (one of a list, where that
is given), or a local host, becomes the page's origin; everything else stays. A host that is known only at run time
stays too: there the function decides when it runs, by this same rule.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import takewhile
from typing import TYPE_CHECKING

from bundlescan.syntax.nodes import Node
from bundlescan.values.domain import (
    MAX_WAYS,
    UNDEFINED,
    Array,
    Choice,
    Concat,
    Cond,
    Const,
    Hole,
    Page,
    Record,
    Value,
    hoist,
    lift,
    map_options,
    primitive_text,
)
from bundlescan.values.hosts import is_local_host
from bundlescan.values.strings import string_parts
from bundlescan.values.urls import address, alternatives

if TYPE_CHECKING:
    from bundlescan.values.evaluate import Evaluator


def to_origin(ev: Evaluator, value: Value, relative: str, node: Node, ports: Value | None = None) -> Value:
    """``value`` after the wrapper for clients that take URLs in the way ``relative``; ``ports``: the list of those that
    it changes alone."""
    listed = ports.items if isinstance(ports, Array) else ()
    known = [_port((port,)) for port in listed] if ports is not None else None

    def one(given: Value) -> Value:  # what a URL object spells is a choice of its own
        return lift(lambda text: _to_origin(ev, given, text, relative, node, known), hoist(ev.string(given, node)))

    def whole(given: Value) -> Value:
        front, path = _front(given)
        hoisted = hoist(front)
        if isinstance(hoisted, Hole) and hoisted is not front:  # too many ways through it: each by itself
            ways = [Concat(a.parts, node=node) for a in alternatives(front)]
            hoisted = Choice(Cond(("ways", node), "which of many", "element"), tuple(ways), node=node)
        made = lift(one, hoisted) if not isinstance(hoisted, Choice) or hoisted.size < MAX_WAYS else hoisted
        return ev.concat((made, *path), node) if path else made

    return map_options(whole, value)


def _front(value: Value) -> tuple[Value, tuple[Value, ...]]:
    """A URL up to where its path has begun, and the rest: the choices in there make no difference."""
    parts: list[Value] = []
    text = ""
    pending = list(value.parts) if isinstance(value, Concat) else []
    while pending:
        part = pending.pop(0)
        if isinstance(part, Concat) and part.steps is None:
            pending[:0] = part.parts
            continue
        parts.append(part)
        text += primitive_text(part.value) if isinstance(part, Const) else "\0"
        if _BEGUN.match(text) and pending:
            return Concat(tuple(parts), node=value.node, steps=value.steps), tuple(pending)
    return value, ()


#: what a rewrite calls in place of its function where something else than the client is called
ITSELF = "function(u){return u}"
#: a URL with an authority, and the beginning of its path
_BEGUN = re.compile(r"[^/?#]*//[^/?#]+[/?#]")


def _to_origin(
    ev: Evaluator, value: Value, text: Value, relative: str, node: Node, ports: Collection[object] | None
) -> Value:
    """What the wrapper makes of ``value``, whose text is ``text``."""
    parts = string_parts(text)
    if parts is None:
        return value
    split = address(parts)
    bare = ("bare",) if relative == "origin" else ()  # "host:9000" is a URL there
    if split.kind not in ("absolute", "scheme-relative", *bare) or not _changes(split.host):
        return value
    port = _port(split.port)
    if ports is not None and (port is None or port not in ports):
        return value
    rest = ev.concat(split.rest, node)
    scheme: Value = Page("protocol", node=node)
    if relative == "either" and split.scheme and not isinstance(split.scheme[0], (Const, Page)):
        return ev.lost(node, "a URL of a scheme that is not known")
    if relative == "websocket" or (relative == "either" and _text(split.scheme[:1]).lower().startswith("ws")):
        from bundlescan.values.conditions import HTTPS
        from bundlescan.values.domain import Choice

        scheme = Choice(HTTPS, (Const("wss:", node=node), Const("ws:", node=node)), node=node)
    return ev.concat((scheme, Const("//", node=node), Page("host", node=node), rest), node)


def _port(parts: tuple[Value, ...]) -> object:
    """A port by its text, the page's own one by what stands for it; None where it is not known."""
    if all(isinstance(part, Const) for part in parts):
        return _text(parts)
    return Page if len(parts) == 1 and isinstance(parts[0], Page) and parts[0].name == "port" else None


def options_to_origin(ev: Evaluator, args: tuple[Value, ...], node: Node) -> Value:
    """The options ``args[0]`` after the wrapper for options; see the file of the forms."""
    options, names, page, over, *limits = args
    known = [item.value for item in names.items if isinstance(item, Const)] if isinstance(names, Array) else []

    def laid(options: Value) -> Value:
        if not isinstance(over, Record):
            return options
        hosts = [ev.get(options, str(name), node) for name in known]
        host = next((h for h in hosts if not (isinstance(h, Const) and h.value in (UNDEFINED, None, ""))), None)
        if host is None:
            return Record(over.props, options, node=node) if isinstance(page, Const) and page.value else options
        return lift(lambda h: Record(over.props, options, node=node) if _own(ev, h, node) else options, hoist(host))

    if len(limits) < 2:
        return lift(laid, options)
    if not all(isinstance(limit, Array) for limit in limits):  # no step was left to read them
        return ev.lost(node, "options that were not read", key=("options", node))
    asked, ports = (
        [primitive_text(item.value) for item in limit.items if isinstance(item, Const)]
        for limit in limits
        if isinstance(limit, Array)
    )

    def limited(options: Value) -> Value:
        def one(*given: Value) -> Value:
            return laid(options) if any(_port_in(ev, value, node) in ports for value in given) else options

        return lift(one, *(hoist(ev.get(options, name, node)) for name in asked))

    return lift(limited, options)


def _port_in(ev: Evaluator, value: Value, node: Node) -> str | None:
    """The port that an option is, or that its host ends in."""
    parts = string_parts(ev.string(value, node)) or ()
    known = list(takewhile(lambda part: isinstance(part, Const), reversed(parts)))
    found = re.search(r"(?:^|:)(\d+)$", _text(tuple(reversed(known))))
    return found[1] if found and (found[0].startswith(":") or len(known) == len(parts)) else None


def _own(ev: Evaluator, host: Value, node: Node) -> bool:
    parts = string_parts(ev.string(host, node))
    return parts is not None and _changes(address((Const("//", node=node), *parts)).host)


def _changes(host: tuple[Value, ...]) -> bool:
    if len(host) == 1 and isinstance(host[0], Page) and host[0].name in ("hostname", "host", "origin"):
        return True
    if not host or not all(isinstance(part, Const) for part in host):
        return False
    return is_local_host(_text(host))


def _text(parts: tuple[Value, ...]) -> str:
    return "".join(primitive_text(part.value) for part in parts if isinstance(part, Const))
