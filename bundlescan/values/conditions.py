"""Truth, equality and what a test says: booleans are values too.

A test that hangs on the page's URL gets a canonical key, however it is spelled: ``location.port``,
``"" !== location.port`` and ``location.port.length > 0`` are one condition, so the alternatives of a URL
that uses several of them stay together.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Hashable, Sequence
from functools import partial

from bundlescan.syntax.nodes import Node
from bundlescan.values import guards
from bundlescan.values.domain import (
    OBJECTS,
    UNDEFINED,
    Choice,
    Concat,
    Cond,
    Const,
    Dead,
    Function,
    Global,
    Hole,
    Page,
    Value,
    const,
    hoist,
    lift,
    map_options,
    primitive_number,
    primitive_text,
    primitive_truth,
)
from bundlescan.values.hosts import is_local_host

HTTPS = Cond(("page", "https"), 'location.protocol === "https:"', "page")
PORT = Cond(("page", "port"), "location.port", "page")

#: the first part of the key of a hole that is a number above zero
POSITIVE = "above zero"

TRUE = const(True)
FALSE = const(False)


def choose(cond: Cond) -> Value:
    """The boolean that ``cond`` is."""
    return Choice(cond, (TRUE, FALSE))


def spelled(value: Value) -> Value:
    """A page property as the pieces it is made of: protocol as its two texts, host as hostname and port."""
    match value:
        case Page(name="protocol"):
            return Choice(HTTPS, (_at("https:", value), _at("http:", value)), node=value.node, steps=value.steps)
        case Page(name="host"):
            name = Page("hostname", node=value.node, steps=value.steps)
            full = Concat((name, _at(":", value), Page("port", node=value.node, steps=value.steps)), node=value.node)
            return Choice(PORT, (full, name), node=value.node)
        case Page(name="origin"):
            pieces = (Page("protocol", node=value.node), _at("//", value), Page("host", node=value.node))
            return hoist(Concat(tuple(spelled(p) for p in pieces), node=value.node, steps=value.steps))
        case Page(name="href"):
            whole = (
                Page("origin", node=value.node),
                Page("pathname", node=value.node),
                Page("search", node=value.node),
                Page("hash", node=value.node),
            )
            return hoist(Concat(tuple(spelled(p) for p in whole), node=value.node, steps=value.steps))
        case Concat():
            if any(isinstance(p, Page) and p.name in ("protocol", "host", "origin", "href") for p in value.parts):
                return hoist(Concat(tuple(spelled(p) for p in value.parts), node=value.node, steps=value.steps))
    return value


def spelled_out(value: Value) -> Value:
    """``value`` with its page properties as the pieces they are made of, and its choices at the top."""
    return hoist(lift(spelled, hoist(value)))


def _at(text: str, value: Value) -> Const:
    return Const(text, node=value.node, steps=value.steps)


def truth(value: Value) -> Value:
    """ToBoolean, as a value: True, False, or a choice between them."""
    return lift(_truth, hoist(value))


def _truth(value: Value) -> Value:
    match value:
        case Const(value=known):
            return const(primitive_truth(known), value.node)
        case Page(number=True):
            return TRUE
        case Page(name="port"):
            return choose(PORT)
        case Page(name="search" | "hash" as name):
            return choose(Cond(("page", name), f"location.{name}", "page"))
        case Page():
            return TRUE
        case Concat(parts=parts):
            if any(isinstance(p, Const) and primitive_text(p.value) for p in parts):
                return TRUE
            if any(isinstance(p, Page) and p.name not in ("port", "search", "hash") for p in parts):
                return TRUE
            if len(parts) == 1:
                return truth(parts[0])
            return choose(Cond(("truthy", value.node), excerpt(value.node)))
        case Hole() if is_positive(value):
            return TRUE
        case Hole():
            return choose(Cond(("truthy", value.key), value.path or excerpt(value.node), guards.named(value.path)))
        case _ if isinstance(value, OBJECTS):
            return TRUE
    return choose(Cond(("truthy", id(value)), excerpt(value.node)))


def negate(boolean: Value) -> Value:
    return lift(lambda b: const(not b.value) if isinstance(b, Const) else b, boolean)


def branch(test: Value, then: Callable[[], Value], otherwise: Callable[[], Value]) -> Value:
    """``then()`` where the boolean ``test`` is true, ``otherwise()`` where it is false; each at most once."""
    made: dict[bool, Value] = {}

    def pick(boolean: Value) -> Value:
        if not isinstance(boolean, Const):
            return boolean
        which = bool(boolean.value)
        if which not in made:
            made[which] = then() if which else otherwise()
        return made[which]

    return map_options(pick, test)


#: tests in a row that may hold or not; one more, and what follows is a hole
MAX_TESTS = 64


def select(
    count: int, test: Callable[[int], Value], then: Callable[[int], Value], otherwise: Callable[[], Value], node: Node
) -> Value:
    """``then(i)`` for the first of ``count`` tests that holds, ``otherwise()`` where none does."""

    def chain(index: int, unknown: int) -> Value:
        while index < count:
            holds = test(index)
            if isinstance(holds, Const):
                if holds.value:
                    return then(index)
                index += 1
                continue
            if unknown == MAX_TESTS:
                return Hole(("tests", node), "too many cases", node=node)
            return branch(holds, partial(then, index), partial(chain, index + 1, unknown + 1))
        return otherwise()

    return chain(0, 0)


def nullish(value: Value) -> Value:
    """Whether the value is null or undefined."""
    return lift(_nullish, value)


def _nullish(value: Value) -> Value:
    match value:
        case Const(value=known):
            return const(known is None or known is UNDEFINED, value.node)
        case Hole():
            text = f"{value.path or excerpt(value.node)} == null"
            return choose(Cond(("nullish", value.key), text, guards.absent(value.path)))
    return FALSE


def is_undefined(value: Value) -> Value:
    return lift(_is_undefined, value)


def _is_undefined(value: Value) -> Value:
    match value:
        case Const(value=known):
            return const(known is UNDEFINED, value.node)
        case Hole():
            text = f"{value.path or excerpt(value.node)} === undefined"
            return choose(Cond(("nullish", value.key), text, guards.absent(value.path)))
    return FALSE


def equal(left: Value, right: Value, node: Node, *, strict: bool) -> Value:
    """``===`` or ``==`` (ECMA-262, 7.2.14 and 7.2.13), as a value."""
    return lift(lambda a, b: _equal(a, b, node, strict), spelled_out(left), spelled_out(right))


def _equal(a: Value, b: Value, node: Node, strict: bool) -> Value:
    if isinstance(a, Const) and not isinstance(b, Const):
        a, b = b, a
    if isinstance(b, Const):
        if isinstance(a, Const):
            return const(_same_primitive(a.value, b.value, strict), node)
        if b.value is None or b.value is UNDEFINED:
            if strict and b.value is None and isinstance(a, Hole):
                text = f"{a.path or excerpt(a.node)} === null"
                return choose(Cond(("eq", a.key, None), text, guards.absent(a.path)))
            return nullish(a)
        if is_positive(a) and isinstance(b.value, float) and b.value <= 0:
            return FALSE
        if isinstance(a, Page):
            return _page_equal(a, primitive_text(b.value), node)
        if isinstance(a, Concat):
            return _concat_equal(a, primitive_text(b.value), node)
        if isinstance(a, Hole):
            text = primitive_text(b.value)
            return choose(Cond(("eq", a.key, text), _equality(a, b.value, node), guards.compared(a.path, text)))
        if isinstance(a, OBJECTS):
            return FALSE
    if a is b:
        return TRUE
    if isinstance(a, Page) and isinstance(b, Page) and a.name == b.name:
        return TRUE
    if isinstance(a, Function) and isinstance(b, Function):
        return const(a.fn is b.fn, node)
    if isinstance(a, Global) and isinstance(b, Global):
        return const(a.path == b.path, node)
    return choose(Cond(("eq", frozenset((_key(a), _key(b)))), excerpt(node)))


def _key(value: Value) -> object:
    match value:
        case Hole(key=key):
            return ("hole", key)
        case Page(name=name):
            return ("page", name)
    return ("value", id(value))


def _same_primitive(a: object, b: object, strict: bool) -> bool:
    null = (None, UNDEFINED)
    if not strict and a in null and b in null:
        return True
    if (
        isinstance(a, (int, float))
        and isinstance(b, (int, float))
        and not isinstance(a, bool)
        and not isinstance(b, bool)
    ):
        return a == b
    if type(a) is type(b):
        return a == b
    if strict or a in null or b in null:
        return False
    return primitive_number(a) == primitive_number(b)  # type: ignore[arg-type]


def _page_equal(page: Page, text: str, node: Node) -> Value:
    """Whether a page property is ``text``; "http(s) page" is all that is known of the page."""
    match page.name:
        case "port":
            if text == "":
                return negate(choose(PORT))
            if not text.isdigit():
                return FALSE
            return choose(Cond(("page", "port", text), f'location.port === "{text}"', "page"))
        case "hostname":
            if not re.fullmatch(_SPELLINGS["hostname"], text):
                return FALSE
            kind = "dev" if is_local_host(text) else "page"
            return choose(Cond(("page", "hostname", text), f'location.hostname === "{text}"', kind))
        case "search" | "hash":
            if text == "":
                return negate(choose(Cond(("page", page.name), f"location.{page.name}", "page")))
    return choose(Cond(("page", page.name, text), f'location.{page.name} === "{text}"', "page"))


def _concat_equal(value: Concat, text: str, node: Node) -> Value:
    known = [primitive_text(p.value) for p in value.parts if isinstance(p, Const)]
    if any(piece not in text for piece in known) or (text == "" and any(known)):
        return FALSE
    if any(not isinstance(part, (Const, Page)) for part in value.parts):
        return choose(Cond(("eq", value.node, text), excerpt(node)))
    shape = tuple(part.name if isinstance(part, Page) else re.escape(_known(part)) for part in value.parts)
    match = re.fullmatch("".join(_SPELLINGS.get(piece, piece) for piece in shape), text)
    if match is None or len(known) == len(value.parts):
        return const(match is not None, node)
    host = match.groupdict().get("hostname")
    said = f'location.host === "{text}"' if shape == ("hostname", ":", "port") else excerpt(node)
    return choose(Cond(("eq", shape, text), said, "dev" if host is not None and is_local_host(host) else "page"))


def _known(part: Value) -> str:
    return primitive_text(part.value) if isinstance(part, Const) else ""


#: what a property of the page's URL can be
_SPELLINGS = {
    "hostname": r"(?P<hostname>\[[^]]*\]|[^:/?#]+)", "port": r"\d+", "pathname": r"/[^?#]*", "search": r"(?:\?[^#]*)?",
    "hash": r"(?:#.*)?",
}  # fmt: skip


def _equality(hole: Hole, known: object, node: Node) -> str:
    """What a comparison of something unknown says: by its path where it has one, however the code spells it."""
    if hole.path is None:
        return excerpt(node)
    text = json.dumps(known, ensure_ascii=False) if isinstance(known, (str, bool)) else primitive_text(known)  # type: ignore[arg-type]
    return f"{hole.path} === {text}"


def page_test_of(parts: Sequence[Value], holds: Callable[[str], bool], key: Hashable, text: str) -> Value:
    """A test of a text that is made of known pieces and properties of the page's URL, which is not known to hold."""
    shape = tuple(part.name if isinstance(part, Page) else ("text", _known(part)) for part in parts)
    return choose(Cond(("page", shape, key), text, guards.tried(parts, holds)))


def is_positive(value: Value) -> bool:
    """Whether a value is a number above zero, whichever: of the page's port where the URL shows it, too."""
    return (isinstance(value, Page) and value.number) or (
        isinstance(value, Hole) and isinstance(value.key, tuple) and value.key[:1] == (POSITIVE,)
    )


def excerpt(node: Node | None, limit: int = 60) -> str:
    """The code of ``node`` on one line, at most ``limit`` characters."""
    if node is None:
        return "?"
    data = node.source.data[node.start : min(node.end, node.start + 4 * limit)]
    text = " ".join(data.decode("utf-8", "replace").split())
    return text if len(text) <= limit and node.end - node.start <= 4 * limit else text[: limit - 1] + "…"


def alive(boolean: Value, value: Callable[[], Value]) -> Value:
    """``value()`` where ``boolean`` holds, code that never runs elsewhere."""
    return branch(boolean, value, Dead)
