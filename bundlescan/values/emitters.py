"""What is emitted under a name is what its handlers get, where the emitter is an object of the scanned code:

    bus.on("connect", (url) => new WebSocket(url)); bus.emit("connect", "ws://…")

How it keeps its handlers is not followed: the names of its methods say what they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from bundlescan.syntax.nodes import Node
from bundlescan.syntax.strings import literal_text
from bundlescan.values.domain import Instance, Record, Value, leaves_under

if TYPE_CHECKING:
    from bundlescan.bundle.project import Unit
    from bundlescan.values.evaluate import Evaluator

ON = frozenset({"addEventListener", "addListener", "on", "once", "subscribe", "listen"})
#: what is emitted to one handler and told apart
MAX_EMITS = 16
#: how many expressions may be evaluated to know an emitter
LOOK = 600
_EMIT = re.compile(rb"\.\s*(dispatch|emit|fire|publish|trigger)\s*\(\s*(?:/[*/]|[\"'`])")


def emits(ev: Evaluator, on: Node) -> list[Node]:
    """The calls that emit what the handler of ``on``, ``x.on("name", handler)``, gets."""
    name = literal_text(on.arguments[0])
    emitters = _objects(ev, on.callee.object)
    if name is None or not emitters:
        return []
    found = [call for call in _emitting(ev, name) if not emitters.isdisjoint(_objects(ev, call.callee.object))]
    return found[:MAX_EMITS]


def given(ev: Evaluator, emit: Node) -> tuple[Value, ...]:
    """The arguments that handlers get."""
    return ev.arguments(emit.arguments[1:], None)


def _emitting(ev: Evaluator, name: str) -> Iterator[Node]:
    """The calls that may emit ``name``, in the scripts that are looked into anyway."""
    for unit in ev.project.units:
        if unit.parsed:
            yield from _by_name(ev, unit).get(name, ())


def _by_name(ev: Evaluator, unit: Unit) -> dict[str, list[Node]]:
    key = ("emitting", unit)
    if key not in ev.facts:
        found: dict[str, list[Node]] = {}
        ev.facts[key] = found
        for match in _EMIT.finditer(unit.source.data, unit.span.start, unit.span.end):
            member = unit.tree.at(match.start(1), match.end(1)).parent
            call = member.parent if member is not None and member.type == "MemberExpression" else None
            if call is not None and call.type == "CallExpression" and call.callee is member and call.arguments:
                name = literal_text(call.arguments[0])
                if name is not None:
                    found.setdefault(name, []).append(call)
    return ev.facts[key]  # type: ignore[return-value]


def _objects(ev: Evaluator, node: Node) -> set[Node]:
    """What the objects that ``node`` may give are made by: a class, or an object literal."""
    found = set()
    for leaf in leaves_under(ev.bounded(LOOK, partial(ev.eval, node))):
        if isinstance(leaf, Instance):
            found.add(leaf.ctor.fn)
        elif isinstance(leaf, Record) and leaf.node is not None:
            found.add(leaf.node)
    return found
