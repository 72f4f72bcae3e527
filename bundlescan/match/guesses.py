"""Addresses that may be those of connecting calls whose addresses could not be followed at all.

Between an address and the call that connects there may be anything: a container, a store, effects that a runtime works
off. What is left then are both ends. A text of a script that goes past the page's server, and that no other call and no
other use accounts for, is taken for the address of such a call: one possibility among others (see ``values.byname``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bundlescan.bundle.project import Unit
from bundlescan.match.classify import PAST, Verdict, classify, scheme_text
from bundlescan.match.client import Client
from bundlescan.match.unfollowed import HARMLESS, outermost_text
from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import key_name
from bundlescan.values.conditions import alive
from bundlescan.values.domain import Const, Value, primitive_text
from bundlescan.values.evaluate import Evaluator
from bundlescan.values.reach import reached
from bundlescan.values.urls import Alternative, alternatives

#: how many expressions one such text may evaluate, and all of them
BUDGET, IN_ALL = 1_000, 6_000
#: how many expressions the tests may evaluate under which one of them stands
RUNS = 2_000
#: how many texts one script may have that are looked at, and how many addresses say nothing about a call
MAX_TEXTS, MAX_SHAPES = 200, 4
Place = tuple[Node, int]

_SIGNS = re.compile(rb"(?<![\w$])hostname(?![\w$])|(?<=location)\??\.host(?![\w$])|(?<=[\"'`])wss?://|://(?=[\"'`$])")
#: properties that are shown to people
_SHOWN = frozenset({
    "description", "doc", "docs", "example", "help", "hint", "href", "label", "message", "placeholder", "text", "title",
    "tooltip",
})  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A text that may be an address."""

    unit: Unit
    value: Value


def shapes(ev: Evaluator, units: Sequence[Unit]) -> list[Shape]:
    """The texts of the scripts that go past the page's server, some way or other."""
    found: list[Shape] = []
    left = IN_ALL
    for unit in units:
        for text in _texts(ev, unit):
            if _is_shown(text):
                continue
            if left <= 0:
                return found
            value = ev.ask(text, budget=min(BUDGET, left))
            left -= ev.steps
            if _goes_past(value) and _goes_past(value := _where_it_runs(ev, text, value)):
                found.append(Shape(unit, value))
    return found


def ports_left(ev: Evaluator, units: Sequence[Unit], seen: Collection[Place | None]) -> bool:
    """Whether the scripts spell an address with a fixed port of the page's host that is not ``seen`` elsewhere."""
    return any(
        verdict.what == "hardcoded-port" and spelled_at(verdict) not in seen
        for shape in shapes(ev, units)
        for verdict in (classify(a, "origin") for a in alternatives(shape.value, 40))
    )


def fitting(found: Sequence[Shape], unit: Unit, client: Client, seen: Collection[Place | None]) -> list[Value]:
    """Those that a call of ``client`` in ``unit`` may connect to; none where that may be too many. ``seen``: where the
    addresses of other calls are spelled."""
    fit = [s for s in found if _fits(s.value, client, seen)]
    near = [s for s in fit if s.unit is unit] or fit
    return [s.value for s in near] if len(near) <= MAX_SHAPES else []


def _fits(value: Value, client: Client, seen: Collection[Place | None]) -> bool:
    for alternative in alternatives(value, 40):
        verdict = classify(alternative, client.relative)
        if _is_past(alternative, verdict) and spelled_at(verdict) not in seen:
            scheme = scheme_text(alternative.address)
            if client.relative != "websocket" or not scheme or scheme in ("ws", "wss") or verdict.what != "local-host":
                return True
    return False


def _where_it_runs(ev: Evaluator, text: Node, value: Value) -> Value:
    """``value`` under the tests around its ``text``: some never hold in a page (``typeof location>"u"``)."""
    ev.steps = 0
    return alive(ev.bounded(RUNS, lambda: reached(ev, text)), lambda: value)


def _goes_past(value: Value) -> bool:
    return any(_is_past(a, classify(a, "origin")) for a in alternatives(value, 40))


def _is_past(alternative: Alternative, verdict: Verdict) -> bool:
    if verdict.what not in PAST:
        return False
    if verdict.what == "local-host" and verdict.port is None and scheme_text(alternative.address) not in ("ws", "wss"):
        return False  # what libraries fall back to
    rest = "".join(primitive_text(part.value) for part in alternative.address.rest if isinstance(part, Const))
    return " " not in rest


def spelled_at(verdict: Verdict) -> Place | None:
    """The literal that is to change, and where in it."""
    value = verdict.place
    if value is None or value.node is None:
        return None
    return value.node, (value.index or 0) if isinstance(value, Const) else 0


def _texts(ev: Evaluator, unit: Unit) -> Iterator[Node]:
    """The outermost texts around the signs of an address, each once."""
    seen: set[Node] = set()
    for match in _SIGNS.finditer(unit.source.data, unit.span.start, unit.span.end):
        node = unit.tree.at(match.start(), match.end())
        for place in _read_at(ev, node):
            text = outermost_text(place)
            if text is not None and text not in seen:
                seen.add(text)
                yield text
        if len(seen) > MAX_TEXTS:
            return


def _read_at(ev: Evaluator, node: Node) -> Iterator[Node]:
    """``node``, or where the variable is read that a pattern fills from it."""
    parent = node.parent
    if parent is None or parent.type != "Property" or parent.parent is None or parent.parent.type != "ObjectPattern":
        yield node
        return
    target = parent.value.left if parent.value.type == "AssignmentPattern" else parent.value
    binding = ev.binding(target) if target.type == "Identifier" else None
    if binding is not None:
        yield from ev.project.scopes(target).references(binding)[:20]


def _is_shown(node: Node) -> bool:
    """Whether a text is there for people to read, or is only compared."""
    parent = node.parent
    while parent is not None and parent.type in ("ConditionalExpression", "LogicalExpression", "ArrayExpression"):
        node, parent = parent, parent.parent
    if parent is None or parent.type == "ExpressionStatement":
        return True
    match parent.type:
        case "Property":
            return parent.value is node and key_name(parent.key) in _SHOWN
        case "AssignmentExpression":
            return parent.left.type == "MemberExpression" and key_name(parent.left.property) in (*_SHOWN, "textContent")
        case "CallExpression" if parent.callee is not node:
            callee = parent.callee
            return callee.type == "MemberExpression" and key_name(callee.property) in HARMLESS
        case "NewExpression":
            return "Error" in str(parent.callee.get("name"))
        case "BinaryExpression" | "ThrowStatement" | "JSXExpressionContainer" | "SwitchCase":
            return True
    return False
